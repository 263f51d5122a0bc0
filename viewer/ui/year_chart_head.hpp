#pragma once
#include "ui/frame.hpp"

namespace ui {

/// Above the histogram: what it counts and in which unit, keys to the looks, the switch of currency.
void year_chart_head(Frame& frame, const geo::Rect& box, const data::Series* series);

} // namespace ui
