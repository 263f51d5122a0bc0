#pragma once
#include "geo/projection.hpp"
#include "scene/app_state.hpp"
#include <span>

/// Distances and areas between points of the user's own, on the ellipsoid whatever the projection (geodesics of WGS 84,
/// Karney 2013).
namespace scene {

struct Measurement {
    std::vector<double> legs_m; ///< between each point and the one before
    double length_m = 0;        ///< their sum
    double area_m2 = 0;         ///< of the ring, with the leg back to the first point; 0 below three points
    bool closed = false;        ///< the last point repeats the first
};
[[nodiscard]] Measurement measurement(std::span<const geo::LonLat> points);

/// The geodesic between two points in the plane, in pieces where the projection is cut.
[[nodiscard]] std::vector<geo::ProjectedLine> measured_leg(geo::LonLat from, geo::LonLat to,
                                                           const geo::Projection& projection);

/// Adds a point; after a closed ring a new line begins. Points that are no place on Earth are left out.
void add_measure_point(AppState& state, geo::LonLat point);
/// A tap while measuring: a point, or the end of the ring when it meets the first point. Off the map: nothing.
void measure_tap(AppState& state, geo::ScreenPx at, const geo::Projection& projection);

} // namespace scene
