#pragma once
#include "render/line_buffer.hpp"
#include <map>
#include <memory>
#include <unordered_set>

namespace render {

/// Ribbons on the GPU, thinned for each power of two of the scale. Made when first needed, so another year adds none.
class RibbonBuffers {
public:
    LineBuffer& get(const std::shared_ptr<const scene::LineMesh>& mesh, double metres_per_px, gpu::Counters& counters);
    void forget_use();
    /// Frees what has neither been asked for since forget_use nor is in `keep`.
    void sweep(const std::unordered_set<const void*>& keep);

private:
    struct Entry {
        std::shared_ptr<const scene::LineMesh> mesh;
        std::map<int, LineBuffer> by_octave;
        bool used = true;
    };
    std::map<const void*, Entry> entries_;
};

} // namespace render
