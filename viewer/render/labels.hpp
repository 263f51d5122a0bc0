#pragma once
#include "gpu/texture.hpp"
#include "render/programs.hpp"
#include "render/quads.hpp"
#include "render/view.hpp"
#include <array>

namespace render {

/// All labels as one batch of glyph quads: every halo, then every fill.
class Labels {
public:
    explicit Labels(gpu::Counters& counters);
    void draw(const std::vector<scene::LabelDraw>& labels, const View& view, const gpu::Texture& atlas,
              QuadIndices& indices, const Programs& programs, gpu::Counters& counters);

private:
    struct Vertex {
        float x, y;
        std::uint16_t u, v;
        std::array<std::uint8_t, 4> color;
    };
    void add(const text::Quad& quad, const scene::GlyphPose& pose, const std::array<std::uint8_t, 4>& color);

    gpu::StreamBuffer buffer_;
    gpu::VertexArray layout_;
    std::vector<Vertex> vertices_;
};

[[nodiscard]] std::array<std::uint8_t, 4> to_bytes(const scene::Color& color, float opacity = 1);

} // namespace render
