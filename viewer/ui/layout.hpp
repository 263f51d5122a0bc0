#pragma once
#include "geo/types.hpp"
#include "scene/app_state.hpp"

namespace ui {

/// Where the panels go for a state. All rectangles in device pixels, x from the side where reading starts.
struct Layout {
    float scale = 1;
    geo::Rect window;
    geo::Rect top_bar;
    geo::Rect left;  ///< the most the layer panel may take; the handle when it is closed
    geo::Rect right; ///< the most the inspector may take; empty without a selection
    geo::Rect year_bar;
    geo::Rect free;       ///< what is left for the map
    float year_block = 0; ///< width of the part of the year bar with the big year
    bool left_open = false;
    bool left_displaced = false; ///< closed only because the inspector needs the room
    bool compact = false;        ///< small window: the low year bar
    bool dense = false;          ///< little height: rows without notes
};

[[nodiscard]] Layout layout_for(const scene::AppState& state);

} // namespace ui
