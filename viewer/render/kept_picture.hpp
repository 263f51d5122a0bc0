#pragma once
#include "gpu/buffer.hpp"
#include "gpu/framebuffer.hpp"
#include "render/programs.hpp"

namespace render {

/// A transparent picture beside the window: what is drawn into it once (a panel: thousands of triangles, which
/// software OpenGL pays for one by one) is shown by one quad.
class KeptPicture {
public:
    KeptPicture(gpu::Counters& counters, const Programs& programs);

    /// An empty picture of this size, bound for drawing. Error: there is no memory for it.
    base::Result<void> begin(int width, int height);
    /// Lays it over the bound framebuffer of the given size, its upper left corner at a whole pixel.
    void show(float x, float y, int target_width, int target_height);

private:
    gpu::Counters& counters_;
    const Programs& programs_;
    gpu::Framebuffer picture_;
    gpu::StreamBuffer corners_;
    gpu::VertexArray layout_;
};

} // namespace render
