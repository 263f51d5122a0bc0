#pragma once
#include "data/dataset.hpp"
#include "scene/scene.hpp"

namespace scene {

/// What lies within `radius_px` of a pixel, nearest and most important first, without doubles.
[[nodiscard]] std::vector<Selection> pick(const AppState& state, const Scene& scene, const data::Dataset& dataset,
                                          geo::ScreenPx at, float radius_px);

} // namespace scene
