#include "ui/series_chart.hpp"
#include "scene/wording.hpp"
#include "ui/bars.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kFewest = 8; ///< years shown at least, so that a short series is not blown up

std::pair<int, int> span_of(const Frame& frame, const data::Series& series)
{
    const auto& atlas = *frame.in.dataset.atlas;
    int first = atlas.last_year;
    for (const auto& [year, value] : series.years)
        if (value.state != data::State::absent && year >= atlas.first_year) first = std::min(first, year);
    return {std::clamp(std::min(first, atlas.last_year - kFewest + 1), atlas.first_year, atlas.last_year),
            atlas.last_year};
}

double most_of(const Frame& frame, const data::Series& series, std::pair<int, int> span)
{
    double most = 0;
    for (int year = span.first; year <= span.second; ++year) {
        const auto& value = series.at(year);
        if (value.state == data::State::absent) continue;
        most = std::max(most, value.value);
        if (frame.in.dataset.facts)
            for (const auto index : scene::rivals(value, *frame.in.dataset.facts))
                most = std::max(most, frame.in.dataset.facts->facts.at(index).value);
    }
    return most;
}

} // namespace

void series_chart(Frame& frame, Panel& panel, const data::Series& series, ImU32 color)
{
    if (!frame.in.dataset.atlas) return;
    const auto span = span_of(frame, series);
    const double largest = most_of(frame, series, span);
    const double step = round_step(largest, 3);
    const double most = std::ceil(largest / step - 1e-9) * step; // the highest tick stands above every column
    const Type small = type(frame, "note");
    const float height = frame.px(130);
    const float top = panel.y;
    const float base = std::round(top + height);
    float gutter = frame.px(20);
    for (double tick = step; tick <= most * 1.001; tick += step)
        gutter =
            std::max(gutter, measure(frame, axis_number(frame.in.strings, tick, series.unit), small) + frame.px(8));
    const float x0 = panel.x0 + gutter;
    const float column = (panel.x1 - x0) / static_cast<float>(span.second - span.first + 1);
    const float px_per_unit = most > 0 ? (height - frame.px(18)) / static_cast<float>(most) : 0;
    const float hair = std::max(frame.px(1), 1.0F);

    const int chosen = frame.in.state.year;
    if (chosen >= span.first && chosen <= span.second) {
        const float x = x0 + column * static_cast<float>(chosen - span.first);
        frame.draw->AddRectFilled({x + hair, top}, {x + column - hair, base + frame.px(22)},
                                  frame.color("ui.control_active", 0.8F), frame.px(5));
    }
    for (double tick = step; tick <= most * 1.001; tick += step) {
        const float y = std::round(base - static_cast<float>(tick) * px_per_unit);
        frame.draw->AddRectFilled({x0, y}, {panel.x1, y + hair}, frame.color("chart.grid"));
        text(frame, {x0 - frame.px(6), y - small.line / 2}, axis_number(frame.in.strings, tick, series.unit), small,
             frame.color("ui.text_note"), Align::right);
    }
    text(frame, {x0 - frame.px(6), base - small.line / 2}, "0", small, frame.color("ui.text_note"), Align::right);
    frame.draw->AddRectFilled({x0, base}, {panel.x1, base + hair}, frame.color("chart.axis"));

    const float width = std::min(column * 0.62F, frame.px(22));
    const BarColors colors{color, frame.color("ui.panel"), frame.color("chart.conflict"),
                           frame.color("chart.absent_pattern")};
    float label_end = panel.x0;
    for (int year = span.first; year <= span.second; ++year) {
        const auto& value = series.at(year);
        const float x = x0 + column * (static_cast<float>(year - span.first) + 0.5F);
        const float upper = bar(frame, x, width, {base, px_per_unit, 16}, value, colors);
        if (frame.in.dataset.facts)
            for (const auto index : scene::rivals(value, *frame.in.dataset.facts)) {
                const float y = base - static_cast<float>(frame.in.dataset.facts->facts.at(index).value) * px_per_unit;
                frame.draw->AddLine({x - column * 0.45F, y}, {x + column * 0.45F, y}, colors.conflict, frame.px(2));
            }
        const bool selected = year == chosen;
        if (value.state == data::State::partial) {
            const auto words = badge(frame.in.strings, value, frame.in.dataset.facts.get());
            const float half = measure(frame, words, small) / 2;
            const float at = std::min(x, panel.x1 - half);
            // The hatching tells the state; the months are written where they do not run into another year's.
            const bool room = half * 2 <= column * 1.15F || year == span.second;
            if (at - half > label_end && (room || selected)) {
                text(frame, {at, std::max(upper - small.line, top - frame.px(2))}, words, small,
                     frame.color("ui.text_secondary"), Align::centre);
                label_end = at + half;
            }
        }
        text(frame, {x, base + frame.px(4)}, "’" + std::to_string(year).substr(2), selected ? bold(small) : small,
             frame.color(selected ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
        const geo::Rect touch{x - column / 2, top, column, height + frame.px(22)};
        const Hit hit = control(frame, "card_year/" + std::to_string(year), touch, false, 4);
        if (hit.pressed && !selected) frame.act(scene::SetYear{year});
    }
    panel.y = base + frame.px(26);
}

} // namespace ui
