#pragma once
#include "ui/frame.hpp"

namespace ui {

/// The histogram of the year bar in `box`: one measure, one scope, one currency, every state in its own look.
/// Years are tapped or dragged.
void year_chart(Frame& frame, const geo::Rect& box);

} // namespace ui
