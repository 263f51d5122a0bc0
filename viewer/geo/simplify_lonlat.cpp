#include "geo/douglas_peucker.hpp"
#include "geo/simplify.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace geo {
namespace {

using Vector = std::array<double, 3>;

constexpr double kRad = std::numbers::pi / 180, kRadius_m = 6'371'000;

Vector on_sphere(LonLat p)
{
    const double flat = kRadius_m * std::cos(p.lat * kRad);
    return {flat * std::cos(p.lon * kRad), flat * std::sin(p.lon * kRad), kRadius_m * std::sin(p.lat * kRad)};
}

Vector minus(const Vector& a, const Vector& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

double squared_distance(const Vector& p, const Vector& a, const Vector& along, double inverse_length2)
{
    const Vector d = minus(p, a);
    const double t = std::clamp(dot(d, along) * inverse_length2, 0.0, 1.0);
    const Vector off{d[0] - t * along[0], d[1] - t * along[1], d[2] - t * along[2]};
    return dot(off, off);
}

} // namespace

Line simplify(std::span<const LonLat> line, double tolerance_m)
{
    std::vector<Vector> at;
    at.reserve(line.size());
    for (const LonLat p : line) at.push_back(on_sphere(p));
    const auto keep =
        kept_points(std::span<const Vector>(at), tolerance_m * tolerance_m, [](const Vector& a, const Vector& b) {
            const Vector along = minus(b, a);
            const double length2 = dot(along, along), inverse = length2 > 0 ? 1 / length2 : 0;
            return [=](const Vector& p) { return squared_distance(p, a, along, inverse); };
        });
    Line out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i]) out.push_back(line[i]);
    return out;
}

} // namespace geo
