#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace geo {

/// A closed ring as indices into a list of points.
using IndexRing = std::vector<std::uint32_t>;

/// A part of a ring on one side of a cut; begins and ends with a crossing.
struct RingChain {
    IndexRing points;
    std::size_t start = 0, end = 0; ///< crossings, by number; each starts or ends exactly one chain
    bool used = false;
};

/// Chops a ring where `side` changes. `cross(from, to)` makes a crossing between two points and returns its number,
/// `point_of(crossing)` its point; `chain(side, RingChain)` takes each chain. False when the ring has but one side.
bool chop_ring(const IndexRing& ring, const std::function<bool(std::uint32_t)>& side,
               const std::function<std::size_t(std::uint32_t, std::uint32_t)>& cross,
               const std::function<std::uint32_t(std::size_t)>& point_of,
               const std::function<void(bool, RingChain)>& chain);

/// Joins chains into rings: from the crossing at the end of one to its partner. `bridge` may add points between the
/// two. Which way round a ring goes is left open: even-odd filling does not ask.
void join_chains(std::vector<RingChain>& chains, std::span<const std::size_t> partner,
                 const std::function<void(std::size_t, std::size_t, IndexRing&)>& bridge, std::vector<IndexRing>& out);

} // namespace geo
