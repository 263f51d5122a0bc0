#pragma once
#include "render/labels.hpp"

namespace render {

/// Straight lines from a ribbon to its figure, with a dark halo and a dot; streamed as one batch.
class Leaders {
public:
    explicit Leaders(gpu::Counters& counters);
    void draw(const scene::Scene& scene, const View& view, QuadIndices& indices, const Programs& programs,
              gpu::Counters& counters);

private:
    struct Vertex {
        float x, y;
        std::array<float, 4> place;
        std::array<std::uint8_t, 4> color;
    };
    void add(geo::ScreenPx from, geo::ScreenPx to, float half, const std::array<std::uint8_t, 4>& color);

    gpu::StreamBuffer buffer_;
    gpu::VertexArray layout_;
    std::vector<Vertex> vertices_;
};

} // namespace render
