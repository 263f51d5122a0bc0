#pragma once
#include "gpu/buffer.hpp"
#include "render/lines.hpp"

namespace render {

/// A triangulated area on the GPU, drawn as far as the view needs it.
class AreaBuffer {
public:
    AreaBuffer(const scene::AreaMesh& mesh, gpu::Counters& counters);
    /// The parts that come into `px` (a rectangle of the view). The program must be in use.
    void draw(const View& view, const geo::Rect& px, gpu::Counters& counters) const;

private:
    struct Chunk {
        geo::Bounds bounds; ///< relative to origin
        std::size_t first = 0, count = 0;
    };
    std::vector<std::uint32_t> chunked(const scene::AreaMesh& mesh);

    gpu::Buffer points_, indices_;
    gpu::VertexArray layout_;
    std::vector<Chunk> chunks_;
};

void draw_area(const AreaBuffer& area, const scene::Color& color, float opacity, const Target& target,
               const Programs& programs, gpu::Counters& counters);

} // namespace render
