#pragma once
#include "scene/map_geometry.hpp"

namespace scene {

/// A lon/lat raster as a projected grid, so that it follows any projection.
[[nodiscard]] std::shared_ptr<const ReliefMesh> relief_mesh(std::shared_ptr<const data::Raster> raster,
                                                            const geo::Projection& projection, geo::Projected origin);

} // namespace scene
