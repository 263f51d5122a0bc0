#include "ui/panel.hpp"
#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace ui {
namespace {

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                                   ImGuiWindowFlags_NoFocusOnAppearing;

} // namespace

void ground(Frame& frame, const geo::Rect& rect, float radius)
{
    const float r = frame.px(radius);
    const ImVec2 a{rect.x, rect.y};
    const ImVec2 b{rect.x + rect.w, rect.y + rect.h};
    const float drop = frame.px(frame.in.theme.number("shadow.panel_dy", 4));
    const float shade = frame.in.theme.number("shadow.panel_opacity", 0.18F);
    frame.draw->AddRectFilled({a.x, a.y + drop}, {b.x, b.y + drop}, frame.color("ui.shadow", shade), r);
    frame.draw->AddRectFilled(a, b, frame.color("ui.panel", frame.in.theme.number("opacity.panel", 0.96F)), r);
    frame.draw->AddRect(a, b, frame.color("ui.panel_stroke"), r, 0, frame.px(1));
}

Panel::Panel(Frame& frame, const char* id, const geo::Rect& most, PanelLook look)
    : frame_(frame), key_(Frame::id_of(id)), most_(most), shown_(most), look_(look), id_(id)
{
    const float content = frame.memory->GetFloat(key_, most.h);
    if (look.fit_height) shown_.h = std::min(std::ceil(content), most.h);
    const float room = std::max(content - shown_.h, 0.0F);
    offset_ = std::clamp(frame.memory->GetFloat(key_ + 1, 0), 0.0F, room);

    const float slack = frame.px(8); // the shadow and focus rings reach past the ground
    const geo::Rect seen = frame.on_screen(shown_);
    ImGui::SetNextWindowPos({seen.x - slack, seen.y - slack});
    ImGui::SetNextWindowSize({shown_.w + 2 * slack, shown_.h + 2 * slack});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::Begin(id, nullptr, kBare);
    ImGui::PopStyleVar(3);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); // what is drawn later lies on top
    frame.draw = ImGui::GetWindowDrawList();
    frame.draw->Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex; // one texture, one draw call a panel
    frame.draw->PushTextureID(frame.glyphs());
    mirror_.emplace(frame, *frame.draw);
    frame.out.panels.push_back({id, seen});
    if (look.background) {
        ground(frame, shown_, look.radius);
        if (look.fit_height && room > 0) scroll();
    }
    const float edge = look.background ? frame.px(1) : -slack;
    frame.clip_min = {shown_.x + edge, shown_.y + edge};
    frame.clip_max = {shown_.x + shown_.w - edge, shown_.y + shown_.h - edge};
    // ImGui finds taps by the rectangle on the screen; drawing is cut in the panel's own coordinates.
    const geo::Rect inner = frame.on_screen(geo::Rect{
        frame.clip_min.x, frame.clip_min.y, frame.clip_max.x - frame.clip_min.x, frame.clip_max.y - frame.clip_min.y});
    ImGui::PushClipRect({inner.x, inner.y}, {inner.x + inner.w, inner.y + inner.h}, true);
    if (frame.mirrored) frame.draw->PushClipRect(frame.clip_min, frame.clip_max, false);
    x0 = shown_.x + frame.px(look.padding);
    x1 = shown_.x + shown_.w - frame.px(look.padding);
    top_ = shown_.y - offset_;
    y = top_ + frame.px(look.padding);
    frame.scroll_by = 0;
}

void Panel::scroll()
{
    const auto& io = ImGui::GetIO();
    const bool inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (inside && io.MouseWheel != 0) offset_ -= io.MouseWheel * frame_.px(48);
    const geo::ScreenPx start{io.MouseClickedPos[0].x, io.MouseClickedPos[0].y};
    const float wander = frame_.px(10);
    const bool dragging =
        io.MouseDown[0] && frame_.on_screen(shown_).contains(start) && io.MouseDragMaxDistanceSqr[0] > wander * wander;
    if (dragging && !frame_.memory->GetBool(Frame::id_of("drag_owned"), false)) offset_ -= io.MouseDelta.y;
    const float content = frame_.memory->GetFloat(key_, shown_.h);
    offset_ = std::clamp(offset_, 0.0F, std::max(content - shown_.h, 0.0F));
    const float inset = frame_.px(6);
    const float track = shown_.h - 2 * inset;
    const float knob = std::max(track * shown_.h / content, frame_.px(24));
    const float at = shown_.y + inset + (track - knob) * offset_ / std::max(content - shown_.h, 1.0F);
    const float x = shown_.x + shown_.w - frame_.px(6);
    frame_.draw->AddRectFilled({x, at}, {x + frame_.px(3), at + knob}, frame_.color("ui.control_active"),
                               frame_.px(1.5F));
}

Panel::~Panel()
{
    if (look_.fit_height) frame_.memory->SetFloat(key_, y + frame_.px(look_.padding) - top_);
    frame_.memory->SetFloat(key_ + 1, std::max(offset_ + frame_.scroll_by, 0.0F));
    if (frame_.mirrored) frame_.draw->PopClipRect();
    ImGui::PopClipRect();
    frame_.draw->PopTextureID();
    mirror_.reset();
    ImGui::End();
}

void Panel::rule(float above, float below)
{
    space(above);
    const float at = std::round(y);
    frame_.draw->AddRectFilled({x0, at}, {x1, at + std::max(frame_.px(1), 1.0F)}, frame_.color("ui.separator"));
    space(below);
}

void Panel::row(std::string_view utf8, const Type& type, ImU32 color)
{
    line(frame_, x0, x1, y, utf8, type, color);
    y += type.line;
}

void Panel::wrapped(std::string_view utf8, const Type& type, ImU32 color)
{
    y += paragraph(frame_, x0, x1, y, utf8, type, color);
}

} // namespace ui
