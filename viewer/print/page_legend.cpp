#include "print/page_legend.hpp"
#include "print/page_text.hpp"
#include "print/paint_map.hpp"
#include "scene/overlay_values.hpp"
#include "scene/wording.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <set>

namespace print {
namespace {

constexpr double kSwatch = 38, kGap = 10;

class Legend {
public:
    Legend(const PageInput& in, const PageLayout& layout, const scene::Scene& scene, std::vector<Item>& items)
        : in_(in), scene_(scene), set_(in, items), items_(items), x0_(static_cast<double>(layout.legend.x)),
          x1_(static_cast<double>(layout.legend.x + layout.legend.w)), y_(static_cast<double>(layout.legend.y)),
          map_scale_(layout.map_scale), map_(frame_of_map(scene, layout)), ink_(in.theme.color("ui.text_primary")),
          plain_(in.theme.color("ui.text_secondary")), quiet_(in.theme.color("ui.text_note"))
    {
    }

    double draw()
    {
        const auto* overlay = in_.dataset.atlas ? in_.dataset.atlas->overlay(in_.state.overlay) : nullptr;
        const auto flows = in_.state.layers.find("flows");
        if (overlay && (flows == in_.state.layers.end() || flows->second.visible)) {
            if (overlay->kind == data::OverlayKind::ribbon)
                widths(*overlay);
            else
                areas(*overlay);
            if (overlay->kind == data::OverlayKind::ribbon) states(*overlay);
            const auto& note = data::localized(overlay->note, in_.state.language);
            if (!note.empty()) y_ = paragraph(note) + 4;
        }
        layers();
        y_ = paragraph(in_.strings("legend.generalised"));
        if (zones_) y_ = paragraph(in_.strings("legend.schematic"));
        return y_;
    }

private:
    double paragraph(const std::string& words)
    {
        return set_.paragraph(x0_, x1_, y_, words, set_.style(9), 11.5, quiet_);
    }

    void heading(const std::string& title, const std::string& note)
    {
        set_.from_start(x0_, x1_, y_ + 9, title, set_.style(11, true), ink_);
        const double width = set_.measure(title, set_.style(11, true)) + set_.measure(note, set_.style(10)) + 8;
        if (width > x1_ - x0_) y_ += 13;
        if (width > x1_ - x0_)
            set_.from_start(x0_, x1_, y_ + 9, note, set_.style(10), quiet_);
        else
            set_.from_end(x0_, x1_, y_ + 9, note, set_.style(10), quiet_);
        y_ += 18;
    }

    void widths(const data::OverlaySpec& overlay)
    {
        const double k = scene_.px_per_unit / static_cast<double>(scene_.scale) * map_scale_; // units a data unit
        if (!(k > 0) || overlay.legend.empty()) return;
        const std::string unit = scene::overlay_unit(in_.strings, overlay);
        heading(in_.strings("legend.width"), unit);
        auto values = overlay.legend;
        std::sort(values.rbegin(), values.rend());
        const double cell = (x1_ - x0_) / static_cast<double>(values.size());
        const auto color = in_.theme.color("mode." + overlay.mode);
        const double base = y_ + std::max(1.0, values.front() * k);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = x0_ + cell * static_cast<double>(i), height = values[i] * k;
            // The same product as on the map, so a ribbon can be laid beside the bar.
            set_.box(x, base - height, cell - 1, height, color);
            set_.line({x + 1, base + 12}, scene::axis_number(in_.strings, values[i], overlay.unit), set_.style(10),
                      ink_);
        }
        y_ = base + 20;
        const double units = std::pow(10.0, std::ceil(std::log10(1.0 / k) - 1e-9));
        y_ = set_.paragraph(
            x0_, x1_, y_,
            scene::fill_in(in_.strings("print.k"),
                           {{"mm", scene::axis_number(in_.strings, std::round(k * units * kMmPerUnit * 1000) / 1000)},
                            {"n", scene::axis_number(in_.strings, units, overlay.unit)},
                            {"unit", unit}}),
            set_.style(9), 11.5, quiet_);
        locked(overlay);
    }

    void areas(const data::OverlaySpec& overlay)
    {
        if (!(overlay.area_px2_per_unit > 0) || overlay.legend.empty()) return;
        heading(in_.strings("legend.area"), scene::overlay_unit(in_.strings, overlay));
        auto values = overlay.legend;
        std::sort(values.rbegin(), values.rend());
        const auto radius = [&](double v) {
            return std::sqrt(overlay.area_px2_per_unit * v / std::numbers::pi) * map_scale_;
        };
        const double largest = radius(values.front()), x = x0_ + largest + 2, base = y_ + 2 * largest + 4;
        double label_y = y_;
        for (const double value : values) {
            const double r = radius(value), top = std::max(base - 2 * r, label_y);
            Disc disc{{x, base - r},
                      r,
                      in_.theme.color("chart.year_bar").with_alpha(0.25F),
                      Stroke{in_.theme.color("symbol.port_stroke"), 1.2, {}, 0, false, {}},
                      {}};
            items_.emplace_back(disc);
            set_.rule({x, base - 2 * r}, {x + largest + 14, top}, 0.7, quiet_);
            set_.line({x + largest + 17, top + 4}, scene::axis_number(in_.strings, value, overlay.unit), set_.style(10),
                      ink_);
            label_y = top + 14;
        }
        y_ = std::max(base, label_y) + 8;
        locked(overlay);
    }

    /// The years that have figures share one scale.
    void locked(const data::OverlaySpec& overlay)
    {
        if (!in_.dataset.series) return;
        int first = 0, last = 0;
        const auto look = [&](const std::string& id) {
            if (const auto* series = in_.dataset.series->find(id))
                for (const auto& [year, value] : series->years) {
                    if (value.state == data::State::absent) continue;
                    first = first == 0 ? year : std::min(first, year);
                    last = std::max(last, year);
                }
        };
        for (const auto& section : overlay.sections) look(section.series), look(section.total);
        for (const auto& circle : overlay.circles) look(circle.series);
        if (first == 0) return;
        y_ = paragraph(scene::fill_in(in_.strings("legend.one_scale"),
                                      {{"first", std::to_string(first)}, {"last", std::to_string(last)}})) +
             6;
    }

    /// A straight line of a swatch's length that any painter of the map can draw.
    struct Sample {
        scene::Scene scene;
        MapFrame frame;
        std::shared_ptr<scene::LineMesh> mesh;
    };
    Sample sample(double y) const
    {
        Sample s;
        s.scene.theme = scene_.theme;
        s.scene.scale = scene_.scale;
        s.scene.year = scene_.year;
        const double x = set_.right_to_left() ? x1_ - kSwatch : x0_;
        s.frame.centre = {x, y};
        s.frame.rect = {static_cast<float>(x) - 2, static_cast<float>(y) - 40, static_cast<float>(kSwatch) + 4, 80};
        s.mesh = std::make_shared<scene::LineMesh>();
        const auto length = static_cast<float>(kSwatch);
        s.mesh->points = {{0, 0, 0, scene::kBreak, 0, 9999},
                          {0, 0, 0, 0, 0, 9999},
                          {length, 0, length, 0, 0, 9999},
                          {length, 0, length, scene::kBreak, 0, 9999}};
        return s;
    }

    void words_beside(const std::string& words, double middle, double row)
    {
        const bool rtl = set_.right_to_left();
        const double from = rtl ? x0_ : x0_ + kSwatch + kGap, to = rtl ? x1_ - kSwatch - kGap : x1_;
        auto lines = in_.engine.break_lines(words, set_.style(10), static_cast<float>(to - from));
        double base = middle + 3.5 - static_cast<double>(lines.size() - 1) * 6;
        for (const auto& piece : lines) {
            set_.from_start(from, to, base, piece, set_.style(10), plain_);
            base += 12;
        }
        y_ += std::max(row, 12.0 * static_cast<double>(lines.size()) + 4);
    }

    /// Only the states that occur on this page.
    void states(const data::OverlaySpec& overlay)
    {
        std::set<data::State> found;
        for (const auto& ribbon : scene_.ribbons)
            if (ribbon.width_px > 0 && ribbon.to_m > ribbon.from_m && ribbon.mesh &&
                !ribbon_pieces(*ribbon.mesh, map_, static_cast<double>(ribbon.from_m), static_cast<double>(ribbon.to_m),
                               0, 0)
                     .empty())
                found.insert(ribbon.state);
        if (found.empty()) return;
        heading(in_.strings("legend.known"), "");
        for (const auto state : found) {
            constexpr double kRow = 22;
            auto s = sample(y_ + kRow / 2);
            scene::RibbonDraw ribbon;
            ribbon.mesh = s.mesh;
            ribbon.state = state;
            ribbon.width_px = (state == data::State::absent ? 4.4F : 10.0F) * scene_.scale;
            ribbon.to_m = static_cast<float>(kSwatch);
            ribbon.color = state == data::State::computed && overlay.mode == "rail"
                               ? in_.theme.color("mode.rail_computed")
                               : in_.theme.color("mode." + overlay.mode);
            ribbon.rim = in_.theme.color("chart.conflict");
            s.scene.ribbons = {ribbon};
            auto theme = std::make_shared<scene::Theme>(*scene_.theme);
            theme->numbers["line.ribbon.halo_opacity"] = 0; // says nothing here
            s.scene.theme = theme;
            MapPainter{s.scene, s.frame, in_.engine, items_}.ribbons();
            std::string name = data::to_string(state);
            std::replace(name.begin(), name.end(), ' ', '_');
            words_beside(in_.strings("ribbon." + name), y_ + kRow / 2, kRow);
        }
        y_ += 4;
    }

    void point_swatch(const std::string& style, double middle)
    {
        scene::SymbolInstance s{};
        const float scale = scene_.scale;
        s.opened = 0;
        s.closed = 9999;
        s.stroke_px = 2 * scale;
        s.size_px = (style == "place" ? 4.0F : style == "port" ? 6.5F : 8.0F) * scale;
        s.fill = in_.theme.color("symbol.port_fill");
        s.shape = scene::Shape::diamond;
        s.stroke = in_.theme.color("mode.road");
        if (style == "zone") {
            s.shape = scene::Shape::hatched_disc;
            s.stroke = in_.theme.color("symbol.ftz");
            s.fill = s.stroke.with_alpha(in_.theme.number("symbol.ftz.fill_opacity", 0.24F));
        } else if (style == "airport") {
            s.shape = scene::Shape::aircraft;
            s.stroke = in_.theme.color("mode.air");
        }
        auto sample_scene = sample(middle);
        sample_scene.frame.centre.x += kSwatch / 2;
        sample_scene.scene.symbols =
            std::make_shared<const std::vector<scene::SymbolInstance>>(std::vector<scene::SymbolInstance>{s});
        MapPainter{sample_scene.scene, sample_scene.frame, in_.engine, items_}.symbols();
    }

    /// Points of a kind may be left out at this scale.
    [[nodiscard]] bool symbol_drawn(const std::string& style) const
    {
        using S = scene::Shape;
        return scene_.symbols && std::any_of(scene_.symbols->begin(), scene_.symbols->end(), [&](const auto& s) {
                   return style == "zone"      ? s.shape == S::hatched_disc
                          : style == "airport" ? s.shape == S::aircraft
                                               : s.shape == S::diamond || s.shape == S::diamond_dot;
               });
    }

    /// The group's layer that its swatch speaks of, as it is drawn on this map.
    [[nodiscard]] const scene::LayerDraw* drawn(const data::LayerGroup& group) const
    {
        const scene::LayerDraw* first = nullptr;
        for (const auto& spec : in_.dataset.atlas->layers) {
            if (spec.group != group.id) continue;
            for (const auto& layer : scene_.layers) {
                if (layer.layer != spec.id || layer.strokes.empty()) continue;
                if (spec.style == group.swatch) return &layer;
                if (!first) first = &layer;
            }
        }
        return first;
    }

    void layers()
    {
        if (!in_.dataset.atlas) return;
        heading(in_.strings("layers"), "");
        for (const auto& group : in_.dataset.atlas->groups) {
            const auto setting = in_.state.layers.find(group.id);
            const bool off =
                setting != in_.state.layers.end() && (!setting->second.visible || setting->second.opacity <= 0.01F);
            const bool unsaid = group.swatch == "ribbon" || group.swatch == "place" || group.swatch == "relief";
            if (off || unsaid) continue;
            constexpr double kRow = 19;
            const double middle = y_ + kRow / 2;
            const bool point = group.swatch == "port" || group.swatch == "zone" || group.swatch == "airport";
            const auto* layer = point ? nullptr : drawn(group);
            if (point ? !symbol_drawn(group.swatch) : !layer) continue;
            if (point) {
                point_swatch(group.swatch, middle);
                zones_ = zones_ || group.swatch == "zone";
            } else {
                auto s = sample(middle);
                auto geometry = std::make_shared<scene::MapGeometry>();
                auto line = *layer;
                line.area = false;
                geometry->layers[line.layer].levels.push_back({0, s.mesh, nullptr});
                s.scene.geometry = geometry;
                s.scene.layers = {line};
                MapPainter{s.scene, s.frame, in_.engine, items_}.layers();
            }
            words_beside(data::localized(group.name, in_.state.language), middle, kRow);
        }
        y_ += 4;
    }

    const PageInput& in_;
    const scene::Scene& scene_;
    Setter set_;
    std::vector<Item>& items_;
    double x0_, x1_, y_, map_scale_;
    MapFrame map_; ///< where the map itself lies
    scene::Color ink_, plain_, quiet_;
    bool zones_ = false;
};

} // namespace

double draw_legend(const PageInput& input, const PageLayout& layout, const scene::Scene& scene,
                   std::vector<Item>& items)
{
    return Legend(input, layout, scene, items).draw();
}

} // namespace print
