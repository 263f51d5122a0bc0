#include "geo/ring_chains.hpp"
#include <utility>

namespace geo {

bool chop_ring(const IndexRing& ring, const std::function<bool(std::uint32_t)>& side,
               const std::function<std::size_t(std::uint32_t, std::uint32_t)>& cross,
               const std::function<std::uint32_t(std::size_t)>& point_of,
               const std::function<void(bool, RingChain)>& chain)
{
    const std::size_t n = ring.size();
    std::vector<char> sides(n);
    for (std::size_t i = 0; i < n; ++i) sides[i] = side(ring[i]);
    std::size_t first = 0; // the first point on the side that its predecessor is not on
    while (first < n && sides[first] == sides[(first + n - 1) % n]) ++first;
    if (first == n) return false;

    const std::size_t opening = cross(ring[(first + n - 1) % n], ring[first]);
    RingChain open{{point_of(opening)}, opening};
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t here = (first + k) % n;
        const std::size_t next = (here + 1) % n;
        open.points.push_back(ring[here]);
        if (sides[here] == sides[next]) continue;
        const std::size_t shared = k + 1 == n ? opening : cross(ring[here], ring[next]);
        open.end = shared;
        open.points.push_back(point_of(shared));
        chain(sides[here] != 0, std::exchange(open, RingChain{{point_of(shared)}, shared}));
    }
    return true;
}

void join_chains(std::vector<RingChain>& chains, std::span<const std::size_t> partner,
                 const std::function<void(std::size_t, std::size_t, IndexRing&)>& bridge, std::vector<IndexRing>& out)
{
    std::vector<std::size_t> chain_at(partner.size());
    for (std::size_t i = 0; i < chains.size(); ++i) chain_at[chains[i].start] = chain_at[chains[i].end] = i;
    for (RingChain& first : chains) {
        if (first.used) continue;
        IndexRing ring;
        std::size_t at = first.start;
        while (true) {
            RingChain& chain = chains[chain_at[at]];
            if (chain.used) break;
            chain.used = true;
            const bool forwards = chain.start == at;
            if (forwards)
                ring.insert(ring.end(), chain.points.begin(), chain.points.end());
            else
                ring.insert(ring.end(), chain.points.rbegin(), chain.points.rend());
            const std::size_t leaving = forwards ? chain.end : chain.start;
            at = partner[leaving];
            if (bridge) bridge(leaving, at, ring);
        }
        out.push_back(std::move(ring));
    }
}

} // namespace geo
