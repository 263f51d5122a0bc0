#pragma once
#include "gpu/counters.hpp"
#include <map>
#include <memory>
#include <unordered_set>

namespace render {

/// GPU copies of immutable CPU meshes, found by the mesh's address. Keeps the mesh alive, so that an address
/// cannot come to mean another mesh. `Gpu` is made from (const Mesh&, Counters&).
template <class Mesh, class Gpu> class Uploaded {
public:
    Gpu& get(const std::shared_ptr<const Mesh>& mesh, gpu::Counters& counters)
    {
        auto found = entries_.find(mesh.get());
        if (found == entries_.end())
            found = entries_.emplace(mesh.get(), Entry{mesh, Gpu(*mesh, counters), true}).first;
        found->second.used = true;
        return found->second.gpu;
    }
    void forget_use()
    {
        for (auto& entry : entries_) entry.second.used = false;
    }
    /// Frees what has neither been asked for since forget_use nor is in `keep`.
    void sweep(const std::unordered_set<const void*>& keep)
    {
        std::erase_if(entries_, [&](const auto& entry) { return !entry.second.used && !keep.contains(entry.first); });
    }

    /// Frees what nobody else holds any more.
    void sweep_orphans()
    {
        std::erase_if(entries_, [](const auto& entry) { return entry.second.mesh.use_count() == 1; });
    }

private:
    struct Entry {
        std::shared_ptr<const Mesh> mesh;
        Gpu gpu;
        bool used;
    };
    std::map<const Mesh*, Entry> entries_;
};

} // namespace render
