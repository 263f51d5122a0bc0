#pragma once
#include "geo/types.hpp"
#include <span>

namespace geo {

/// Length of the geodesic on WGS 84 in metres (Karney 2013, through PROJ's geodesic.h).
[[nodiscard]] double geodesic_distance_m(LonLat a, LonLat b);
/// Point at `metres` from a along the initial azimuth (degrees clockwise from north).
[[nodiscard]] LonLat geodesic_destination(LonLat a, double azimuth_deg, double metres);
[[nodiscard]] double geodesic_azimuth_deg(LonLat a, LonLat b);
/// Great-circle (geodesic) polyline from a to b with steps no longer than `max_step_m`; ends exact.
[[nodiscard]] Line geodesic_line(LonLat a, LonLat b, double max_step_m = 50'000);
[[nodiscard]] double line_length_m(std::span<const LonLat> line);
/// Area on the ellipsoid in square metres of a closed or open ring, always positive.
[[nodiscard]] double ring_area_m2(std::span<const LonLat> ring);
/// Ring of `n` points at `radius_m` around a centre, closed.
[[nodiscard]] Line geodesic_circle(LonLat centre, double radius_m, int n = 96);

} // namespace geo
