#pragma once
#include "gpu/texture.hpp"
#include "text/engine.hpp"

namespace render {

/// The text engine's glyph atlas on the GPU; only what changed is uploaded.
class GlyphTexture {
public:
    explicit GlyphTexture(gpu::Counters& counters) : texture_(counters) {}
    void sync(text::Engine& engine);
    [[nodiscard]] const gpu::Texture& texture() const { return texture_; }

private:
    gpu::Texture texture_;
    std::uint64_t revision_ = 0;
};

} // namespace render
