#pragma once
#include "render/line_buffer.hpp"
#include "render/programs.hpp"
#include "render/uploaded.hpp"

namespace render {

using LineBuffers = Uploaded<scene::LineMesh, LineBuffer>;

/// Draws every strand: all halos, then all casings, then all bodies, so that no strand's edge lies on another's body.
void draw_ribbons(const scene::Scene& scene, const View& view, LineBuffers& buffers, const Programs& programs,
                  gpu::Counters& counters);

} // namespace render
