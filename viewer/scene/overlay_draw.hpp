#pragma once
#include "scene/app_state.hpp"
#include "scene/scene.hpp"

namespace scene {

/// k of an overlay: device pixels of width (ribbon) or square pixels of area (circle) a unit. One value for all years.
[[nodiscard]] double scale_of(const data::OverlaySpec& overlay, const data::ViewSpec* view, float display_scale);

/// Ribbons and circles of the current overlay and year. Widths are k times the value, unrounded.
void draw_overlay(const AppState& state, const data::Dataset& dataset, const MapGeometry& geometry, const Theme& theme,
                  Scene& scene);

/// Point of a subject in this projection (ports, zones, airports, places), if it has one.
[[nodiscard]] std::optional<geo::Projected> subject_point(const std::string& subject, const data::Dataset& dataset,
                                                          const MapGeometry& geometry);

} // namespace scene
