#include "geo/clip_to_cap.hpp"
#include "geo/projection.hpp"
#include "geo/projection_domain.hpp"
#include "geo/split_rings.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace geo {
namespace {

constexpr double kSeamEdge_deg = 180 - 1e-9; // see forward_line
constexpr double kRim_deg = 1e-6;            // a tenth of a metre inside the rim, so that PROJ accepts the points on it

/// Without the points that are no numbers and without the repeated last point; latitudes within the limit, which
/// flattens what lies beyond it onto the limit.
std::vector<Line> cleaned(std::span<const Line> rings, const ProjectionDomain& limits)
{
    std::vector<Line> out;
    for (const Line& ring : rings) {
        Line clean;
        for (const LonLat p : ring)
            if (std::isfinite(p.lon) && std::isfinite(p.lat))
                clean.push_back({p.lon, std::clamp(p.lat, limits.lat_min, limits.lat_max)});
        while (clean.size() > 1 && clean.back() == clean.front()) clean.pop_back();
        if (clean.size() >= 3) out.push_back(std::move(clean));
    }
    return out;
}

Line subdivided(const Line& ring, double max_step_deg)
{
    Line out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        const double steps = std::ceil(std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)) / max_step_deg);
        out.push_back(a);
        for (double k = 1; k < steps; ++k)
            out.push_back({std::lerp(a.lon, b.lon, k / steps), std::lerp(a.lat, b.lat, k / steps)});
    }
    return out;
}

/// Cuts at the seam meridian, and again each turn further for rings that run on beyond 180. Longitudes come back
/// relative to the centre, -180..180.
std::vector<Line> cut_at_seam(const std::vector<Line>& rings, double centre_lon)
{
    std::vector<Projected> points; // x = latitude, y = longitude: the cut is along a y
    std::vector<IndexRing> rest;
    double west = 0;
    double east = 0;
    for (const Line& ring : rings) {
        IndexRing indices(ring.size());
        std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(points.size()));
        rest.push_back(std::move(indices));
        for (const LonLat p : ring) {
            points.push_back({p.lat, p.lon - centre_lon});
            west = std::min(west, points.back().y);
            east = std::max(east, points.back().y);
        }
    }
    std::vector<Line> out;
    for (double turn = std::round(west / 360); turn <= std::round(east / 360) && !rest.empty(); ++turn) {
        SplitRings halves = split_rings(rest, turn * 360 + 180, points);
        for (const IndexRing& ring : halves.below) {
            Line& line = out.emplace_back();
            for (const std::uint32_t i : ring) line.push_back({points[i].y - turn * 360, points[i].x});
        }
        rest = std::move(halves.above);
    }
    return out;
}

} // namespace

std::vector<ProjectedLine> Projection::forward_area(std::span<const Line> rings, double max_step_deg) const
{
    const ProjectionDomain& limits = domain();
    const double step = max_step_deg > 0 ? max_step_deg : 360;
    std::vector<Line> parts = cleaned(rings, limits);
    if (limits.torn) {
        parts = cut_at_seam(parts, centre_lon_);
        for (Line& ring : parts) {
            ring = subdivided(ring, step);
            for (LonLat& p : ring) p.lon = centre_lon_ + std::clamp(p.lon, -kSeamEdge_deg, kSeamEdge_deg);
        }
    } else {
        for (Line& ring : parts) ring = subdivided(ring, step);
        if (limits.max_distance_deg < 180)
            parts = clip_to_cap(parts, limits.centre, limits.max_distance_deg - kRim_deg);
    }
    std::vector<ProjectedLine> out;
    for (const Line& ring : parts) {
        ProjectedLine projected;
        forward(ring, projected);
        std::erase_if(projected, [](Projected p) { return !std::isfinite(p.x); });
        if (projected.size() >= 3) out.push_back(std::move(projected));
    }
    return out;
}

} // namespace geo
