#pragma once
#include "scene/labels.hpp"

namespace scene {

/// Between these scales (logical metres a pixel) a free-trade-zone area of a few pixels is shown again beside its
/// place, enlarged, with its published area in words.
inline constexpr double kLensClosestMpp = 650, kLensFarthestMpp = 2'600, kLensFactor = 8;

/// Takes room in `grid` for every lens it places. The lens keeps the true proportions between the areas.
void draw_zone_lenses(const LabelInput& input, CollisionGrid& grid, Scene& scene);

} // namespace scene
