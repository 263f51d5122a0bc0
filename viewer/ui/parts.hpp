#pragma once
#include "ui/frame.hpp"

/// One function a panel; each lives in the file of its name.
namespace ui {

void top_bar(Frame& frame);
void layers_panel(Frame& frame); ///< with the legend below
void year_bar(Frame& frame);
void inspector(Frame& frame); ///< or the list to choose from
void about(Frame& frame);
void map_furniture(Frame& frame);
void notices(Frame& frame);        ///< loading and problems
void map_tools(Frame& frame);      ///< projections and the ruler
void measured_lines(Frame& frame); ///< on the map itself, below every panel
void measure_panel(Frame& frame);

} // namespace ui
