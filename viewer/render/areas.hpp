#pragma once
#include "gpu/buffer.hpp"
#include "render/lines.hpp"

namespace render {

/// A triangulated area on the GPU.
class AreaBuffer {
public:
    AreaBuffer(const scene::AreaMesh& mesh, gpu::Counters& counters);
    /// The program must be in use.
    void draw(gpu::Counters& counters) const;

private:
    gpu::Buffer points_, indices_;
    gpu::VertexArray layout_;
    GLsizei count_ = 0;
};

void draw_area(const AreaBuffer& area, const scene::Color& color, float opacity, const Target& target,
               const Programs& programs, gpu::Counters& counters);

} // namespace render
