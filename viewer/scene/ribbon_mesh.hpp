#pragma once
#include "scene/map_geometry.hpp"

namespace scene {

/// The centre lines of every ribbon overlay's sections, smoothed for the scales they are seen at. A section whose lines
/// are not loaded or do not chain is left out (validate says why).
[[nodiscard]] std::vector<RibbonMesh> ribbon_meshes(const data::Dataset& dataset, const geo::Projection& projection,
                                                    geo::Projected origin);

} // namespace scene
