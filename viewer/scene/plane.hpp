#pragma once
#include "scene/reduce.hpp"

namespace scene {

/// The projection that a state shows: the atlas's own, or for one that turns the globe with the camera's centre in the
/// middle. Null for an unknown id. Main thread; points into `projections`, which must outlive it.
[[nodiscard]] std::shared_ptr<const geo::Projection>
plane_of(const AppState& state, const std::map<std::string, geo::Projection>& projections);

} // namespace scene
