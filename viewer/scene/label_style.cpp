#include "scene/label_style.hpp"
#include <algorithm>
#include <string>

namespace scene {
double farthest_mpp(int rank)
{
    constexpr double limits[] = {30'000, 30'000, 6'500, 3'000, 1'750, 900, 420};
    return limits[std::clamp(rank, 0, 6)];
}

text::Style theme_text(const Theme& theme, std::string_view role, float scale, bool halo)
{
    const std::string r(role);
    text::Style style;
    style.size_px = theme.number(r + ".size", 13) * scale;
    style.bold = theme.number(r + ".bold") > 0;
    style.italic = theme.number(r + ".italic") > 0;
    style.tracking_em = theme.number(r + ".tracking_em");
    if (halo) style.halo_px = theme.number("label.halo_width", 3.2F) * 0.5F * scale;
    return style;
}

std::optional<LabelStyle> label_style(std::string_view kind, int rank, const Theme& theme, float scale,
                                      double logical_mpp)
{
    const auto make = [&](std::string_view role, std::string_view color, float priority) {
        LabelStyle style;
        style.text = theme_text(theme, role, scale);
        style.color = theme.color(color);
        style.priority = priority - 20.0F * static_cast<float>(rank);
        style.farthest_mpp = farthest_mpp(rank);
        return style;
    };
    if (kind == "region") {
        auto s = make("label.focus_region", "map.focus_outline", 870);
        s.capitals = true;
        s.farthest_mpp = 30'000;
        s.closest_mpp = 500;
        return s;
    }
    if (kind == "country" || kind == "province") {
        auto s = make(kind == "country" && rank <= 1 ? "label.country_large" : "label.country", "label.country",
                      kind == "country" ? 640 : 420);
        s.capitals = s.curved = true;
        s.closest_mpp = kind == "country" ? 450 : 300;
        if (kind == "province") s.farthest_mpp = 2'600;
        return s;
    }
    if (kind == "range" || kind == "desert" || kind == "basin" || kind == "plain" || kind == "plateau") {
        const bool mountain = kind == "range";
        auto s = make(mountain ? "label.range" : "label.desert", mountain ? "label.range" : "label.desert",
                      mountain          ? 520
                      : kind == "basin" ? 470
                                        : 480);
        s.capitals = s.curved = true;
        s.farthest_mpp = std::min(3'800.0, farthest_mpp(rank));
        if (rank >= 3) s.text.size_px *= 0.82F;
        if (kind == "basin" && rank >= 4) s.farthest_mpp = std::min(1'000.0, s.farthest_mpp);
        return s;
    }
    if (kind == "river" || kind == "lake" || kind == "sea") {
        auto s = make("label.water", "label.water", kind == "sea" ? 600 : 330);
        s.curved = kind != "lake";
        if (kind == "sea") s.text.size_px *= 1.1F;
        return s;
    }
    if (kind == "city" || kind == "town") {
        const bool closer = logical_mpp < 3'000; // on a small-scale map only the greatest are bold
        auto s = make(rank <= 1 || (rank == 2 && closer) ? "label.city_1"
                      : rank <= 3                        ? "label.city_2"
                                                         : "label.city_3",
                      rank <= 3 ? "label.primary" : "label.secondary", kind == "city" ? 900 : 780);
        return s;
    }
    if (kind == "peak" || kind == "pass") {
        auto s = make("label.city_3", "label.range", 250);
        s.farthest_mpp = std::min(rank <= 2 ? 1'200.0 : 500.0, farthest_mpp(rank));
        return s;
    }
    if (kind == "prefecture") {
        auto s = make("label.country", "label.secondary", 460);
        s.curved = true;
        s.text.tracking_em = 0.12F;
        s.closest_mpp = 250;
        s.farthest_mpp = 1'100;
        return s;
    }
    return std::nullopt;
}

} // namespace scene
