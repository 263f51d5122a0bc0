#include "geo/graticule.hpp"
#include "scene/wording.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace ui {
namespace {

void zoom_buttons(Frame& frame, const geo::Rect& free)
{
    struct Button {
        const char* id;
        Icon which;
    };
    constexpr Button kButtons[] = {{"zoom_in", Icon::plus}, {"zoom_out", Icon::minus}, {"home", Icon::home}};
    const float size = frame.px(40);
    const geo::Rect rect{free.x + free.w - size - frame.px(16), free.y + free.h - 3 * size - frame.px(14), size,
                         3 * size};
    Panel panel(frame, "zoom", rect, {.radius = 8, .padding = 0});
    const float centre_x = frame.on_screen(free.x + free.w / 2);
    const float centre_y = free.y + free.h / 2;
    for (std::size_t i = 0; i < std::size(kButtons); ++i) {
        const geo::Rect cell{rect.x, rect.y + static_cast<float>(i) * size, size, size};
        const Hit hit = control(frame, kButtons[i].id, cell);
        if (hit.hovered || hit.held)
            frame.draw->AddRectFilled({cell.x + frame.px(3), cell.y + frame.px(3)},
                                      {cell.x + size - frame.px(3), cell.y + size - frame.px(3)},
                                      frame.color(hit.held ? "ui.control_active" : "ui.control"), frame.px(6));
        if (i > 0)
            frame.draw->AddRectFilled({cell.x + frame.px(8), cell.y},
                                      {cell.x + size - frame.px(8), cell.y + frame.px(1)},
                                      frame.color("ui.panel_stroke"));
        icon(frame, kButtons[i].which, {cell.x + size / 2, cell.y + size / 2}, 16, frame.color("ui.text_primary"));
        if (!hit.pressed) continue;
        if (i == 0) frame.act(scene::ZoomAt{1.6, centre_x, centre_y, true});
        if (i == 1) frame.act(scene::ZoomAt{1 / 1.6, centre_x, centre_y, true});
        if (i == 2) frame.act(scene::Home{});
    }
}

std::string distance_words(const Frame& frame, double metres)
{
    if (metres >= 1000)
        return scene::fill_in(frame.text("scale.km"), {{"n", axis_number(frame.in.strings, metres / 1000)}});
    return scene::fill_in(frame.text("scale.m"), {{"n", axis_number(frame.in.strings, metres)}});
}

void scale_bar(Frame& frame, const geo::Rect& free)
{
    const float left = free.x + frame.px(24);
    const float bottom = free.y + free.h - frame.px(18);
    const geo::Rect box{free.x, bottom - frame.px(40), free.w - frame.px(72), frame.px(52)};
    if (box.w < frame.px(120)) return;
    ImGui::SetNextWindowPos({frame.on_screen(box).x, box.y});
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin("map_notes", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    frame.draw = ImGui::GetWindowDrawList();
    frame.draw->Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex;
    std::optional<Mirror> mirror(std::in_place, frame, *frame.draw);
    frame.draw->PushTextureID(frame.glyphs());
    const Type small = type(frame, "note");
    const ImU32 ink = frame.color("label.primary");
    const ImU32 halo = frame.color("label.halo", 0.85F);
    float x = left;
    if (frame.in.ground_metres_per_px > 0) {
        const double metres = geo::round_scale_m(frame.in.ground_metres_per_px * frame.px(110));
        const auto length = static_cast<float>(metres / frame.in.ground_metres_per_px);
        const float tick = frame.px(4);
        const auto rule = [&](ImU32 color, float width) {
            frame.draw->AddLine({left, bottom}, {left + length, bottom}, color, width);
            for (const float t : {0.0F, 0.5F, 1.0F})
                frame.draw->AddLine({left + length * t, bottom + width / 2},
                                    {left + length * t, bottom - tick - width / 2}, color, width);
        };
        rule(halo, frame.px(4));
        rule(ink, frame.px(1.4F));
        x = left + length + frame.px(10);
        x += text_on_map(frame, {x, bottom - small.line / 2 - frame.px(2)}, distance_words(frame, metres), small, ink,
                         halo) +
             frame.px(20);
    }
    const auto* atlas = frame.in.dataset.atlas.get();
    const auto* projection = atlas ? atlas->projection(frame.in.state.projection) : nullptr;
    float caption_width = 0;
    if (projection)
        caption_width = text_on_map(frame, {left, bottom - frame.px(30)}, frame.said(projection->caption), small,
                                    frame.color("label.secondary"), halo);
    // No name of the map is set under these.
    frame.out.panels.push_back(
        {"map_notes", frame.on_screen(geo::Rect{left - frame.px(6), bottom - frame.px(36),
                                                std::max(x - left, caption_width) + frame.px(12), frame.px(42)})});
    if (!frame.in.pointer_text.empty())
        text_on_map(frame, {x, bottom - small.line / 2 - frame.px(2)}, frame.in.pointer_text, small,
                    frame.color("label.secondary"), halo);
    frame.draw->PopTextureID();
    mirror.reset();
    ImGui::End();
}

} // namespace

void map_furniture(Frame& frame)
{
    const auto& free = frame.layout.free;
    if (free.h < frame.px(150)) return;
    frame.clip_min = {0, 0};
    frame.clip_max = {frame.layout.window.w, frame.layout.window.h};
    scale_bar(frame, free);
    if (free.w > frame.px(120)) zoom_buttons(frame, free);
}

} // namespace ui
