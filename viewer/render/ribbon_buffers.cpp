#include "render/ribbon_buffers.hpp"
#include "render/thinned.hpp"
#include <cmath>

namespace render {

namespace {

/// Far below what antialiasing shows.
constexpr double kTolerancePx = 0.1;

} // namespace

LineBuffer& RibbonBuffers::get(const std::shared_ptr<const scene::LineMesh>& mesh, double metres_per_px,
                               gpu::Counters& counters)
{
    Entry& entry = entries_[mesh.get()];
    entry.mesh = mesh;
    entry.used = true;
    const int octave = static_cast<int>(std::floor(std::log2(metres_per_px)));
    auto found = entry.by_octave.find(octave);
    if (found == entry.by_octave.end())
        found = entry.by_octave.emplace(octave, LineBuffer(thinned(*mesh, kTolerancePx * std::exp2(octave)), counters))
                    .first;
    return found->second;
}

void RibbonBuffers::forget_use()
{
    for (auto& entry : entries_) entry.second.used = false;
}

void RibbonBuffers::sweep(const std::unordered_set<const void*>& keep)
{
    std::erase_if(entries_, [&](const auto& entry) { return !entry.second.used && !keep.contains(entry.first); });
}

} // namespace render
