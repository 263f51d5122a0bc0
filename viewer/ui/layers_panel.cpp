#include "scene/wording.hpp"
#include "ui/icons.hpp"
#include "ui/legend.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include "ui/swatches.hpp"
#include <algorithm>

namespace ui {
namespace {

void handle(Frame& frame)
{
    const auto& rect = frame.layout.left;
    Panel panel(frame, "layers_handle", rect, {.padding = 0});
    const Hit hit = control(frame, "layers_open", rect, false, 12);
    if (hit.hovered)
        frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h}, frame.color("ui.control", 0.8F),
                                  frame.px(12));
    icon(frame, Icon::layers, {rect.x + rect.w / 2, rect.y + rect.h / 2}, 20, frame.color("ui.text_primary"));
    if (!hit.pressed) return;
    // In a small window the inspector pushed the layers away: to bring them back it has to go.
    if (frame.layout.left_displaced) frame.act(scene::ClearSelection{});
    frame.act(scene::SetLayersOpen{true});
}

void title(Frame& frame, Panel& panel)
{
    const auto& state = frame.in.state;
    const auto* view = frame.in.dataset.atlas ? frame.in.dataset.atlas->view(state.view) : nullptr;
    const Type head = type(frame, "panel_title");
    const float button = frame.px(36);
    const float button_x = panel.x1 - button + frame.px(8);
    const Hit hit = control(frame, "layers_close", {button_x, panel.y - frame.px(5), button, button});
    icon(frame, Icon::chevron_left, {button_x + button / 2, panel.y + frame.px(13)}, 14,
         frame.color(hit.hovered ? "ui.text_primary" : "ui.text_secondary"));
    if (hit.pressed) frame.act(scene::SetLayersOpen{false});
    line(frame, panel.x0, panel.x1 - button, panel.y, view ? frame.said(view->name) : frame.text("layers"), head,
         frame.color("ui.text_primary"));
    panel.y += head.line + frame.px(1);
    if (view) panel.wrapped(frame.said(view->subtitle), type(frame, "note"), frame.color("ui.text_secondary"));
}

void overlays(Frame& frame, Panel& panel)
{
    const auto& all = frame.in.dataset.atlas->overlays;
    if (all.size() < 2) return;
    panel.space(12);
    panel.row(caption(frame, frame.text("shown")), type(frame, "caption_upper"), frame.color("ui.text_note"));
    panel.space(2);
    const Type name_type = type(frame, "body");
    const Type unit_type = type(frame, "note");
    const float row = frame.px(36);
    // A long list is folded to the overlay shown, so that the legend stays in sight.
    const bool foldable = all.size() > 2;
    const bool open = !foldable || frame.flag("overlays_open");
    for (const auto& overlay : all) {
        const bool on = overlay.id == frame.in.state.overlay;
        if (!on && !open) continue;
        const geo::Rect rect{panel.x0 - frame.px(8), panel.y, panel.x1 - panel.x0 + frame.px(16), row};
        const Hit hit = control(frame, "overlay/" + overlay.id, rect);
        if (hit.hovered || on)
            frame.draw->AddRectFilled({rect.x, rect.y + frame.px(1)}, {rect.x + rect.w, rect.y + row - frame.px(1)},
                                      frame.color(on ? "ui.panel_raised" : "ui.control", on ? 1.0F : 0.6F),
                                      frame.px(8));
        const ImVec2 dot{panel.x0 + frame.px(8), panel.y + row / 2};
        frame.draw->AddCircle(dot, frame.px(7), frame.color(on ? "ui.accent" : "ui.text_note"), 0, frame.px(1.6F));
        if (on) frame.draw->AddCircleFilled(dot, frame.px(3.6F), frame.color("ui.accent"));
        const std::string unit = overlay_unit(frame.in.strings, overlay);
        const std::string name = frame.said(overlay.name);
        const float x0 = panel.x0 + frame.px(24);
        const float mark = on && foldable ? frame.px(20) : 0;
        const float x1 = panel.x1 - mark;
        if (mark > 0)
            icon(frame, open ? Icon::chevron_up : Icon::chevron_down, {panel.x1 - frame.px(6), panel.y + row / 2}, 11,
                 frame.color("ui.text_secondary"));
        const float unit_width = measure(frame, unit, unit_type);
        const float name_width = measure(frame, name, on ? bold(name_type) : name_type);
        const bool both = name_width + unit_width + frame.px(8) <= x1 - x0;
        line(frame, x0, x1, panel.y + (row - name_type.line) / 2, name, on ? bold(name_type) : name_type,
             frame.color(on ? "ui.text_primary" : "ui.text_secondary"));
        if (both)
            text(frame, {x1, panel.y + (row - unit_type.line) / 2}, unit, unit_type, frame.color("ui.text_note"),
                 Align::right);
        if (hit.pressed && foldable) frame.set_flag("overlays_open", !open);
        if (hit.pressed && !on) frame.act(scene::SetOverlay{overlay.id});
        panel.y += row;
    }
}

void opacity_slider(Frame& frame, Panel& panel, const data::LayerGroup& group, const scene::LayerSetting& setting)
{
    const float row = frame.px(36);
    const float x0 = panel.x0 + frame.px(52);
    const float x1 = panel.x1 - frame.px(48);
    const Hit hit =
        control(frame, "opacity/" + group.id, {x0 - frame.px(10), panel.y, x1 - x0 + frame.px(20), row}, true);
    const float y = panel.y + row / 2;
    const float at = x0 + (x1 - x0) * setting.opacity;
    frame.draw->AddRectFilled({x0, y - frame.px(2)}, {x1, y + frame.px(2)}, frame.color("ui.control_active"),
                              frame.px(2));
    frame.draw->AddRectFilled({x0, y - frame.px(2)}, {at, y + frame.px(2)}, frame.color("ui.accent"), frame.px(2));
    frame.draw->AddCircleFilled({at, y}, frame.px(8), frame.color("ui.accent"));
    const Type small = type(frame, "note");
    text(frame, {panel.x1, y - small.line / 2},
         scene::fill_in(frame.text("unit_pattern.percent"),
                        {{"n", std::to_string(static_cast<int>(setting.opacity * 100 + 0.5F))}}),
         small, frame.color("ui.text_secondary"), Align::right);
    float wanted = setting.opacity;
    if (hit.held) wanted = (frame.pointer().x - x0) / (x1 - x0);
    if (hit.focused) {
        ImGui::CaptureKeyboardFromApp(true);
        const float step = frame.mirrored ? -0.1F : 0.1F; // towards where the knob is seen to go
        if (key_pressed(ImGuiKey_LeftArrow)) wanted -= step;
        if (key_pressed(ImGuiKey_RightArrow)) wanted += step;
    }
    wanted = std::clamp(wanted, 0.0F, 1.0F);
    if (wanted != setting.opacity) frame.act(scene::SetLayerOpacity{group.id, wanted});
    panel.y += row;
}

void layer_row(Frame& frame, Panel& panel, const data::LayerGroup& group, const std::string& mode)
{
    const auto& state = frame.in.state;
    const auto found = state.layers.find(group.id);
    const scene::LayerSetting setting =
        found == state.layers.end() ? scene::LayerSetting{group.visible, 1} : found->second;
    // The row of the flows speaks of the overlay that is on.
    const auto* overlay = group.swatch == "ribbon" ? frame.in.dataset.atlas->overlay(state.overlay) : nullptr;
    const std::string name = frame.said(overlay ? overlay->name : group.name);
    const std::string note = overlay ? overlay_unit(frame.in.strings, *overlay) : frame.said(group.note);
    const std::string swatch_role = overlay && overlay->kind != data::OverlayKind::ribbon ? "circle" : group.swatch;
    const bool noted = !note.empty() && !frame.layout.dense;
    const float row = frame.px(noted ? 40.0F : 36.0F);
    const float button = frame.px(36);
    const float left = panel.x0 - frame.px(8);
    const float width = panel.x1 - panel.x0 + frame.px(16);
    const float eye_x = left + width - button;

    const Hit open = control(frame, "layer/" + group.id, {left, panel.y, width - button, row});
    if (open.hovered)
        frame.draw->AddRectFilled({left, panel.y}, {left + width, panel.y + row}, frame.color("ui.control", 0.6F),
                                  frame.px(8));
    swatch(frame, swatch_role, {panel.x0, panel.y, frame.px(40), row}, mode);
    const Type name_type = type(frame, "body");
    const Type note_type = type(frame, "note");
    const float x0 = panel.x0 + frame.px(52);
    const float x1 = panel.x1 - frame.px(28);
    const float top = panel.y + (row - name_type.line - (noted ? note_type.line - frame.px(2) : 0)) / 2;
    line(frame, x0, x1, top, name, name_type, frame.color(setting.visible ? "ui.text_primary" : "ui.text_note"));
    if (noted) line(frame, x0, x1, top + name_type.line - frame.px(2), note, note_type, frame.color("ui.text_note"));

    const Hit eye = control(frame, "eye/" + group.id, {eye_x, panel.y + (row - button) / 2, button, button});
    icon(frame, setting.visible ? Icon::eye : Icon::eye_off, {eye_x + button / 2 + frame.px(1), panel.y + row / 2}, 16,
         frame.color(eye.hovered       ? "ui.text_primary"
                     : setting.visible ? "ui.text_secondary"
                                       : "ui.text_note"));
    if (eye.pressed) frame.act(scene::SetLayerVisible{group.id, !setting.visible});
    const bool expanded = state.expanded_layer == group.id;
    if (open.pressed) frame.act(scene::ExpandLayer{expanded ? std::string() : group.id});
    panel.y += row;
    if (expanded) opacity_slider(frame, panel, group, setting);
}

/// What lies under the subject of the map: folded into one row, as it is rarely switched.
bool of_base_map(const data::LayerGroup& group)
{
    for (const char* role : {"place", "relief", "river", "lake", "boundary", "province", "graticule", "focus"})
        if (group.swatch == role) return true;
    return false;
}

bool fold_row(Frame& frame, Panel& panel)
{
    const bool open = frame.flag("base_map_open");
    const float row = frame.px(36);
    const Hit hit =
        control(frame, "base_map", {panel.x0 - frame.px(8), panel.y, panel.x1 - panel.x0 + frame.px(16), row});
    const Type name = type(frame, "body");
    if (hit.hovered)
        frame.draw->AddRectFilled({panel.x0 - frame.px(8), panel.y}, {panel.x1 + frame.px(8), panel.y + row},
                                  frame.color("ui.control", 0.6F), frame.px(8));
    swatch(frame, "relief", {panel.x0, panel.y, frame.px(40), row}, "");
    line(frame, panel.x0 + frame.px(52), panel.x1 - frame.px(28), panel.y + (row - name.line) / 2,
         frame.text("base_map"), name, frame.color("ui.text_primary"));
    icon(frame, open ? Icon::chevron_up : Icon::chevron_down, {panel.x1 - frame.px(9), panel.y + row / 2}, 12,
         frame.color("ui.text_secondary"));
    if (hit.pressed) frame.set_flag("base_map_open", !open);
    panel.y += row;
    return open;
}

} // namespace

void layers_panel(Frame& frame)
{
    if (!frame.layout.left_open) return handle(frame);
    Panel panel(frame, "layers", frame.layout.left, {.fit_height = true});
    title(frame, panel);
    if (!frame.in.dataset.atlas) return;
    const auto& atlas = *frame.in.dataset.atlas;
    const auto* overlay = atlas.overlay(frame.in.state.overlay);
    overlays(frame, panel);
    if (!atlas.groups.empty()) {
        panel.space(10);
        panel.row(caption(frame, frame.text("layers")), type(frame, "caption_upper"), frame.color("ui.text_note"));
        panel.space(4);
    }
    const auto mode = overlay ? overlay->mode : std::string();
    bool base_map = false;
    for (const auto& group : atlas.groups) {
        if (of_base_map(group))
            base_map = true;
        else
            layer_row(frame, panel, group, mode);
    }
    if (base_map && fold_row(frame, panel))
        for (const auto& group : atlas.groups)
            if (of_base_map(group)) layer_row(frame, panel, group, mode);
    legend(frame, panel);
}

} // namespace ui
