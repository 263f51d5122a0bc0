#pragma once
#include "geo/types.hpp"
#include <cstdint>
#include <span>

namespace geo {

struct Triangles {
    std::vector<Projected> points;
    std::vector<std::uint32_t> indices; ///< three a triangle
};

/// Fills the rings by the even-odd rule with GLU's tessellator; tolerates self-touching and crossing rings.
/// Appends to `out`. Rings need not be closed; NaN points are dropped. Points are added where rings cross and where a
/// large area (thousands of vertices) is cut into bands for speed; neighbouring triangles share them.
void triangulate(std::span<const ProjectedLine> rings, Triangles& out);

} // namespace geo
