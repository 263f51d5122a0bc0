#pragma once
#include "ui/frame.hpp"

/// Patterns that tell states and modes apart without colour. Coordinates in device pixels.
namespace ui {

void dashed_line(Frame& frame, ImVec2 a, ImVec2 b, ImU32 color, float width, float on, float off);
void dashed_rect(Frame& frame, const geo::Rect& rect, ImU32 color, float width, float on, float off);
void dotted_fill(Frame& frame, const geo::Rect& rect, ImU32 color, float step, float radius);
/// Diagonal stripes, cut at the rectangle.
void hatched_fill(Frame& frame, const geo::Rect& rect, ImU32 color, float stripe, float step);
void chevron_up(Frame& frame, float centre_x, float y, float half_width, float rise, ImU32 color, float width);
void diamond(Frame& frame, ImVec2 centre, float half, ImU32 fill, ImU32 stroke, float width);
void hatched_disc(Frame& frame, ImVec2 centre, float radius, ImU32 color, float edge);

} // namespace ui
