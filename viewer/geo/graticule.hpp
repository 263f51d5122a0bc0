#pragma once
#include "geo/types.hpp"
#include <string>

namespace geo {

/// Meridians and parallels every `step_deg` (densified to 1 degree or finer) over the whole world.
[[nodiscard]] std::vector<Line> graticule(double step_deg);
/// A step (30, 10, 5, 2, 1, 0.5 ...) that gives lines about `wanted_px` apart.
[[nodiscard]] double graticule_step_deg(double metres_per_px, float wanted_px = 220);
/// A round scale-bar length: the largest of 1, 2, 5 x 10^n metres not longer than `max_m`.
[[nodiscard]] double round_scale_m(double max_m);
/// "44.21° N 80.41° E"
[[nodiscard]] std::string format_lonlat(LonLat p, int decimals = 2);

} // namespace geo
