#pragma once
#include "scene/action.hpp"

/// Name and fields of every action, in one place: `visit_fields(action, f)` calls f(key, member) for each.
namespace scene {

template <class T> struct ActionForm;

#define ATLAS_ACTION(type, json_name, ...)                                                                             \
    template <> struct ActionForm<type> {                                                                              \
        static constexpr const char* name = json_name;                                                                 \
        template <class A, class F> static void fields([[maybe_unused]] A& a, [[maybe_unused]] F&& f)                  \
        {                                                                                                              \
            (void)0 __VA_OPT__(, ) __VA_ARGS__;                                                                        \
        }                                                                                                              \
    }

ATLAS_ACTION(Tick, "tick", f("dt", a.dt_s));
ATLAS_ACTION(Resize, "resize", f("width", a.width_px), f("height", a.height_px), f("scale", a.scale));
ATLAS_ACTION(SetFreeRect, "set_free_rect", f("x", a.x), f("y", a.y), f("w", a.w), f("h", a.h));
ATLAS_ACTION(Pan, "pan", f("dx", a.dx_px), f("dy", a.dy_px));
ATLAS_ACTION(Fling, "fling", f("vx", a.vx_px_s), f("vy", a.vy_px_s));
ATLAS_ACTION(StopMotion, "stop_motion");
ATLAS_ACTION(ZoomAt, "zoom_at", f("factor", a.factor), f("x", a.x_px), f("y", a.y_px), f("animate", a.animate));
ATLAS_ACTION(FlyTo, "fly_to", f("lon", a.lon), f("lat", a.lat), f("width_km", a.width_km));
ATLAS_ACTION(SetView, "set_view", f("view", a.view), f("animate", a.animate));
ATLAS_ACTION(Home, "home");
ATLAS_ACTION(SetProjection, "set_projection", f("projection", a.projection));
ATLAS_ACTION(SetYear, "set_year", f("year", a.year));
ATLAS_ACTION(StepYear, "step_year", f("delta", a.delta));
ATLAS_ACTION(TogglePlay, "toggle_play");
ATLAS_ACTION(SetPlaySpeed, "set_play_speed", f("seconds_per_year", a.seconds_per_year));
ATLAS_ACTION(SetOverlay, "set_overlay", f("overlay", a.overlay));
ATLAS_ACTION(SetLayerVisible, "set_layer_visible", f("group", a.group), f("visible", a.visible));
ATLAS_ACTION(SetLayerOpacity, "set_layer_opacity", f("group", a.group), f("opacity", a.opacity));
ATLAS_ACTION(ExpandLayer, "expand_layer", f("group", a.group));
ATLAS_ACTION(Tap, "tap", f("x", a.x_px), f("y", a.y_px));
ATLAS_ACTION(Select, "select", f("kind", a.kind), f("subject", a.subject));
ATLAS_ACTION(ClearSelection, "clear_selection");
ATLAS_ACTION(SetLanguage, "set_language", f("language", a.language));
ATLAS_ACTION(SetTheme, "set_theme", f("theme", a.theme));
ATLAS_ACTION(SetLayersOpen, "set_layers_open", f("open", a.open));
ATLAS_ACTION(SetAboutOpen, "set_about_open", f("open", a.open));
ATLAS_ACTION(SetChromeVisible, "set_chrome_visible", f("visible", a.visible));
ATLAS_ACTION(SetAlternativeCurrency, "set_alternative_currency", f("on", a.on));
ATLAS_ACTION(SetFullscreen, "set_fullscreen", f("on", a.on));
ATLAS_ACTION(PointerAt, "pointer_at", f("x", a.x_px), f("y", a.y_px), f("inside", a.inside));
ATLAS_ACTION(SaveScreenshot, "save_screenshot", f("file", a.file));
ATLAS_ACTION(ExportMap, "export_map", f("file", a.file));
ATLAS_ACTION(SetSearchOpen, "set_search_open", f("open", a.open));
ATLAS_ACTION(SetSearch, "set_search", f("text", a.text));
ATLAS_ACTION(SetMeasuring, "set_measuring", f("on", a.on));
ATLAS_ACTION(MeasurePoint, "measure_point", f("lon", a.lon), f("lat", a.lat));
ATLAS_ACTION(RemoveMeasurePoint, "remove_measure_point");
ATLAS_ACTION(SetProjectionDraft, "set_projection_draft", f("text", a.text));
ATLAS_ACTION(SetColorVision, "set_color_vision", f("kind", a.kind));
ATLAS_ACTION(SetViewpoint, "set_viewpoint", f("viewpoint", a.viewpoint));
ATLAS_ACTION(Undo, "undo");
ATLAS_ACTION(Redo, "redo");
ATLAS_ACTION(Quit, "quit");
ATLAS_ACTION(Drag, "drag", f("x", a.x_px), f("y", a.y_px), f("dx", a.dx_px), f("dy", a.dy_px));

#undef ATLAS_ACTION

} // namespace scene
