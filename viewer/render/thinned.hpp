#pragma once
#include "scene/map_geometry.hpp"

namespace render {

/// The mesh with only the points that are needed to stay within `tolerance_m` of it; distance and weight stay those of
/// the kept points and run evenly in between. A ribbon tens of pixels wide and drawn every frame pays for each segment.
[[nodiscard]] scene::LineMesh thinned(const scene::LineMesh& mesh, double tolerance_m);

} // namespace render
