#include "scene/labels.hpp"
#include "scene/label_curve.hpp"
#include "scene/label_style.hpp"
#include "scene/label_text.hpp"
#include "scene/visible_points.hpp"
#include "scene/zone_lens.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

constexpr double kFadeS = 0.3;

/// A candidate with what is needed to draw it once a place is found.
struct Draft {
    LabelCandidate candidate;
    text::RunPtr run, second;        ///< second script beside the first, may be null
    std::vector<geo::ScreenPx> pens; ///< straight: left edge of the label for each place
    struct Along {
        text::RunPtr run;
        std::vector<GlyphPose> poses;
    };
    std::vector<Along> curves;               ///< along a line: how it is spaced and lies at each place
    float first_shift = 0, second_shift = 0; ///< of the runs from that edge; right to left the second stands first
    Color color;
    float opacity = 1;
};

bool on_screen(const geo::Rect& box, const CameraView& camera)
{
    return box.x >= 2 && box.y >= 2 && box.x + box.w <= static_cast<float>(camera.width_px) - 2 &&
           box.y + box.h <= static_cast<float>(camera.height_px) - 2;
}

/// "Shache (Yarkant)" keeps the first name on the map; the card has both.
std::string short_name(const std::string& name)
{
    const auto cut = name.find(" (");
    return cut == std::string::npos ? name : name.substr(0, cut);
}

class Drafter {
public:
    explicit Drafter(const LabelInput& input) : in_(input), scale_(input.state.viewport.scale) {}

    std::vector<Draft> all()
    {
        for (const auto& symbol : in_.symbols) symbol_label(symbol);
        for (const auto& spec : in_.dataset.atlas->layers) {
            const auto layer = in_.dataset.layers.find(spec.id);
            if (spec.style != "place" || layer == in_.dataset.layers.end() || !layer->second ||
                !layer_visible(in_.state, spec))
                continue;
            if (spec.kind == data::LayerKind::line)
                for (const auto& feature : layer->second->features) line_label(spec, feature);
            else
                area_points(spec, *layer->second);
        }
        return std::move(drafts_);
    }

private:
    void symbol_label(const PlacedSymbol& symbol)
    {
        const auto& feature = *symbol.feature;
        if (feature.number("opened", 0) > in_.state.year) return;
        if (symbol.style == "port") return port_label(symbol);
        if (symbol.style == "zone") return zone_label(symbol);
        if (symbol.style != "place") return;
        const int rank = static_cast<int>(feature.number("rank", 6));
        const auto style = label_style(feature.attribute("kind"), rank, in_.theme, scale_, logical_mpp());
        if (!style || hidden(*style)) return;
        add_point(symbol, *style, short_name(feature_name(feature, in_.state.language)),
                  symbol.point->in_focus && (rank <= 1 || logical_mpp() < 2600));
    }

    void port_label(const PlacedSymbol& symbol)
    {
        const bool rail = symbol.feature->attribute("kind").find("rail") != std::string_view::npos;
        const bool selected = in_.state.selection && in_.state.selection->subject == symbol.feature->id;
        const bool air = symbol.feature->attribute("kind") == "air";
        if (flagged(symbol.feature->id) && logical_mpp() > 500) return;
        if (!selected && logical_mpp() > (rail ? 3'000 : air ? 600 : 2'200)) return;
        LabelStyle style;
        style.text = theme_text(in_.theme, "label.port", scale_);
        style.color = in_.theme.color("label.primary");
        style.priority = selected ? 2000.0F : rail ? 860.0F : 740.0F;
        add_subject(symbol, style, logical_mpp() < 2'600);
    }

    void zone_label(const PlacedSymbol& symbol)
    {
        if (logical_mpp() > kLensClosestMpp || // its lens names it
            symbol.feature->number("established", 0) > in_.state.year)
            return;
        LabelStyle style;
        style.text = theme_text(in_.theme, "label.ftz", scale_);
        style.color = in_.theme.color("symbol.ftz");
        style.priority = 820;
        add_subject(symbol, style, false);
    }

    void add_subject(const PlacedSymbol& symbol, const LabelStyle& style, bool with_local)
    {
        const auto& language = in_.state.language;
        const std::string name = short_name(subject_label(*symbol.feature, in_.dataset.facts.get(), language));
        const std::string local =
            with_local && language != "zh" ? subject_label(*symbol.feature, in_.dataset.facts.get(), "zh") : "";
        add_named(symbol, style, name.substr(0, name.find(',')), local);
    }

    void add_point(const PlacedSymbol& symbol, const LabelStyle& style, const std::string& name, bool with_local)
    {
        add_named(symbol, style, name, with_local ? local_name(*symbol.feature, in_.state.language) : "");
    }

    void add_named(const PlacedSymbol& symbol, const LabelStyle& style, const std::string& name,
                   const std::string& local)
    {
        if (name.empty()) return;
        Draft d = draft(symbol.layer + "/" + symbol.feature->id, style, name, local);
        const auto at = in_.camera.to_screen(symbol.point->at);
        const float gap = symbol.clear_px + 4 * scale_, w = width(d), cap = d.run->cap_height;
        const float middle = at.y + cap / 2;
        // Text that begins at the right begins at the dot: it stands left of it first.
        const bool rtl = d.run->right_to_left;
        const auto ahead = [&](float far) { return rtl ? at.x - far - w : at.x + far; };
        const auto behind = [&](float far) { return rtl ? at.x + far : at.x - far - w; };
        for (const geo::ScreenPx pen : {geo::ScreenPx{ahead(gap), middle},
                                        {behind(gap), middle},
                                        {at.x - w / 2, at.y - gap - 2},
                                        {at.x - w / 2, at.y + gap + cap + 2},
                                        {ahead(gap * 0.8F), at.y - gap * 0.6F - 1},
                                        {ahead(gap * 0.8F), at.y + gap * 0.6F + cap},
                                        {behind(gap * 0.8F), at.y - gap * 0.6F - 1},
                                        {behind(gap * 0.8F), at.y + gap * 0.6F + cap}})
            add_place(d, pen);
        if (const float half = ribbon_half_width(at);
            half > 0 && style.priority > 830) // named beside the ribbon it lies on
            for (const float far : {half, 1.5F * half, 2.1F * half}) {
                add_place(d, {at.x - w / 2, at.y + 3 + cap + far});
                add_place(d, {at.x - w / 2, at.y - 3 - far});
                add_place(d, {at.x + gap, at.y + 3 + cap + far});
            }
        finish(std::move(d));
    }

    /// Half the width of the ribbon with a value that a point lies on, 0 when on none.
    [[nodiscard]] float ribbon_half_width(geo::ScreenPx at) const
    {
        float half = 0;
        for (const auto& ribbon : in_.ribbons) {
            if (!ribbon.mesh || ribbon.state == data::State::absent) continue;
            const float reach = ribbon.width_px / 2 + std::abs(ribbon.offset_px) + 6 * scale_;
            visit_visible(
                *ribbon.mesh, in_.camera, in_.geometry.origin, 0, ribbon.to_m,
                [&](const LinePoint& p, const LinePoint&) {
                    const auto q = in_.camera.to_screen({p.x + in_.geometry.origin.x, p.y + in_.geometry.origin.y});
                    if (std::hypot(q.x - at.x, q.y - at.y) < reach) half = std::max(half, reach);
                });
        }
        return half;
    }

    /// The flags of the overlay name their ports already.
    [[nodiscard]] bool flagged(const std::string& subject) const
    {
        const auto* overlay = in_.dataset.atlas->overlay(in_.state.overlay);
        if (!overlay) return false;
        if (overlay->kind == data::OverlayKind::circle)
            return std::any_of(in_.circles.begin(), in_.circles.end(),
                               [&](const auto& c) { return c.subject == subject && c.state != data::State::absent; });
        if (in_.ribbons.empty()) return false;
        return std::any_of(overlay->sections.begin(), overlay->sections.end(),
                           [&](const auto& s) { return s.flag && s.subject == subject; });
    }

    /// Countries, provinces, the region: a name centred on a point, no symbol.
    void area_points(const data::LayerSpec& spec, const data::VectorLayer& layer)
    {
        const auto points = in_.geometry.points.find(spec.id);
        if (points == in_.geometry.points.end()) return;
        for (const auto& point : points->second) {
            const auto& feature = layer.features[point.feature];
            const auto kind = feature.attribute("kind");
            if (kind == "city" || kind == "town" || kind == "port" || (kind == "peak" && logical_mpp() > 1'200))
                continue;
            const auto style =
                label_style(kind, static_cast<int>(feature.number("rank", 6)), in_.theme, scale_, logical_mpp());
            if (!style || hidden(*style)) continue;
            const std::string name = short_name(feature_name(feature, in_.state.language));
            Draft d = draft(spec.id + "/" + feature.id, *style, style->capitals ? upper_case(name) : name,
                            kind == "region" ? local_name(feature, in_.state.language) : "");
            const auto at = in_.camera.to_screen(point.at);
            for (const float dy : {0.0F, -26.0F, 26.0F, 52.0F, -52.0F, 78.0F})
                add_place(d, {at.x - width(d) / 2, at.y + d.run->cap_height / 2 + dy * scale_});
            finish(std::move(d));
        }
    }

    void line_label(const data::LayerSpec& spec, const data::Feature& feature)
    {
        const auto kind = feature.attribute("kind");
        auto style = label_style(kind, static_cast<int>(feature.number("rank", 6)), in_.theme, scale_, logical_mpp());
        const auto lines = in_.geometry.label_lines.find(spec.id + "/" + feature.id);
        if (!style || hidden(*style) || lines == in_.geometry.label_lines.end()) return;
        const bool region = kind == "region";
        const auto* facts = in_.dataset.facts.get();
        const std::string plain = short_name(region ? subject_label(feature, facts, in_.state.language)
                                                    : feature_name(feature, in_.state.language));
        const std::string name = style->capitals ? upper_case(plain) : plain;
        std::vector<geo::ScreenPx> pixels;
        for (const auto& p : lines->second.front())
            if (std::isfinite(p.x)) pixels.push_back(in_.camera.to_screen(p));
        if (name.empty() || pixels.size() < 2) return;
        const auto curve = smooth_curve(pixels);
        const std::string second = region && in_.state.language != "zh" ? subject_label(feature, facts, "zh") : "";
        if (kind == "region" || kind == "country" || kind == "province") {
            Draft d = draft(spec.id + "/" + feature.id, *style, name, second);
            upright(d, curve[curve.size() / 2], region ? 1.0F : 0.3F); // a country's name stays in its country
            return finish(std::move(d));
        }
        // The local name gives way first, then letterspacing, before the name does.
        const std::string local = with_local_on_line(kind) ? local_name(feature, in_.state.language) : "";
        Draft d = draft(spec.id + "/" + feature.id, *style, name, "");
        const auto set = [&](const std::string& words, float tracking, std::initializer_list<float> along) {
            auto spaced = style->text;
            spaced.tracking_em *= tracking;
            const auto run = in_.engine.shape(words, spaced);
            for (const float share : along) add_along(d, run, curve, share);
        };
        if (!local.empty())
            for (const float tracking : {1.0F, 0.5F}) set(name + "  " + local, tracking, {0.5F, 0.25F, 0.75F});
        set(name, 1, {0.5F, 0.3F, 0.7F, 0.1F, 0.9F});
        set(name, 0.5F, {0.5F, 0.2F, 0.8F});
        set(name, 0.15F, {0.5F, 0.25F, 0.75F});
        finish(std::move(d));
    }

    /// Names of the land carry the local name behind them; Arabic script, which is set without spacing, does not.
    [[nodiscard]] bool with_local_on_line(std::string_view kind) const
    {
        return (kind == "range" || kind == "desert" || kind == "basin") && logical_mpp() < 2'600 &&
               in_.state.language != "ug";
    }

    /// Places for an upright name around a point, the point itself first.
    void upright(Draft& d, geo::ScreenPx middle, float far) const
    {
        for (const float dy : {0.0F, -24.0F, 24.0F, -48.0F, 48.0F, 72.0F, 96.0F})
            for (const float dx : {0.0F, 50.0F, -50.0F, 110.0F})
                add_place(d, {middle.x - width(d) / 2 + dx * far * scale_,
                              middle.y + d.run->cap_height / 2 + dy * far * scale_});
    }

    void add_along(Draft& d, const text::RunPtr& run, const std::vector<geo::ScreenPx>& curve, float share) const
    {
        auto label = set_along(*run, curve, share, in_.state.language == "zh");
        if (label.poses.empty() || !std::all_of(label.boxes.begin(), label.boxes.end(),
                                                [&](const auto& b) { return on_screen(b, in_.camera); }))
            return;
        d.candidate.places.push_back(label.boxes);
        d.curves.push_back({run, std::move(label.poses)});
    }

    Draft draft(std::string id, const LabelStyle& style, const std::string& name, const std::string& second)
    {
        Draft d;
        d.candidate.id = std::move(id);
        d.candidate.priority = style.priority;
        d.color = style.color;
        d.run = in_.engine.shape(name, style.text);
        if (!second.empty()) {
            auto smaller = style.text;
            smaller.size_px *= in_.theme.number("label.second_script_scale", 0.9F);
            d.second = in_.engine.shape(second, smaller);
            const float gap = in_.theme.number("label.gap_between_scripts", 5) * scale_;
            if (d.run->right_to_left)
                d.first_shift = d.second->width + gap;
            else
                d.second_shift = d.run->width + gap + style.text.tracking_em * style.text.size_px;
        }
        return d;
    }

    void add_place(Draft& d, geo::ScreenPx pen) const
    {
        const float pad = (d.candidate.priority > 1000 ? 10 : 2) * scale_; // the region's name stands free
        const geo::Rect box{pen.x - pad, pen.y - d.run->cap_height - pad, width(d) + 2 * pad,
                            d.run->cap_height + 2 * pad + 2 * scale_};
        if (!on_screen(box, in_.camera)) return;
        d.pens.push_back(pen);
        d.candidate.places.push_back({box});
    }

    void finish(Draft d)
    {
        if (!d.candidate.places.empty()) drafts_.push_back(std::move(d));
    }

    [[nodiscard]] static float width(const Draft& d)
    {
        return d.second ? std::max(d.second_shift + d.second->width, d.first_shift + d.run->width) : d.run->width;
    }
    [[nodiscard]] double logical_mpp() const { return in_.camera.metres_per_px * scale_; }
    [[nodiscard]] bool hidden(const LabelStyle& s) const
    {
        return logical_mpp() > s.farthest_mpp || logical_mpp() < s.closest_mpp;
    }

    const LabelInput& in_;
    float scale_;
    std::vector<Draft> drafts_;
};

void emit(const Draft& d, int place, float opacity, const Theme& theme, Scene& scene)
{
    LabelDraw label;
    label.run = d.run;
    label.fill = d.color;
    label.halo = theme.color("label.halo").with_alpha(theme.number("label.halo_opacity", 0.85F));
    label.opacity = opacity;
    geo::ScreenPx edge{};
    if (!d.curves.empty()) {
        label.run = d.curves[static_cast<std::size_t>(place)].run;
        label.poses = d.curves[static_cast<std::size_t>(place)].poses;
    }
    if (!d.pens.empty()) edge = d.pens[static_cast<std::size_t>(place)];
    label.at = {edge.x + d.first_shift, edge.y};
    scene.labels.push_back(label);
    if (!d.second) return;
    label.run = d.second;
    label.at.x = edge.x + d.second_shift;
    label.opacity = opacity * theme.number("label.second_script_opacity", 0.86F);
    label.poses.clear();
    scene.labels.push_back(label);
}

} // namespace

void draw_labels(const LabelInput& input, CollisionGrid& grid, LabelMemory& memory, Scene& scene)
{
    std::vector<Draft> drafts = Drafter(input).all();
    std::vector<LabelCandidate> candidates;
    candidates.reserve(drafts.size());
    for (auto& d : drafts) candidates.push_back(std::move(d.candidate));
    const auto chosen = place_labels(candidates, grid, memory);

    const float step = static_cast<float>(std::min(1.0, memory.dt_s / kFadeS));
    std::unordered_map<std::string, LabelMemory::Entry> next;
    memory.fading = false;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto before = memory.entries.find(candidates[i].id);
        LabelMemory::Entry entry = before == memory.entries.end() ? LabelMemory::Entry{} : before->second;
        entry.shown = chosen[i] >= 0;
        if (entry.shown) entry.anchor = chosen[i];
        entry.opacity = std::clamp(entry.opacity + (entry.shown ? step : -step), 0.0F, 1.0F);
        memory.fading = memory.fading || (entry.shown ? entry.opacity < 1 : entry.opacity > 0);
        if (entry.opacity > 0 && static_cast<std::size_t>(entry.anchor) < candidates[i].places.size())
            emit(drafts[i], entry.anchor, entry.opacity, input.theme, scene);
        if (entry.opacity > 0) next.emplace(candidates[i].id, entry);
    }
    memory.entries = std::move(next);
}

} // namespace scene
