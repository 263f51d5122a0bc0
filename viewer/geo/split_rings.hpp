#pragma once
#include "geo/ring_chains.hpp"
#include "geo/types.hpp"

namespace geo {

struct SplitRings {
    std::vector<IndexRing> below, above;
};

/// Cuts the even-odd area of `rings` along the line at `y`. The points on the cut are appended to `points` and shared
/// by both halves, which fit without a gap.
[[nodiscard]] SplitRings split_rings(const std::vector<IndexRing>& rings, double y, std::vector<Projected>& points);

} // namespace geo
