#pragma once
#include "gpu/buffer.hpp"
#include "render/programs.hpp"
#include "render/view.hpp"

namespace render {

/// Proportional symbols, streamed: their radii change with the year.
class Circles {
public:
    explicit Circles(gpu::Counters& counters);
    void draw(const scene::Scene& scene, const View& view, const Programs& programs, gpu::Counters& counters);

private:
    struct Instance {
        float x, y, radius, state;
        scene::Color fill, edge;
    };
    gpu::StreamBuffer buffer_;
    gpu::VertexArray layout_;
    std::vector<Instance> instances_;
};

} // namespace render
