#include "geo/projection.hpp"
#include "geo/projection_domain.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kStep_deg = 0.5;
constexpr double kSeamEdge_deg = 180 - 1e-9; // see forward_line
constexpr int kHalvings = 30;                // of half a turn: a tenth of a metre

/// On the sphere of latitudes and longitudes, as PROJ's own horizon tests see it.
LonLat at_distance(LonLat centre, double azimuth_deg, double distance_deg)
{
    const double lat = centre.lat * kRad, c = distance_deg * kRad, a = azimuth_deg * kRad;
    const double sin_lat = std::sin(lat) * std::cos(c) + std::cos(lat) * std::sin(c) * std::cos(a);
    const double turn =
        std::atan2(std::sin(a) * std::sin(c), std::cos(lat) * std::cos(c) - std::sin(lat) * std::sin(c) * std::cos(a)) /
        kRad;
    return {normalised_lon(centre.lon + turn), std::asin(std::clamp(sin_lat, -1.0, 1.0)) / kRad};
}

/// The farthest point that can be drawn in a direction.
std::optional<Projected> rim(const Projection& projection, LonLat centre, double azimuth_deg, double limit_deg)
{
    double near = 0, far = limit_deg;
    std::optional<Projected> edge = projection.forward(at_distance(centre, azimuth_deg, limit_deg - 1e-6));
    for (int i = 0; i < kHalvings && !(edge && near == 0); ++i) {
        const double middle = (near + far) / 2;
        if (const auto q = projection.forward(at_distance(centre, azimuth_deg, middle))) {
            edge = q;
            near = middle;
        } else {
            far = middle;
        }
    }
    return edge;
}

} // namespace

ProjectedLine Projection::outline() const
{
    const ProjectionDomain& limits = domain();
    ProjectedLine out;
    const auto add = [&](const std::optional<Projected>& p) {
        if (p && std::isfinite(p->x) && std::isfinite(p->y)) out.push_back(*p);
    };
    if (!limits.torn) {
        for (double azimuth = 0; azimuth < 360; azimuth += kStep_deg)
            add(rim(*this, limits.centre, azimuth, limits.max_distance_deg));
    } else {
        const auto side = [&](double lon, double from, double to) {
            const double steps = std::ceil(std::abs(to - from) / kStep_deg);
            for (double i = 0; i < steps; ++i) add(forward(LonLat{lon, std::lerp(from, to, i / steps)}));
        };
        const auto edge = [&](double lat, double from, double to) {
            const double steps = std::ceil(std::abs(to - from) / kStep_deg);
            for (double i = 0; i < steps; ++i) add(forward(LonLat{std::lerp(from, to, i / steps), lat}));
        };
        const double west = centre_lon_ - kSeamEdge_deg, east = centre_lon_ + kSeamEdge_deg;
        side(west, limits.lat_min, limits.lat_max);
        edge(limits.lat_max, west, east);
        side(east, limits.lat_max, limits.lat_min);
        edge(limits.lat_min, east, west);
    }
    if (!out.empty()) out.push_back(out.front());
    return out;
}

} // namespace geo
