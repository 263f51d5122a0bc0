#pragma once
#include "base/result.hpp"
#include <string>
#include <variant>

/// The single thing that changes the map. Keys, touch, panels, tours, the command line, tests and session files all
/// speak it; `action_json` gives each a JSON-lines form.
namespace scene {

// One action a line, with what it means.
// clang-format off
struct Tick { double dt_s = 0; };
struct Resize { int width_px = 0, height_px = 0; float scale = 1; };
struct SetFreeRect { float x = 0, y = 0, w = 0, h = 0; };
struct Pan { float dx_px = 0, dy_px = 0; };               ///< the map follows the hand
struct Fling { float vx_px_s = 0, vy_px_s = 0; };         ///< released while moving
struct StopMotion {};
struct ZoomAt { double factor = 1; float x_px = 0, y_px = 0; bool animate = false; }; ///< factor > 1 = closer
struct FlyTo { double lon = 0, lat = 0, width_km = 500; };
struct SetView { std::string view; bool animate = true; };
struct Home {};
struct SetProjection { std::string projection; };
struct SetYear { int year = 0; };
struct StepYear { int delta = 1; };
struct TogglePlay {};
struct SetPlaySpeed { double seconds_per_year = 1; };
struct SetOverlay { std::string overlay; };
struct SetLayerVisible { std::string group; bool visible = true; };
struct SetLayerOpacity { std::string group; float opacity = 1; };
struct ExpandLayer { std::string group; };                ///< "" closes
struct Tap { float x_px = 0, y_px = 0; };
struct Select { std::string kind, subject; };
struct ClearSelection {};
struct SetLanguage { std::string language; };
struct SetTheme { std::string theme; };
struct SetLayersOpen { bool open = true; };
struct SetAboutOpen { bool open = true; };
struct SetChromeVisible { bool visible = true; };
struct SetAlternativeCurrency { bool on = false; };
struct SetFullscreen { bool on = false; };
struct PointerAt { float x_px = 0, y_px = 0; bool inside = true; };
struct SaveScreenshot { std::string file; };
struct ExportMap { std::string file; };                   ///< a page for paper: .svg or .pdf
struct SetSearchOpen { bool open = true; };               ///< closing forgets what was typed
struct SetSearch { std::string text; };
struct SetMeasuring { bool on = true; };                  ///< either way earlier points are forgotten
struct MeasurePoint { double lon = 0, lat = 0; };
struct RemoveMeasurePoint {};                             ///< the last one
struct SetProjectionDraft { std::string text; };           ///< what is being typed; SetProjection uses it
struct SetColorVision { std::string kind; };              ///< none, deuteranopia, protanopia, tritanopia
struct SetViewpoint { std::string viewpoint; };           ///< a boundary set of the atlas
struct Undo {};
struct Redo {};
struct Quit {};
struct Drag { float x_px = 0, y_px = 0, dx_px = 0, dy_px = 0; }; ///< what lies under x, y goes along
// clang-format on

using Action =
    std::variant<Tick, Resize, SetFreeRect, Pan, Fling, StopMotion, ZoomAt, FlyTo, SetView, Home, SetProjection,
                 SetYear, StepYear, TogglePlay, SetPlaySpeed, SetOverlay, SetLayerVisible, SetLayerOpacity, ExpandLayer,
                 Tap, Select, ClearSelection, SetLanguage, SetTheme, SetLayersOpen, SetAboutOpen, SetChromeVisible,
                 SetAlternativeCurrency, SetFullscreen, PointerAt, SaveScreenshot, ExportMap, SetSearchOpen, SetSearch,
                 SetMeasuring, MeasurePoint, RemoveMeasurePoint, SetProjectionDraft, SetColorVision, SetViewpoint, Undo,
                 Redo, Quit, Drag>;

/// One line of JSON without a line break: {"action":"set_year","year":2024}.
[[nodiscard]] std::string to_json_line(const Action& action);
/// Errors name the unknown action, the missing or mistyped key, or the JSON fault.
base::Result<Action> action_from_json(const std::string& line);

} // namespace scene
