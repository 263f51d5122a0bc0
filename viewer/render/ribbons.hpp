#pragma once
#include "render/programs.hpp"
#include "render/ribbon_buffers.hpp"

namespace render {

/// Draws every strand: all halos, then all casings, then all bodies, so that no strand's edge lies on another's body.
void draw_ribbons(const scene::Scene& scene, const View& view, RibbonBuffers& buffers, const Programs& programs,
                  gpu::Counters& counters);

} // namespace render
