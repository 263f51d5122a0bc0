#pragma once
#include "ui/panel.hpp"

namespace ui {

/// The scale of the current overlay and how its states look; continues an open panel.
void legend(Frame& frame, Panel& panel);

} // namespace ui
