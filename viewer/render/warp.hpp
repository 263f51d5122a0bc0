#pragma once
#include "gpu/buffer.hpp"
#include "gpu/framebuffer.hpp"
#include "render/programs.hpp"
#include "render/view.hpp"
#include "scene/warp_mesh.hpp"

namespace render {

/// Draws pictures on nets (scene::WarpMesh) into the bound framebuffer.
class Warp {
public:
    explicit Warp(gpu::Counters& counters);

    struct Look {
        float step = 0;                  ///< 0 the net's first view, 1 its second
        float opacity = 1, lost = 0;     ///< where the net is shown, and where it is not
        scene::Color ground{0, 0, 0, 0}; ///< visible: the net is opaque, and this where the picture has nothing to say
        int margin_px = 0;               ///< of the picture, beyond the screen it was drawn for
        int width_px = 0, height_px = 0; ///< of the target
    };
    void draw(const gpu::Framebuffer& picture, const scene::WarpMesh& net, const Look& look, const Programs& programs,
              gpu::Counters& counters);

private:
    gpu::StreamBuffer vertices_, indices_;
    gpu::VertexArray layout_;
};

} // namespace render
