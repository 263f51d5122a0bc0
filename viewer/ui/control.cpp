#include "ui/control.hpp"
#include "ui/text_draw.hpp"
#include <algorithm>
#include <string>

namespace ui {
namespace {

constexpr float kLetGo = 10; // logical px a finger may wander before a tap becomes a scroll
constexpr float kSegment = 36;

ImGuiID focus_id(const Frame& frame) { return static_cast<ImGuiID>(frame.memory->GetInt(Frame::id_of("focus"), 0)); }

} // namespace

bool key_pressed(int imgui_key)
{
#if IMGUI_VERSION_NUM >= 18700
    return ImGui::IsKeyPressed(static_cast<ImGuiKey>(imgui_key));
#else
    const int index = ImGui::GetKeyIndex(imgui_key);
    return index >= 0 && ImGui::IsKeyPressed(index);
#endif
}

Hit control(Frame& frame, std::string_view id, const geo::Rect& rect, bool drag, float ring_radius)
{
    Hit hit;
    if (rect.w < 1 || rect.h < 1) return hit;
    const auto key = Frame::id_of(id);
    frame.focus_order.push_back(key);
    const bool focused = focus_id(frame) == key;
    if (focused && frame.reveal_focus) {
        if (rect.y < frame.clip_min.y) frame.scroll_by = rect.y - frame.clip_min.y - frame.px(8);
        if (rect.y + rect.h > frame.clip_max.y) frame.scroll_by = rect.y + rect.h - frame.clip_max.y + frame.px(8);
    }
    const float y0 = std::max(rect.y, frame.clip_min.y);
    const float y1 = std::min(rect.y + rect.h, frame.clip_max.y);
    if (y1 <= y0) return hit;
    const geo::Rect seen = frame.on_screen(rect);
    frame.out.controls.push_back({std::string(id), {seen.x, y0, seen.w, y1 - y0}});

    ImGui::SetCursorScreenPos({seen.x, seen.y});
    ImGui::PushID(static_cast<int>(key));
    hit.pressed = ImGui::InvisibleButton("tap", {rect.w, rect.h});
    hit.hovered = ImGui::IsItemHovered();
    hit.held = ImGui::IsItemActive();
    ImGui::PopID();
    const float wander = frame.px(kLetGo);
    if (!drag && ImGui::GetIO().MouseDragMaxDistanceSqr[0] > wander * wander) hit.pressed = false;
    if (hit.held) frame.memory->SetInt(Frame::id_of("focus"), 0);
    if (hit.held && drag) frame.set_flag("drag_owned", true);
    if (focused) {
        hit.focused = true;
        hit.pressed |= key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_Space);
        const float gap = frame.px(2);
        frame.draw->AddRect({rect.x - gap, rect.y - gap}, {rect.x + rect.w + gap, rect.y + rect.h + gap},
                            frame.color("ui.accent"), frame.px(ring_radius) + gap, 0, frame.px(2));
    }
    return hit;
}

void move_focus(Frame& frame)
{
    frame.memory->SetInt(Frame::id_of("focus_moved"), 0);
    if (frame.focus_order.empty() || !key_pressed(ImGuiKey_Tab)) return;
    const auto& order = frame.focus_order;
    const auto now = std::find(order.begin(), order.end(), focus_id(frame));
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    std::ptrdiff_t next = ImGui::GetIO().KeyShift ? count - 1 : 0;
    if (now != order.end()) next = ((now - order.begin()) + (ImGui::GetIO().KeyShift ? count - 1 : 1)) % count;
    frame.memory->SetInt(Frame::id_of("focus"), static_cast<int>(order[static_cast<std::size_t>(next)]));
    frame.memory->SetInt(Frame::id_of("focus_moved"), 1);
}

ImU32 control_fill(const Frame& frame, const Hit& hit, bool active)
{
    if (active || hit.held) return frame.color("ui.control_active");
    return hit.hovered ? frame.color("ui.control_active", 0.55F) : frame.color("ui.control");
}

float segmented_width(Frame& frame, const std::vector<std::string>& labels, float cell)
{
    const Type label = bold(type(frame, "control"));
    float width = frame.px(4);
    for (const auto& text : labels)
        width += cell > 0 ? cell : std::max(measure(frame, text, label) + frame.px(20), frame.px(36));
    return width;
}

int segmented(Frame& frame, std::string_view id, ImVec2 at, const std::vector<std::string>& labels, int active,
              float cell, bool turns)
{
    const Type label = type(frame, "control");
    const float height = frame.px(kSegment);
    const float inset = frame.px(3);
    const float total = segmented_width(frame, labels, cell);
    frame.draw->AddRectFilled(at, {at.x + total, at.y + height}, frame.color("ui.control"), frame.px(8));
    frame.draw->AddRect(at, {at.x + total, at.y + height}, frame.color("ui.panel_stroke"), frame.px(8), 0, frame.px(1));
    int tapped = -1;
    float x = at.x + frame.px(2);
    for (std::size_t k = 0; k < labels.size(); ++k) {
        const std::size_t i = frame.mirrored && !turns ? labels.size() - 1 - k : k;
        const float width =
            cell > 0 ? cell : std::max(measure(frame, labels[i], bold(label)) + frame.px(20), frame.px(36));
        const bool on = static_cast<int>(i) == active;
        const Hit hit = control(frame, std::string(id) + "/" + std::to_string(i), {x, at.y, width, height}, false, 6);
        if (on || hit.hovered)
            frame.draw->AddRectFilled({x + frame.px(1), at.y + inset}, {x + width - frame.px(1), at.y + height - inset},
                                      on ? frame.color("ui.control_active") : frame.color("ui.control_active", 0.4F),
                                      frame.px(6));
        text(frame, {x + width / 2, at.y + (height - label.line) / 2}, labels[i], on ? bold(label) : label,
             frame.color(on ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
        if (hit.pressed) tapped = static_cast<int>(i);
        x += width;
    }
    return tapped;
}

} // namespace ui
