#include "geo/clip_to_cap.hpp"
#include "geo/ring_chains.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace geo {
namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kRimStep_deg = 0.5; // 60 m off the circle of the globe
constexpr int kHalvings = 40;

/// A cap of the sphere of latitudes and longitudes, as PROJ's own horizon tests see it.
struct Cap {
    LonLat centre;
    double radius_deg;

    [[nodiscard]] double cosine(LonLat p) const
    {
        return std::sin(p.lat * kRad) * std::sin(centre.lat * kRad) +
               std::cos(p.lat * kRad) * std::cos(centre.lat * kRad) * std::cos((p.lon - centre.lon) * kRad);
    }
    [[nodiscard]] bool contains(LonLat p) const { return cosine(p) > std::cos(radius_deg * kRad); }

    [[nodiscard]] double azimuth_deg(LonLat p) const
    {
        const double turn = (p.lon - centre.lon) * kRad;
        const double east = std::sin(turn) * std::cos(p.lat * kRad);
        const double north = std::cos(centre.lat * kRad) * std::sin(p.lat * kRad) -
                             std::sin(centre.lat * kRad) * std::cos(p.lat * kRad) * std::cos(turn);
        return std::atan2(east, north) / kRad;
    }
    [[nodiscard]] LonLat rim(double azimuth_deg) const
    {
        const double c = radius_deg * kRad;
        const double a = azimuth_deg * kRad;
        const double sin_lat =
            std::sin(centre.lat * kRad) * std::cos(c) + std::cos(centre.lat * kRad) * std::sin(c) * std::cos(a);
        const double turn =
            std::atan2(std::sin(a) * std::sin(c), std::cos(centre.lat * kRad) * std::cos(c) -
                                                      std::sin(centre.lat * kRad) * std::sin(c) * std::cos(a));
        return {std::remainder(centre.lon + turn / kRad, 360), std::asin(std::clamp(sin_lat, -1.0, 1.0)) / kRad};
    }
    [[nodiscard]] LonLat crossing(LonLat a, LonLat b) const
    {
        const bool a_inside = contains(a);
        for (int i = 0; i < kHalvings; ++i) {
            const LonLat middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
            (contains(middle) == a_inside ? a : b) = middle;
        }
        return a_inside ? a : b; // the one inside
    }
};

bool inside(std::span<const Line> rings, LonLat p)
{
    bool odd = false;
    for (const Line& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const LonLat a = ring[i];
            const LonLat b = ring[i + 1 == ring.size() ? 0 : i + 1];
            if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
            const double lon = a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
            for (const double turn : {-360.0, 0.0, 360.0}) // rings may run on beyond 180
                if (p.lon + turn < lon) odd = !odd;
        }
    return odd;
}

/// The crossings in order along the rim, and which of the arcs between them lie inside.
struct Rim {
    std::vector<double> azimuth;      ///< of each crossing
    std::vector<std::size_t> order;   ///< crossings by azimuth
    std::vector<std::size_t> partner; ///< at the other end of the inside arc
    std::vector<double> turn;         ///< along that arc from a crossing to its partner, in degrees

    Rim(std::vector<double> azimuths, const Cap& cap, std::span<const Line> rings)
        : azimuth(std::move(azimuths)), order(azimuth.size()), partner(order.size()), turn(order.size())
    {
        const std::size_t n = order.size();
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return azimuth[a] != azimuth[b] ? azimuth[a] < azimuth[b] : a < b;
        });
        std::size_t widest = 0; // asked where rounding matters least
        for (std::size_t i = 0; i < n; ++i)
            if (arc(i) > arc(widest)) widest = i;
        const bool widest_inside = inside(rings, cap.rim(azimuth[order[widest]] + arc(widest) / 2));
        const std::size_t first = widest_inside ? widest % 2 : (widest + 1) % 2; // arcs are inside in turn
        for (std::size_t i = first; i < n + first; i += 2) {
            const std::size_t from = order[i % n];
            const std::size_t to = order[(i + 1) % n];
            partner[from] = to;
            partner[to] = from;
            turn[from] = arc(i % n);
            turn[to] = -arc(i % n);
        }
    }
    /// Width of the arc from the i-th crossing to the next.
    [[nodiscard]] double arc(std::size_t i) const
    {
        const std::size_t n = order.size();
        const double width = azimuth[order[(i + 1) % n]] - azimuth[order[i]];
        return i + 1 == n ? width + 360 : width;
    }
};

} // namespace

std::vector<Line> clip_to_cap(std::span<const Line> rings, LonLat centre, double radius_deg)
{
    const Cap cap{centre, radius_deg};
    Line points;
    std::vector<Line> out;
    std::vector<double> azimuths;
    std::vector<std::uint32_t> crossings;
    std::vector<RingChain> visible;
    const auto add = [&](LonLat p) {
        points.push_back(p);
        return static_cast<std::uint32_t>(points.size() - 1);
    };
    const auto side = [&](std::uint32_t i) { return cap.contains(points[i]); };
    const auto cross = [&](std::uint32_t a, std::uint32_t b) {
        const LonLat p = cap.crossing(points[a], points[b]);
        azimuths.push_back(cap.azimuth_deg(p));
        crossings.push_back(add(p));
        return crossings.size() - 1;
    };
    const auto point_of = [&](std::size_t crossing) { return crossings[crossing]; };
    const auto take = [&](bool in_cap, RingChain chain) {
        if (in_cap) visible.push_back(std::move(chain));
    };
    for (const Line& ring : rings) {
        IndexRing indices;
        for (const LonLat p : ring) indices.push_back(add(p));
        if (ring.empty() || chop_ring(indices, side, cross, point_of, take)) continue;
        if (cap.contains(ring.front())) out.push_back(ring);
    }
    const auto along_rim = [&](double from, double turn, const auto& emit) {
        const double steps = std::max(1.0, std::ceil(std::abs(turn) / kRimStep_deg));
        for (double i = 1; i < steps; ++i) emit(cap.rim(from + turn * i / steps));
    };
    if (crossings.empty()) {
        if (!inside(rings, cap.rim(1))) return out;
        Line& whole = out.emplace_back(Line{cap.rim(0)});
        along_rim(0, 360, [&](LonLat p) { whole.push_back(p); });
        return out;
    }
    const Rim rim(std::move(azimuths), cap, rings);
    const auto bridge = [&](std::size_t from, std::size_t, IndexRing& ring) {
        along_rim(rim.azimuth[from], rim.turn[from], [&](LonLat p) { ring.push_back(add(p)); });
    };
    std::vector<IndexRing> joined;
    join_chains(visible, rim.partner, bridge, joined);
    for (const IndexRing& ring : joined) {
        Line& line = out.emplace_back();
        for (const std::uint32_t i : ring) line.push_back(points[i]);
    }
    return out;
}

} // namespace geo
