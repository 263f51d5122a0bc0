#pragma once
#include "render/line_buffer.hpp"
#include "render/programs.hpp"

namespace render {

/// Where a static draw goes and what all its parts share.
struct Target {
    View view;
    geo::Rect px; ///< the part of the view that is drawn (scissored)
    float year = 0;
};

/// Draws one layer's lines: every stroke's casing first, then its body.
void draw_lines(const LineBuffer& lines, const scene::LineStyle& style, float opacity, const Target& target,
                const Programs& programs, gpu::Counters& counters);

} // namespace render
