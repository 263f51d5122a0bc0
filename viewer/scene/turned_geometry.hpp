#pragma once
#include "scene/map_geometry.hpp"

namespace scene {

/// What stands on a globe that has been turned since `built`, in `plane`: symbols, figures, names and the flows of one
/// overlay. Cheap enough for every frame. Layers and relief are still those of `built` (see MapGeometry::centre).
[[nodiscard]] std::shared_ptr<const MapGeometry> turned_geometry(const MapGeometry& built, const data::Dataset& dataset,
                                                                 const geo::Projection& plane,
                                                                 const std::string& overlay, double metres_per_px);

} // namespace scene
