#pragma once
#include "geo/types.hpp"
#include <span>

namespace geo {

/// Douglas-Peucker in the projected plane; keeps both ends. NaN points end a run and are dropped.
[[nodiscard]] ProjectedLine simplify(std::span<const Projected> line, double tolerance_m);
/// The same on the sphere, by the distance from the chord through it: finite points only, no seam, no pole. A step
/// along a parallel or over many degrees stays as bent as `tolerance_m` asks.
[[nodiscard]] Line simplify(std::span<const LonLat> line, double tolerance_m);
/// Gaussian smoothing along the line's own length (sigma in projected metres); ends stay fixed. The line is
/// resampled at `step_m` first. Used to generalise the centre line of wide ribbons.
[[nodiscard]] ProjectedLine smooth(std::span<const Projected> line, double sigma_m, double step_m);
[[nodiscard]] double length(std::span<const Projected> line);

} // namespace geo
