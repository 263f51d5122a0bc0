#pragma once
#include "geo/types.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace scene {

struct Viewport {
    int width_px = 1920, height_px = 1080;
    float scale = 1; ///< logical pixel to device pixel (display DPI)
    friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Where the map looks. Independent of the projection, so a change of projection keeps the place.
struct Camera {
    geo::LonLat centre{62, 45};
    double metres_per_px = 4000; ///< projected metres a device pixel
    friend bool operator==(const Camera&, const Camera&) = default;
};

/// What the inspector shows: a subject id of the facts, and its kind for the symbol.
struct Selection {
    std::string kind; ///< port, zone, airport, corridor, place, region
    std::string subject;
    friend bool operator==(const Selection&, const Selection&) = default;
};

struct LayerSetting {
    bool visible = true;
    float opacity = 1;
    friend bool operator==(const LayerSetting&, const LayerSetting&) = default;
};

/// A camera on its way (fly to, zoom step) or sliding out (inertia). Advanced by Tick alone.
struct Motion {
    enum class Kind { none, fly, glide } kind = Kind::none;
    Camera from, to;
    double elapsed_s = 0, duration_s = 0;
    double vx_px_s = 0, vy_px_s = 0; ///< glide
    geo::ScreenPx anchor{};          ///< a zoom keeps the place under this pixel
    bool anchored = false;
    friend bool operator==(const Motion&, const Motion&) = default;
};

/// A change of projection on its way: the map that is being left. Advanced by Tick alone.
struct Morph {
    std::string projection;
    Camera camera;
    double elapsed_s = 0;
    friend bool operator==(const Morph&, const Morph&) = default;
};
inline constexpr double kMorphS = 0.4;

/// Everything the user can change. Changed by reduce() alone.
struct AppState {
    Viewport viewport;
    geo::Rect free_rect{0, 0, 1920, 1080}; ///< map area not under panels, device px; camera centres here
    std::vector<geo::Rect> covered;        ///< panels: no label is placed beneath them
    Camera camera;
    Motion motion;
    std::optional<Morph> morph;
    std::string view;       ///< ViewSpec id last chosen
    std::string projection; ///< ProjectionSpec id
    int year = 2024;
    bool playing = false;
    double play_elapsed_s = 0;
    double seconds_per_year = 1.0;
    std::string overlay;                        ///< OverlaySpec id; empty = none
    std::map<std::string, LayerSetting> layers; ///< by LayerGroup id
    std::optional<Selection> selection;
    std::vector<Selection> candidates; ///< when a tap hit several things: the list to choose from
    std::string language = "en";
    std::string theme = "dusk";
    bool layers_open = true, about_open = false, chrome_visible = true, alternative_currency = false,
         fullscreen = false;
    std::string expanded_layer;           ///< group whose opacity slider is open
    std::optional<geo::ScreenPx> pointer; ///< for the coordinate read-out
    bool search_open = false;
    std::string search; ///< as typed
    bool measuring = false;
    std::vector<geo::LonLat> measured; ///< closed when the last point repeats the first
    std::string projection_draft;      ///< an own projection while it is typed
    std::string color_vision = "none"; ///< how the picture is shown: scene/color_vision.hpp
    std::string viewpoint;             ///< ViewpointSpec id
    bool quit = false;
    friend bool operator==(const AppState&, const AppState&) = default;
};

} // namespace scene
