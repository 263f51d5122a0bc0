#pragma once
#include "scene/camera.hpp"
#include "scene/color.hpp"
#include "scene/map_geometry.hpp"
#include "scene/theme.hpp"
#include "text/engine.hpp"
#include <memory>

/// What to draw: an immutable value. The renderer compares pointers with what it has uploaded.
namespace scene {

enum class LinePattern { solid, dashed, railway, dotted, pipeline, hollow };

/// How a line layer is drawn. Widths in device pixels.
struct LineStyle {
    LinePattern pattern = LinePattern::solid;
    float width = 1;
    float casing_extra = 0; ///< total extra width of the dark casing; 0 = none
    float core_width = 0;   ///< railway: width of the dashes inside; pipeline, hollow: of the empty core
    float dash_on = 0, dash_off = 0;
    Color color, casing, core;
    float opacity = 1;
};

struct LayerDraw {
    std::string layer; ///< key into MapGeometry::layers
    bool area = false;
    Color fill;                     ///< areas
    std::vector<LineStyle> strokes; ///< drawn in order (rims below the line)
    float opacity = 1;
    bool above_relief_focus = true;
};

/// One strand of a flow: width = k * value exactly.
struct RibbonDraw {
    std::string overlay, section;
    std::shared_ptr<const LineMesh> mesh;
    data::State state = data::State::published;
    double value = 0;
    float width_px = 0;         ///< k * value, unrounded; constant for absent
    float offset_px = 0;        ///< lateral, positive to the right of the path's direction; scaled by LinePoint::weight
    float from_m = 0, to_m = 0; ///< part of the mesh that is drawn, by distance
    Color color, rim;
    std::string subject; ///< what a tap selects
    std::string series;
};

struct CircleDraw { ///< proportional symbol: area = k * value exactly
    geo::Projected at;
    float radius_px = 0;
    data::State state = data::State::published;
    double value = 0;
    Color fill, edge;
    std::string subject, series;
};

enum class Shape { disc, ring, diamond, diamond_dot, aircraft, hatched_disc, capital, selected_ring };

struct SymbolInstance {
    float x, y;    ///< projected metres relative to MapGeometry::origin
    float size_px; ///< half size or radius
    float stroke_px;
    Shape shape;
    Color fill, stroke;
    float opened, closed;
    float radius_m = 0; ///< when > 0 the radius is this on the ground (true area), not below size_px
};

struct GlyphPose {
    float x, y, cos, sin;
}; ///< pen position and direction of one quad of a curved label

struct LabelDraw {
    text::RunPtr run;
    geo::ScreenPx at;             ///< pen start on the base line, device px
    std::vector<GlyphPose> poses; ///< empty = straight
    Color fill, halo;
    float opacity = 1;
};

struct LeaderDraw { ///< straight line from a ribbon to its figure, with a dot at `from`
    std::vector<geo::ScreenPx> points;
    float width_px = 1.4F;
    Color color, halo;
    bool dot = true;
};

/// A change of projection, of which `step` (0..1, eased) is done.
struct MorphDraw {
    std::shared_ptr<const geo::Projection> from;
    CameraView from_camera;
    float step = 0;
};

struct Scene {
    CameraView camera;
    std::shared_ptr<const geo::Projection> plane; ///< what `camera` is in; null in hand-made scenes
    std::optional<MorphDraw> morph;
    int year = 0;
    float scale = 1;
    std::shared_ptr<const Theme> theme;
    std::shared_ptr<const MapGeometry> geometry; ///< null until something is loaded
    std::vector<std::string> reliefs;            ///< keys into geometry->reliefs, drawing order; empty = switched off
    float relief_opacity = 1;
    double graticule_step_deg = 10;
    std::string focus_layer; ///< LayerSpec id of the focus area (lighter relief)
    std::vector<LayerDraw> layers;
    std::vector<RibbonDraw> ribbons;
    std::vector<CircleDraw> circles;
    std::shared_ptr<const std::vector<SymbolInstance>> symbols;
    std::vector<LabelDraw> labels;
    std::vector<LeaderDraw> leaders;
    double px_per_unit = 0;     ///< k of the current overlay
    std::uint64_t base_key = 0; ///< changes when the static map (relief to air routes) must be drawn anew, camera apart
};

} // namespace scene
