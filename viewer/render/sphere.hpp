#pragma once
#include "gpu/buffer.hpp"
#include "render/programs.hpp"
#include "render/view.hpp"

namespace render {

/// The body of a globe, on and around its map. Draws nothing on a flat map.
class Sphere {
public:
    explicit Sphere(gpu::Counters& counters) : layout_(counters) {}

    /// Shading towards the limb, the limb, two faint rims.
    void draw_limb(const scene::Scene& scene, const Programs& programs, gpu::Counters& counters) const;

private:
    gpu::VertexArray layout_; ///< empty: the corners come from gl_VertexID
};

} // namespace render
