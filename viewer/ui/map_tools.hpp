#pragma once
#include "ui/frame.hpp"

namespace ui {

/// Where the strip with projections and the ruler stands; empty when the map is too small for it.
[[nodiscard]] geo::Rect map_tools_rect(Frame& frame);

} // namespace ui
