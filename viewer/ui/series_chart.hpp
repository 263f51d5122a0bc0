#pragma once
#include "ui/panel.hpp"

namespace ui {

/// All years of one series as columns, the states told apart, the year of the atlas marked; a tap goes to a year.
void series_chart(Frame& frame, Panel& panel, const data::Series& series, ImU32 color);

} // namespace ui
