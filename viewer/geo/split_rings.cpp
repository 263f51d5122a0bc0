#include "geo/split_rings.hpp"
#include <algorithm>
#include <numeric>

namespace geo {
namespace {

/// Along the cut the inside lies between the 1st and 2nd crossing, the 3rd and 4th and so on: those are joined.
std::vector<std::size_t> partners(const std::vector<std::uint32_t>& crossings, const std::vector<Projected>& points)
{
    std::vector<std::size_t> order(crossings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double ax = points[crossings[a]].x;
        const double bx = points[crossings[b]].x;
        return ax != bx ? ax < bx : a < b;
    });
    std::vector<std::size_t> partner(order.size());
    for (std::size_t i = 0; i + 1 < order.size(); i += 2) {
        partner[order[i]] = order[i + 1];
        partner[order[i + 1]] = order[i];
    }
    return partner;
}

} // namespace

SplitRings split_rings(const std::vector<IndexRing>& rings, double y, std::vector<Projected>& points)
{
    SplitRings out;
    std::vector<std::uint32_t> crossings; // their points
    std::vector<RingChain> below;
    std::vector<RingChain> above;
    const auto is_above = [&](std::uint32_t i) { return points[i].y >= y; };
    const auto cross = [&](std::uint32_t from, std::uint32_t to) {
        const Projected a = points[from];
        const Projected b = points[to];
        crossings.push_back(static_cast<std::uint32_t>(points.size()));
        points.push_back({a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y});
        return crossings.size() - 1;
    };
    const auto point_of = [&](std::size_t crossing) { return crossings[crossing]; };
    const auto take = [&](bool high, RingChain chain) { (high ? above : below).push_back(std::move(chain)); };
    for (const IndexRing& ring : rings)
        if (!ring.empty() && !chop_ring(ring, is_above, cross, point_of, take))
            (is_above(ring.front()) ? out.above : out.below).push_back(ring);
    const auto partner = partners(crossings, points);
    join_chains(below, partner, {}, out.below);
    join_chains(above, partner, {}, out.above);
    return out;
}

} // namespace geo
