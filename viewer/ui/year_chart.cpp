#include "ui/year_chart.hpp"
#include "scene/wording.hpp"
#include "ui/bars.hpp"
#include "ui/control.hpp"
#include "ui/swatches.hpp"
#include "ui/text_draw.hpp"
#include "ui/year_chart_head.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// Measures of the drawing, device px.
struct Plot {
    geo::Rect box;
    float x0 = 0, column = 0; ///< left edge of the first year, width of one
    float base = 0, top = 0;  ///< axis and highest bar
    float years_y = 0, dots_y = 0;
    int first = 0, last = 0;
    bool values = true;     ///< figures above the bars
    bool full_years = true; ///< 2024, else ’24
    [[nodiscard]] float centre(int year) const { return x0 + column * (static_cast<float>(year - first) + 0.5F); }
};

Plot plot_for(Frame& frame, const geo::Rect& box, const data::AtlasFile& atlas)
{
    Plot plot{.box = box};
    const bool compact = frame.layout.compact;
    plot.first = atlas.first_year;
    plot.last = std::max(atlas.last_year, atlas.first_year);
    const float axis = frame.px(compact ? 44.0F : 86.0F);
    plot.x0 = box.x + axis;
    plot.column = (box.w - axis) / static_cast<float>(plot.last - plot.first + 1);
    plot.base = box.y + frame.px(compact ? 106.0F : 136.0F);
    plot.top = box.y + frame.px(compact ? 64.0F : 62.0F);
    plot.years_y = plot.base + frame.px(compact ? 4.0F : 5.0F);
    plot.dots_y = plot.base + frame.px(compact ? 31.0F : 36.0F);
    plot.full_years = plot.column > frame.px(40);
    plot.values = plot.column > frame.px(44);
    return plot;
}

double largest(const Frame& frame, const data::Series& series, const Plot& plot)
{
    double most = 0;
    for (int year = plot.first; year <= plot.last; ++year) {
        const auto& value = series.at(year);
        if (value.state == data::State::absent) continue;
        most = std::max(most, value.value);
        if (!frame.in.dataset.facts) continue;
        for (const auto index : scene::rivals(value, *frame.in.dataset.facts))
            most = std::max(most, frame.in.dataset.facts->facts.at(index).value);
    }
    return most;
}

void axis(Frame& frame, const Plot& plot, double most, float px_per_unit, const std::string& unit)
{
    const Type small = type(frame, "note");
    const double step = round_step(most, frame.layout.compact ? 2 : 3);
    const float line_width = std::max(frame.px(1), 1.0F);
    for (double tick = step; tick <= most * 1.001; tick += step) {
        const float y = std::round(plot.base - static_cast<float>(tick) * px_per_unit);
        if (y < plot.box.y + frame.px(8)) break;
        frame.draw->AddRectFilled({plot.x0, y}, {plot.box.x + plot.box.w, y + line_width}, frame.color("chart.grid"));
        text(frame, {plot.x0 - frame.px(8), y - small.line / 2}, axis_number(frame.in.strings, tick, unit), small,
             frame.color("ui.text_note"), Align::right);
    }
    frame.draw->AddRectFilled({plot.x0, plot.base}, {plot.box.x + plot.box.w, plot.base + line_width},
                              frame.color("chart.axis"));
}

void selected_column(Frame& frame, const Plot& plot, int year)
{
    if (year < plot.first || year > plot.last) return;
    const float half = std::min(plot.column / 2 - frame.px(1), frame.px(41));
    const float top = std::max(plot.top - frame.px(20), plot.box.y + frame.px(frame.layout.compact ? 44.0F : 40.0F));
    const ImVec2 a{plot.centre(year) - half, top};
    const ImVec2 b{plot.centre(year) + half, plot.dots_y + frame.px(12)};
    frame.draw->AddRectFilled(a, b, frame.color("ui.control_active", 0.75F), frame.px(8));
    frame.draw->AddRect(a, b, frame.color("ui.accent"), frame.px(8), 0, frame.px(1.4F));
}

void value_label(Frame& frame, const Plot& plot, int year, const data::YearValue& value, float top, bool selected)
{
    if (!plot.values && !selected) return;
    Type small = type(frame, selected && plot.column > frame.px(44) ? "body" : "note");
    const float x = plot.centre(year);
    if (value.state == data::State::absent) {
        if (plot.column < frame.px(60)) return;
        float y = top - frame.px(4);
        auto rows = frame.in.text.break_lines(frame.text("figure.none"), type(frame, "note").style, plot.column * 0.8F);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            y -= frame.px(13);
            text(frame, {x, y - frame.px(1)}, *row, type(frame, "note"), frame.color("ui.text_note"), Align::centre);
        }
        return;
    }
    // The chosen year shows every published digit; the others may drop decimals that would collide.
    const std::string exact = figure(frame.in.strings, value);
    const float room = std::min(plot.column, frame.px(82)) - frame.px(4);
    if (selected && measure(frame, exact, bold(small)) > room) small = type(frame, "note");
    const bool whole = selected && measure(frame, exact, bold(small)) <= room;
    const std::string label = whole ? exact : short_figure(frame.in.strings, value);
    if (label == exact) frame.shown(label, value.printed, value.unit);
    const float half = measure(frame, label, selected ? bold(small) : small) / 2;
    const float at = std::clamp(x, plot.box.x + half, plot.box.x + plot.box.w - half);
    text(frame, {at, top - small.line - frame.px(selected ? 0.0F : 0.5F)}, label, selected ? bold(small) : small,
         frame.color(selected ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
}

void columns(Frame& frame, const Plot& plot, const data::Series& series, float px_per_unit)
{
    const int chosen = frame.in.state.year;
    const float width = std::min(frame.px(40), plot.column * 0.58F);
    const BarScale scale{plot.base, px_per_unit, 22};
    for (int year = plot.first; year <= plot.last; ++year) {
        const auto& value = series.at(year);
        const bool selected = year == chosen;
        const BarColors colors{frame.color(selected ? "chart.year_bar_selected" : "chart.year_bar"),
                               frame.color("ui.panel"), frame.color("chart.conflict"),
                               frame.color("chart.absent_pattern")};
        float top = bar(frame, plot.centre(year), width, scale, value, colors);
        if (frame.in.dataset.facts)
            for (const auto index : scene::rivals(value, *frame.in.dataset.facts)) {
                const float y =
                    plot.base - static_cast<float>(frame.in.dataset.facts->facts.at(index).value) * px_per_unit;
                frame.draw->AddLine({plot.centre(year) - width * 0.62F, y}, {plot.centre(year) + width * 0.62F, y},
                                    frame.color("chart.conflict"), frame.px(2));
                top = std::min(top, y - frame.px(1));
            }
        value_label(frame, plot, year, value, top, selected);
    }
}

void year_names(Frame& frame, const Plot& plot)
{
    const Type plain = type(frame, "control");
    const float shift = (frame.px(20) - plain.line) / 2;
    for (int year = plot.first; year <= plot.last; ++year) {
        const bool selected = year == frame.in.state.year;
        const bool full = plot.full_years || (selected && plot.column > frame.px(32));
        const std::string name = full ? std::to_string(year) : "’" + std::to_string(year).substr(2);
        text(frame, {plot.centre(year), plot.years_y + shift}, name, selected ? bold(plain) : plain,
             frame.color(selected ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
    }
}

/// For which years the overlay's own headline is known.
void known_years(Frame& frame, const Plot& plot)
{
    const auto& dataset = frame.in.dataset;
    const auto* overlay = dataset.atlas->overlay(frame.in.state.overlay);
    const auto* series = overlay && dataset.series ? dataset.series->find(overlay->headline_series) : nullptr;
    if (!series) return;
    const Type small = type(frame, "note");
    const float room = plot.x0 - frame.px(8) - plot.box.x;
    const std::string unit = overlay_unit(frame.in.strings, *overlay);
    const auto& name = measure(frame, unit, small) <= room ? unit : frame.text("known");
    if (!frame.layout.compact)
        text(frame, {plot.box.x, plot.dots_y - small.line / 2}, fit(frame, name, small, room), small,
             frame.color("ui.text_secondary"));
    const ImU32 color = frame.color(mode_role(frame, overlay->mode));
    for (int year = plot.first; year <= plot.last; ++year)
        knowledge_dot(frame, {plot.centre(year), plot.dots_y}, frame.px(5), series->at(year).state, color,
                      frame.color("ui.text_secondary"));
}

void touch(Frame& frame, const Plot& plot)
{
    const float top = plot.box.y + frame.px(44);
    const float bottom = plot.dots_y + frame.px(14);
    for (int year = plot.first; year <= plot.last; ++year) {
        const float x = plot.x0 + plot.column * static_cast<float>(year - plot.first);
        const Hit hit = control(frame, "year/" + std::to_string(year), {x, top, plot.column, bottom - top}, true);
        int wanted = frame.in.state.year;
        if (hit.held) {
            const float at = (frame.pointer().x - plot.x0) / plot.column;
            wanted = std::clamp(plot.first + static_cast<int>(std::floor(at)), plot.first, plot.last);
        } else if (hit.pressed) {
            wanted = year;
        } else if (hit.hovered && year != frame.in.state.year) {
            frame.draw->AddRect({x + frame.px(1), top}, {x + plot.column - frame.px(1), bottom},
                                frame.color("ui.panel_stroke"), frame.px(8), 0, frame.px(1));
        }
        if (wanted != frame.in.state.year) frame.act(scene::SetYear{wanted});
    }
}

} // namespace

void year_chart(Frame& frame, const geo::Rect& box)
{
    if (!frame.in.dataset.atlas) return;
    const auto& atlas = *frame.in.dataset.atlas;
    const auto& id = frame.in.state.alternative_currency && !atlas.year_bar_series_alt.empty()
                         ? atlas.year_bar_series_alt
                         : atlas.year_bar_series;
    const auto* series = frame.in.dataset.series ? frame.in.dataset.series->find(id) : nullptr;
    const Plot plot = plot_for(frame, box, atlas);
    selected_column(frame, plot, frame.in.state.year);
    if (series) {
        const double most = largest(frame, *series, plot);
        const float px_per_unit = most > 0 ? (plot.base - plot.top) / static_cast<float>(most) : 0;
        axis(frame, plot, most, px_per_unit, series->unit);
        columns(frame, plot, *series, px_per_unit);
    }
    year_names(frame, plot);
    known_years(frame, plot);
    touch(frame, plot);
    year_chart_head(frame, box, series);
}

} // namespace ui
