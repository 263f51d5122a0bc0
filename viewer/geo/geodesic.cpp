#include "geo/geodesic.hpp"
#include <algorithm>
#include <cmath>
#include <geodesic.h>

namespace geo {
namespace {

const geod_geodesic& wgs84()
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g{};
        geod_init(&g, 6378137.0, 1 / 298.257223563);
        return g;
    }();
    return ellipsoid;
}

// A route of 20,000 km in steps of 20 m; a smaller step is a mistake, not a wish.
constexpr double kMaxSteps = 1e6;

} // namespace

double geodesic_distance_m(LonLat a, LonLat b)
{
    double metres = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

LonLat geodesic_destination(LonLat a, double azimuth_deg, double metres)
{
    LonLat b;
    geod_direct(&wgs84(), a.lat, a.lon, azimuth_deg, metres, &b.lat, &b.lon, nullptr);
    return b;
}

double geodesic_azimuth_deg(LonLat a, LonLat b)
{
    double azimuth = 0;
    geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, nullptr, &azimuth, nullptr);
    return azimuth;
}

Line geodesic_line(LonLat a, LonLat b, double max_step_m)
{
    Line out{a};
    geod_geodesicline line{};
    geod_inverseline(&line, &wgs84(), a.lat, a.lon, b.lat, b.lon, 0);
    const double wanted = max_step_m > 0 ? std::ceil(line.s13 / max_step_m) : 1;
    const int steps = wanted >= 1 ? static_cast<int>(std::min(wanted, kMaxSteps)) : 1; // false for NaN
    for (int i = 1; i < steps; ++i) {
        LonLat p;
        geod_position(&line, line.s13 * i / steps, &p.lat, &p.lon, nullptr);
        out.push_back(p);
    }
    out.push_back(b);
    return out;
}

double line_length_m(std::span<const LonLat> line)
{
    double total = 0;
    for (std::size_t i = 1; i < line.size(); ++i) total += geodesic_distance_m(line[i - 1], line[i]);
    return total;
}

double ring_area_m2(std::span<const LonLat> ring)
{
    while (ring.size() > 1 && ring.front() == ring.back()) ring = ring.first(ring.size() - 1);
    if (ring.size() < 3) return 0;
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring) geod_polygon_addpoint(&wgs84(), &polygon, p.lat, p.lon);
    double area = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

Line geodesic_circle(LonLat centre, double radius_m, int n)
{
    Line ring;
    n = std::max(n, 3);
    for (int i = 0; i < n; ++i) ring.push_back(geodesic_destination(centre, 360.0 * i / n, radius_m));
    ring.push_back(ring.front());
    return ring;
}

} // namespace geo
