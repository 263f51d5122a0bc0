#pragma once
#include "gpu/shader_library.hpp"

namespace render {

/// Every program of the renderer, compiled together so that a reload succeeds or fails as a whole.
struct Programs {
    gpu::Program relief, relief_smooth, area, line, line_pattern, ribbon, ribbon_look, ribbon_absent, circle, symbol,
        glyph, leader, picture, warp, sphere;

    static base::Result<Programs> load(const gpu::ShaderLibrary& library, gpu::Counters& counters);
};

} // namespace render
