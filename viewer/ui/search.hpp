#pragma once
#include "ui/frame.hpp"

namespace ui {

/// The search in the top bar: a field, or a button with a glass when there is no room for one (`rect` is then square).
void search_field(Frame& frame, const geo::Rect& rect);
/// What was found, below the field; with the field on top when the bar has only the button. Drawn after the bar.
void search_list(Frame& frame, const geo::Rect& rect);

} // namespace ui
