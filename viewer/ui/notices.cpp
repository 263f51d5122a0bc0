#include "scene/wording.hpp"
#include "ui/icons.hpp"
#include "ui/map_tools.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include <algorithm>

namespace ui {
namespace {

/// Below the strip of map tools where the two would meet.
float top_for(Frame& frame, const geo::Rect& free, float width)
{
    const geo::Rect tools = map_tools_rect(frame);
    const float x = free.x + (free.w - width) / 2;
    return tools.w > 0 && x < tools.x + tools.w + frame.px(8) ? tools.y + tools.h + frame.px(8) : free.y + frame.px(16);
}

void loading(Frame& frame, const geo::Rect& free)
{
    const auto& dataset = frame.in.dataset;
    if (dataset.parts_total <= 0 || dataset.parts_done >= dataset.parts_total) return;
    const float width = std::min(frame.px(280), free.w - frame.px(32));
    const geo::Rect rect{free.x + (free.w - width) / 2, top_for(frame, free, width), width, frame.px(52)};
    Panel panel(frame, "loading", rect, {.radius = 10});
    const Type small = type(frame, "control");
    const float share = static_cast<float>(dataset.parts_done) / static_cast<float>(dataset.parts_total);
    line(frame, panel.x0, panel.x1, rect.y + frame.px(6),
         scene::fill_in(frame.text("loading"),
                        {{"done", std::to_string(dataset.parts_done)}, {"total", std::to_string(dataset.parts_total)}}),
         small, frame.color("ui.text_secondary"));
    const float y = rect.y + rect.h - frame.px(14);
    frame.draw->AddRectFilled({panel.x0, y}, {panel.x1, y + frame.px(4)}, frame.color("ui.control_active"),
                              frame.px(2));
    frame.draw->AddRectFilled({panel.x0, y}, {panel.x0 + (panel.x1 - panel.x0) * share, y + frame.px(4)},
                              frame.color("ui.accent"), frame.px(2));
}

void problems(Frame& frame, const geo::Rect& free)
{
    const auto& list = frame.in.dataset.problems;
    if (list.empty()) return;
    const bool open = frame.flag("problems_open");
    const Type small = type(frame, "control");
    const std::string words = scene::fill_in(frame.text("problems"), {{"n", std::to_string(list.size())}});
    const float width =
        std::min(open ? frame.px(520) : measure(frame, words, small) + frame.px(64), free.w - frame.px(24));
    const bool busy = frame.in.dataset.parts_done < frame.in.dataset.parts_total;
    const float top = top_for(frame, free, width) + frame.px(busy ? 64.0F : 0.0F);
    const geo::Rect most{free.x + (free.w - width) / 2, top, width,
                         std::max(free.y + free.h - top - frame.px(16), frame.px(40))};
    Panel panel(frame, open ? "problems_list" : "problems",
                open ? most : geo::Rect{most.x, most.y, most.w, frame.px(40)}, {.fit_height = open, .radius = 10});
    const float row_y = panel.y - frame.px(16);
    const geo::Rect row{most.x, row_y, most.w, frame.px(40)};
    const Hit hit = control(frame, "problems_toggle", row);
    icon(frame, Icon::warning, {panel.x0 + frame.px(8), row_y + frame.px(20)}, 16, frame.color("ui.accent"));
    line(frame, panel.x0 + frame.px(26), panel.x1 - frame.px(18), row_y + (frame.px(40) - small.line) / 2, words, small,
         frame.color("ui.text_primary"));
    icon(frame, open ? Icon::close : Icon::chevron_down, {panel.x1 - frame.px(4), row_y + frame.px(20)}, 11,
         frame.color("ui.text_secondary"));
    if (hit.pressed) frame.set_flag("problems_open", !open);
    if (!open) return;
    panel.y = row_y + frame.px(42);
    for (const auto& problem : list) {
        panel.wrapped(problem.text(), type(frame, "note"), frame.color("ui.text_secondary"));
        panel.space(8);
    }
}

} // namespace

void notices(Frame& frame)
{
    const auto& free = frame.layout.free;
    if (free.w < frame.px(140) || free.h < frame.px(80)) return;
    loading(frame, free);
    problems(frame, free);
}

} // namespace ui
