#pragma once
#include "scene/map_geometry.hpp"

namespace scene {

/// Points, and curves that only carry a name: what stands upright on the map instead of lying on it.
[[nodiscard]] bool stands(const data::LayerSpec& layer);

/// Fills `points`, `label_lines` and `flag_points` for this projection; what it cannot show is left out.
void add_standing(const data::Dataset& dataset, const geo::Projection& projection, MapGeometry& out);

} // namespace scene
