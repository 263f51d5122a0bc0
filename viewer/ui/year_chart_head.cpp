#include "ui/year_chart_head.hpp"
#include "scene/wording.hpp"
#include "ui/control.hpp"
#include "ui/shapes.hpp"
#include "ui/text_draw.hpp"
#include <algorithm>

namespace ui {
namespace {

/// Keys to the looks on the right of the title; only as many as fit.
void key(Frame& frame, float x0, float x1, float y)
{
    const Type small = type(frame, "note");
    const ImU32 fill_color = frame.color("chart.year_bar");
    struct Item {
        const char* text;
        data::State state;
    };
    constexpr Item kItems[] = {{"key.none", data::State::absent},
                               {"key.other_source", data::State::conflicting},
                               {"key.partial", data::State::partial},
                               {"key.about", data::State::about},
                               {"key.published", data::State::published}};
    for (const auto& item : kItems) {
        const auto& name = frame.text(item.text);
        const float width = measure(frame, name, small) + frame.px(16 + 20);
        if (x1 - width < x0) break;
        const float x = x1 - width + frame.px(14);
        const float middle = y + frame.px(10);
        text(frame, {x + frame.px(18), y + frame.px(10) - small.line / 2}, name, small,
             frame.color("ui.text_secondary"));
        const geo::Rect box{x, middle - frame.px(5), frame.px(11), frame.px(10)};
        const ImVec2 b{box.x + box.w, box.y + box.h};
        switch (item.state) {
        case data::State::absent:
            dashed_rect(frame, box, frame.color("chart.absent_pattern"), frame.px(1), frame.px(2), frame.px(2));
            break;
        case data::State::conflicting:
            frame.draw->AddLine({box.x - frame.px(2), middle}, {b.x + frame.px(2), middle},
                                frame.color("chart.conflict"), frame.px(2));
            break;
        case data::State::partial: hatched_fill(frame, box, fill_color, frame.px(1.6F), frame.px(4)); break;
        case data::State::about:
            frame.draw->AddRectFilled({box.x, box.y + frame.px(3)}, b, frame.color("chart.year_bar", 0.62F));
            dashed_line(frame, {box.x, box.y + frame.px(1)}, {b.x, box.y + frame.px(1)}, fill_color, frame.px(1.5F),
                        frame.px(3), frame.px(2));
            break;
        default: frame.draw->AddRectFilled({box.x, box.y}, b, fill_color); break;
        }
        x1 -= width;
    }
}

} // namespace

void year_chart_head(Frame& frame, const geo::Rect& box, const data::Series* series)
{
    const auto& atlas = *frame.in.dataset.atlas;
    const auto* usd = frame.in.dataset.series ? frame.in.dataset.series->find(atlas.year_bar_series) : nullptr;
    const auto* alternative =
        frame.in.dataset.series ? frame.in.dataset.series->find(atlas.year_bar_series_alt) : nullptr;
    float x1 = box.x + box.w;
    const float top = box.y + frame.px(frame.layout.compact ? 4.0F : 6.0F);
    if (usd && alternative) {
        const std::vector<std::string> labels{unit_name(frame.in.strings, "sign_" + usd->unit),
                                              unit_name(frame.in.strings, "sign_" + alternative->unit)};
        x1 -= segmented_width(frame, labels);
        const int tapped = segmented(frame, "currency", {x1, top}, labels, frame.in.state.alternative_currency ? 1 : 0);
        if (tapped >= 0 && (tapped == 1) != frame.in.state.alternative_currency)
            frame.act(scene::SetAlternativeCurrency{tapped == 1});
        x1 -= frame.px(6);
    }
    const Type head = bold(type(frame, "body"));
    const Type small = type(frame, "note");
    const float y = top + (frame.px(36) - head.line) / 2;
    float x = box.x;
    const std::string title = fit(frame, frame.said(atlas.year_bar_title), head, x1 - x);
    x += text(frame, {x, y}, title, head, frame.color("ui.text_primary")) + frame.px(12);
    std::string note = frame.said(atlas.year_bar_note);
    if (series) {
        const auto unit = unit_name(frame.in.strings, series->unit);
        // A note that names its unit in plain words is true for the first series only.
        if (note.find("{unit}") == std::string::npos && series == alternative && series != usd)
            note = scope_name(frame.in.strings, series->scope) + ", " + unit;
        note = scene::fill_in(note, {{"unit", unit}});
    }
    const float note_width = std::min(measure(frame, note, small), std::max(x1 - x, 0.0F));
    text(frame, {x, y + (head.line - small.line) / 2}, fit(frame, note, small, note_width + 1), small,
         frame.color("ui.text_secondary"));
    key(frame, x + note_width + frame.px(12), x1, y);
}

} // namespace ui
