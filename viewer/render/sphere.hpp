#pragma once
#include "gpu/buffer.hpp"
#include "render/programs.hpp"
#include "render/view.hpp"

namespace render {

/// The body of a globe, around and below its map. Draws nothing on a flat map.
class Sphere {
public:
    explicit Sphere(gpu::Counters& counters) : layout_(counters) {}

    /// Space, and the plain disc on which an older picture of the globe is laid.
    void draw_ground(const scene::Scene& scene, const Programs& programs, gpu::Counters& counters) const;
    /// Shading towards the limb, the limb, two faint rims.
    void draw_limb(const scene::Scene& scene, const Programs& programs, gpu::Counters& counters) const;

private:
    void draw(const scene::Scene& scene, const scene::Color& fill, const Programs& programs,
              gpu::Counters& counters) const;

    gpu::VertexArray layout_; ///< empty: the corners come from gl_VertexID
};

} // namespace render
