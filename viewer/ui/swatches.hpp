#pragma once
#include "data/series.hpp"
#include "ui/frame.hpp"

/// Small samples of what the map draws, for the layer panel and the legend.
namespace ui {

/// `role` is LayerGroup::swatch; `mode` colours the flow of the current overlay ("rail", "road" ...).
void swatch(Frame& frame, const std::string& role, const geo::Rect& box, const std::string& mode);
/// A piece of a ribbon in the look of a state.
void state_swatch(Frame& frame, data::State state, const geo::Rect& box, const std::string& mode);
[[nodiscard]] std::string mode_role(const Frame& frame, const std::string& mode); ///< "mode.rail"

} // namespace ui
