#pragma once
#include "gpu/buffer.hpp"
#include <vector>

namespace render {

/// One index buffer for any number of quads of four vertices each (top left, top right, bottom left, bottom right).
class QuadIndices {
public:
    explicit QuadIndices(gpu::Counters& counters) : buffer_(counters) {}
    /// Binds it to the current vertex array, grown to `quads`.
    void bind(std::size_t quads);

private:
    gpu::Buffer buffer_;
    std::size_t quads_ = 0;
};

} // namespace render
