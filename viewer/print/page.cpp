#include "print/page.hpp"
#include "geo/graticule.hpp"
#include "print/page_legend.hpp"
#include "print/page_notes.hpp"
#include "print/page_text.hpp"
#include "print/paint_map.hpp"
#include "scene/wording.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace print {
namespace {

constexpr double kMargin = 30, kHead = 58, kScaleRow = 26, kLegend = 196, kLegendHeight = 440, kGutter = 18,
                 kColumn = 236;
constexpr double kLeastMap = 180;                        ///< units, either way
constexpr double kFullScaleWidth = 1440, kFinest = 0.72; ///< pages from this width on are drawn as a screen is

double d(float v) { return static_cast<double>(v); }

geo::Rect rect(double x, double y, double w, double h)
{
    return {static_cast<float>(std::round(x)), static_cast<float>(std::round(y)), static_cast<float>(std::round(w)),
            static_cast<float>(std::round(h))};
}

class Page {
public:
    Page(const PageInput& in, const PageLayout& layout, std::vector<Item>& items)
        : in_(in), layout_(layout), set_(in, items), language_(in.state.language),
          ink_(in.theme.color("ui.text_primary")), plain_(in.theme.color("ui.text_secondary")),
          quiet_(in.theme.color("ui.text_note"))
    {
    }

    void head()
    {
        const auto& atlas = *in_.dataset.atlas;
        const double x0 = d(layout_.head.x), x1 = x0 + d(layout_.head.w), y = d(layout_.head.y);
        const auto* view = atlas.view(in_.state.view);
        const auto* overlay = shown_overlay();
        const std::string year = std::to_string(in_.state.year);
        const auto large = set_.style(50, true);
        const double year_width = set_.measure(year, large);
        set_.from_start(x0, x1, y + 41, year, large, ink_);
        const bool rtl = set_.right_to_left();
        const double a = rtl ? x0 : x0 + year_width + 18, b = rtl ? x1 - year_width - 18 : x1;
        std::string title = view ? data::localized(view->name, language_) : data::localized(atlas.title, language_);
        if (overlay) title += " · " + data::localized(overlay->name, language_);
        set_.from_start(a, b, y + 21, title, set_.style(20, true), ink_);
        if (view) set_.from_start(a, b, y + 39, data::localized(view->subtitle, language_), set_.style(12), plain_);
        if (overlay)
            headline(*overlay, a, b, y);
        else
            set_.from_end(a, b, y + 21, data::localized(atlas.title, language_), set_.style(12), quiet_);
    }

    void scale_row(double ground_metres_per_unit)
    {
        const auto& row = layout_.scale_row;
        double x0 = d(row.x), x1 = x0 + d(row.w);
        const double y = d(row.y) + 17;
        const auto small = set_.style(9.5);
        const bool rtl = set_.right_to_left();
        if (ground_metres_per_unit > 0) {
            const double metres = geo::round_scale_m(ground_metres_per_unit * 110);
            const double length = metres / ground_metres_per_unit;
            const double left = rtl ? x1 - length : x0;
            set_.rule({left, y}, {left + length, y}, 1.2, ink_);
            for (const double t : {0.0, 0.5, 1.0})
                set_.rule({left + length * t, y + 0.6}, {left + length * t, y - 5}, 1.2, ink_);
            const bool km = metres >= 1000;
            const std::string words =
                scene::fill_in(in_.strings(km ? "scale.km" : "scale.m"),
                               {{"n", scene::axis_number(in_.strings, km ? metres / 1000 : metres)}});
            const double width = length + 8;
            const double said = rtl ? set_.from_start(x0, x1 - width, y, words, small, ink_)
                                    : set_.from_start(x0 + width, x1, y, words, small, ink_);
            (rtl ? x1 : x0) += (rtl ? -1 : 1) * (width + said + 24);
        }
        if (const auto* projection = in_.dataset.atlas->projection(in_.state.projection))
            set_.from_end(x0, x1, y, data::localized(projection->caption, language_), small, plain_);
    }

    void notes()
    {
        const auto& box = layout_.notes;
        const double height = column_height(layout_.lines, layout_.columns);
        const double width = (d(box.w) - (layout_.columns - 1) * kGutter) / layout_.columns;
        int number = 0;
        for (const auto& column : note_columns(layout_.lines, height)) {
            const int from_left = set_.right_to_left() ? layout_.columns - 1 - number : number;
            const double x = d(box.x) + from_left * (width + kGutter);
            double y = d(box.y) + 9;
            for (std::size_t i = column.begin; i < column.end; ++i) {
                const auto& line = layout_.lines[i];
                set_.from_start(x, x + width, y, line.text, line.style, line.color);
                y += line.advance;
            }
            ++number;
        }
    }

private:
    [[nodiscard]] const data::OverlaySpec* shown_overlay() const
    {
        const auto flows = in_.state.layers.find("flows");
        if (flows != in_.state.layers.end() && !flows->second.visible) return nullptr;
        return in_.dataset.atlas->overlay(in_.state.overlay);
    }

    /// The overlay's figure of the year with what must be said beside it.
    void headline(const data::OverlaySpec& overlay, double a, double b, double y)
    {
        const auto* series = in_.dataset.series ? in_.dataset.series->find(overlay.headline_series) : nullptr;
        if (!series) return;
        const auto& value = series->at(in_.state.year);
        const bool known = value.state != data::State::absent;
        const std::string unit = scene::overlay_unit(in_.strings, overlay);
        const auto color = !known ? quiet_ : overlay.mode.empty() ? ink_ : in_.theme.color("mode." + overlay.mode);
        const auto large = set_.style(26, true), bold = set_.style(14, true);
        const bool rtl = set_.right_to_left();
        const double unit_width = set_.from_end(a, b, y + 24, unit, bold, color) + 7;
        set_.from_end(rtl ? a + unit_width : a, rtl ? b : b - unit_width, y + 24, scene::figure(in_.strings, value),
                      large, color);
        std::string note = data::localized(overlay.headline_note, language_);
        const auto remark = scene::remark(in_.strings, value, in_.dataset.facts.get());
        if (!remark.empty()) note += (note.empty() ? "" : " · ") + remark;
        set_.from_end(a, b, y + 40, note, set_.style(10), plain_);
    }

    const PageInput& in_;
    const PageLayout& layout_;
    Setter set_;
    const std::string& language_;
    scene::Color ink_, plain_, quiet_;
};

} // namespace

base::Result<PageLayout> plan_page(const PageInput& in, const scene::Scene* drawn)
{
    PageLayout layout;
    layout.map_scale = std::clamp(std::max(in.width, in.height) / kFullScaleWidth, kFinest, 1.0);
    layout.facts = facts_shown(in, drawn);
    if (in.map_only) {
        layout.map = {0, 0, static_cast<float>(in.width), static_cast<float>(in.height)};
        return layout;
    }
    const double width = in.width - 2 * kMargin, height = in.height - 2 * kMargin;
    const auto too_small = [&] {
        return base::fail(
            fmt::format("a page of {:.0f} x {:.0f} mm has no room for a map beside its legend and sources",
                        in.width * kMmPerUnit, in.height * kMmPerUnit),
            {}, "choose a larger page: --page A4, or --size 1600x900 and more");
    };
    const bool wide = in.width >= in.height;
    const double notes_width = width - kLegend - kGutter;
    if (notes_width < kLeastMap) return too_small();
    layout.columns = std::max(1, static_cast<int>((notes_width + kGutter) / (kColumn + kGutter)));
    layout.lines = note_lines(in, layout.facts, (notes_width - (layout.columns - 1) * kGutter) / layout.columns);
    double foot = column_height(layout.lines, layout.columns) + 12;
    if (!wide) foot = std::max(foot, kLegendHeight); // the legend stands beside the notes
    const double map_height = height - kHead - kScaleRow - foot;
    if (map_height < kLeastMap) return too_small();

    const bool rtl = in.strings.language == "ug";
    const double top = kMargin + kHead, legend_x = rtl ? kMargin + width - kLegend : kMargin;
    const double beside = rtl ? kMargin : kMargin + kLegend + kGutter, beside_width = width - kLegend - kGutter;
    layout.head = rect(kMargin, kMargin, width, kHead);
    layout.map = rect(wide ? beside : kMargin, top, wide ? beside_width : width, map_height);
    layout.scale_row = rect(d(layout.map.x), top + map_height, d(layout.map.w), kScaleRow);
    const double foot_y = top + map_height + kScaleRow;
    layout.legend =
        wide ? rect(legend_x, top, kLegend, height - kHead) : rect(legend_x, foot_y + 12, kLegend, foot - 12);
    layout.notes = rect(beside, foot_y + 12, notes_width, foot - 12);
    return layout;
}

Drawing compose_page(const PageInput& in, const PageLayout& layout, const scene::Scene& scene, const Image* ground,
                     double ground_metres_per_unit)
{
    Drawing drawing;
    drawing.width = in.width;
    drawing.height = in.height;
    drawing.language = in.state.language;
    drawing.families = in.engine.family_names();
    const auto* view = in.dataset.atlas->view(in.state.view);
    drawing.title = data::localized(in.dataset.atlas->title, in.state.language) + " · " +
                    (view ? data::localized(view->name, in.state.language) + " · " : "") +
                    std::to_string(in.state.year);
    auto& items = drawing.items;
    Setter set(in, items);
    set.box(0, 0, in.width, in.height, in.theme.color("ui.panel"));
    const auto frame = frame_of_map(scene, layout);
    set.box(d(layout.map.x), d(layout.map.y), d(layout.map.w), d(layout.map.h), in.theme.color("map.space"));
    items.emplace_back(BeginGroup{"map"});
    items.emplace_back(BeginScale{layout.map_scale});
    MapPainter{scene, frame, in.engine, items}.all(ground);
    items.emplace_back(EndScale{});
    items.emplace_back(EndGroup{});
    if (in.map_only) return drawing;
    Path edge;
    const double x = d(layout.map.x), y = d(layout.map.y), w = d(layout.map.w), h = d(layout.map.h);
    edge.parts = {{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true}};
    edge.stroke = Stroke{in.theme.color("ui.separator"), 0.8, {}, 0, false, {}};
    items.emplace_back(std::move(edge));

    Page page(in, layout, items);
    items.emplace_back(BeginGroup{"title"});
    page.head();
    items.emplace_back(EndGroup{});
    items.emplace_back(BeginGroup{"legend"});
    draw_legend(in, layout, scene, items);
    items.emplace_back(EndGroup{});
    items.emplace_back(BeginGroup{"scale"});
    page.scale_row(ground_metres_per_unit);
    items.emplace_back(EndGroup{});
    items.emplace_back(BeginGroup{"sources"});
    page.notes();
    items.emplace_back(EndGroup{});
    return drawing;
}

bool names_all_sources(const PageInput& in, const PageLayout& layout, const scene::Scene& scene)
{
    const auto shown = facts_shown(in, &scene);
    return in.map_only || std::all_of(shown.begin(), shown.end(), [&](std::size_t index) {
               return std::find(layout.facts.begin(), layout.facts.end(), index) != layout.facts.end();
           });
}

MapFrame frame_of_map(const scene::Scene& scene, const PageLayout& layout)
{
    const auto fine = static_cast<float>(layout.map_scale);
    const auto& box = layout.map;
    return MapFrame::of(scene, {box.x / fine, box.y / fine, box.w / fine, box.h / fine});
}

bool dark_page(const scene::Theme& theme)
{
    const auto c = theme.color("ui.panel");
    return c.r + c.g + c.b < 1.5F;
}

} // namespace print
