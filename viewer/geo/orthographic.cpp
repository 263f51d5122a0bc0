#include "geo/orthographic.hpp"
#include "geo/projection_domain.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kA_m = 6378137.0, kFlattening = 1 / 298.257223563, kE2 = kFlattening * (2 - kFlattening);
constexpr double kB_m = kA_m * (1 - kFlattening);

using Vector = std::array<double, 3>;

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

Vector upright(LonLat p)
{
    const double cos_lat = std::cos(p.lat * kRad);
    return {cos_lat * std::cos(p.lon * kRad), cos_lat * std::sin(p.lon * kRad), std::sin(p.lat * kRad)};
}

/// Earth-centred coordinates of the point of the ellipsoid with this upright.
Vector on_ellipsoid(const Vector& up)
{
    const double nu = kA_m / std::sqrt(1 - kE2 * up[2] * up[2]);
    return {nu * up[0], nu * up[1], nu * (1 - kE2) * up[2]};
}

} // namespace

Orthographic::Orthographic(LonLat centre) : centre_(centre), up_(upright(centre))
{
    const double lon = centre.lon * kRad, sin_lat = std::sin(centre.lat * kRad), cos_lat = std::cos(centre.lat * kRad);
    origin_ = on_ellipsoid(up_);
    east_ = {-std::sin(lon), std::cos(lon), 0};
    north_ = {-sin_lat * std::cos(lon), -sin_lat * std::sin(lon), cos_lat};
}

double Orthographic::facing(LonLat p) const { return dot(upright(p), up_); }

std::optional<Projected> Orthographic::forward(LonLat p) const
{
    if (!(facing(p) > 0)) return std::nullopt; // NaN too
    return through(p);
}

Projected Orthographic::through(LonLat p) const
{
    const Vector at = on_ellipsoid(upright(p));
    const Vector d{at[0] - origin_[0], at[1] - origin_[1], at[2] - origin_[2]};
    return {dot(d, east_), dot(d, north_)};
}

std::optional<LonLat> Orthographic::inverse(Projected p) const
{
    // The line of sight through p meets the ellipsoid where x^2 + y^2 + (z a/b)^2 = a^2: a quadratic in its length t.
    constexpr double kStretch = kA_m / kB_m;
    Vector from{}, along = up_;
    for (std::size_t i = 0; i < 3; ++i) from[i] = origin_[i] + p.x * east_[i] + p.y * north_[i];
    from[2] *= kStretch;
    along[2] *= kStretch;
    const double a = dot(along, along), half_b = dot(from, along), c = dot(from, from) - kA_m * kA_m;
    const double discriminant = half_b * half_b - a * c;
    if (!(discriminant >= 0)) return std::nullopt;
    // The nearer of the two, written so that nothing cancels: c is small near the centre.
    const double root = std::sqrt(discriminant);
    const double t = half_b > 0 ? -c / (half_b + root) : (-half_b + root) / a;
    const double x = from[0] + t * along[0], y = from[1] + t * along[1], z = (from[2] + t * along[2]) / kStretch;
    const double flat = std::hypot(x, y);
    const double lon = flat > 0 ? std::atan2(y, x) / kRad : centre_.lon;
    return LonLat{normalised_lon(lon), std::atan2(z, (1 - kE2) * flat) / kRad};
}

Orthographic::Limb Orthographic::limb() const
{
    const double s = std::sin(centre_.lat * kRad), c = std::cos(centre_.lat * kRad);
    return {{0, -dot(origin_, north_)}, kA_m, std::sqrt(kA_m * kA_m * s * s + kB_m * kB_m * c * c)};
}

std::optional<LonLat> orthographic_centre(LonLat place, Projected at)
{
    // On the sphere x = cos(lat) sin(lon - lon0) and y = sin(lat) cos(lat0) - cos(lat) cos(lon - lon0) sin(lat0) can be
    // solved for the centre; the ellipsoid's difference is then taken out by aiming a little beside the mark.
    const double sin_lat = std::sin(place.lat * kRad), cos_lat = std::cos(place.lat * kRad);
    Projected aim = at;
    std::optional<LonLat> found;
    for (int i = 0; i < 8; ++i) {
        const double x = aim.x / kA_m, y = aim.y / kA_m;
        if (!(std::abs(x) < cos_lat)) return std::nullopt;
        const double turn = std::asin(x / cos_lat);
        const double b = cos_lat * std::cos(turn), length = std::hypot(sin_lat, b);
        if (!(std::abs(y) < length)) return std::nullopt;
        // y = length cos(lat0 + tilt), with the place on the near side: -sin(lat0 + tilt) would face away.
        const double lat0 = std::atan2(sin_lat, b) - std::asin(y / length);
        if (std::abs(lat0) > std::numbers::pi / 2) return std::nullopt;
        found = LonLat{normalised_lon(place.lon - turn / kRad), lat0 / kRad};
        const auto seen = Orthographic(*found).forward(place);
        if (!seen) return std::nullopt;
        const double dx = at.x - seen->x, dy = at.y - seen->y;
        if (std::hypot(dx, dy) < 1e-3) break;
        aim = {aim.x + dx, aim.y + dy};
    }
    return found;
}

} // namespace geo
