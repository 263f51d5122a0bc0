#pragma once
#include "geo/types.hpp"
#include <span>

namespace geo {

/// The even-odd area of rings (straight in lon/lat, steps of a degree or so) within `radius_deg` of a centre: what an
/// azimuthal map can show. Cut edges follow the rim of the cap.
[[nodiscard]] std::vector<Line> clip_to_cap(std::span<const Line> rings, LonLat centre, double radius_deg);

} // namespace geo
