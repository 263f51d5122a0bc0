#include "ui/drop_down.hpp"
#include "ui/panel.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string open_flag(const char* id) { return std::string(id) + "/open"; }

} // namespace

bool is_list_open(const Frame& frame, const char* id) { return frame.flag(open_flag(id).c_str()); }
void open_list(Frame& frame, const char* id, bool open) { frame.set_flag(open_flag(id).c_str(), open); }

std::string drop_down_list(Frame& frame, const char* id, float x, float y, float width,
                           const std::vector<Choice>& choices)
{
    if (!is_list_open(frame, id)) return {};
    const std::string list_id = std::string(id) + "/list";
    const float row = frame.px(40);
    const float heading = frame.px(28);
    float height = frame.px(12);
    for (const auto& choice : choices) height += row + (choice.heading.empty() ? 0 : heading);
    const float most_x = std::max(frame.layout.window.w - width - frame.px(8), 0.0F);
    const geo::Rect most{std::min(x, most_x), y, width, height};
    Panel panel(frame, list_id.c_str(), most, {.padding = 6});
    const Type body = type(frame, "body");
    const Type upper = type(frame, "caption_upper");
    std::string chosen;
    for (const auto& choice : choices) {
        if (!choice.heading.empty()) {
            line(frame, panel.x0 + frame.px(10), panel.x1, panel.y + (heading - upper.line) / 2 + frame.px(3),
                 caption(frame, choice.heading), upper, frame.color("ui.text_note"));
            panel.y += heading;
        }
        const geo::Rect rect{panel.x0, panel.y, panel.x1 - panel.x0, row};
        const Hit hit = control(frame, list_id + "/" + choice.id, rect);
        if (hit.hovered || choice.active)
            frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h},
                                      control_fill(frame, hit, choice.active), frame.px(6));
        line(frame, rect.x + frame.px(10), rect.x + rect.w - frame.px(10), rect.y + (row - body.line) / 2, choice.label,
             choice.active ? bold(body) : body, frame.color("ui.text_primary"));
        if (hit.pressed) chosen = choice.id;
        panel.y += row;
    }
    const auto mouse = frame.pointer();
    const bool beside = !most.contains({mouse.x, mouse.y});
    // The button itself shuts its list; a tap on it must not shut and open it again.
    const bool on_bar = mouse.y <= y;
    if (!chosen.empty() || (ImGui::IsMouseReleased(0) && beside && !on_bar)) open_list(frame, id, false);
    return chosen;
}

} // namespace ui
