#pragma once
#include "scene/app_state.hpp"
#include "scene/label_placement.hpp"
#include "scene/strings.hpp"
#include "scene/symbols.hpp"

namespace scene {

/// What labelling reads; all alive for the call.
struct LabelInput {
    const AppState& state;
    const data::Dataset& dataset;
    const MapGeometry& geometry;
    const CameraView& camera;
    const Theme& theme;
    const Strings& strings;
    const std::vector<PlacedSymbol>& symbols;
    const std::vector<RibbonDraw>& ribbons;
    const std::vector<CircleDraw>& circles;
    text::Engine& engine;
};

/// Names of places, ports, zones, areas and waters that fit, into `scene.labels`. `grid` already holds what must not
/// be covered; `memory` keeps places and fades from frame to frame.
void draw_labels(const LabelInput& input, CollisionGrid& grid, LabelMemory& memory, Scene& scene);

/// Figures of the overlay on flags: rule, leader, dot. `values` holds panels, ribbons and circles, `all` the symbols
/// besides; the figures take their room in both.
void draw_figures(const LabelInput& input, CollisionGrid& values, CollisionGrid& all, Scene& scene);

} // namespace scene
