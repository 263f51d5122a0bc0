#pragma once
#include "data/series.hpp"
#include "ui/frame.hpp"

/// Columns of a chart, each year in the look of its state (look/states.png).
namespace ui {

struct BarScale {
    float base_y = 0; ///< the axis, device px
    float px_per_unit = 0;
    float absent_px = 18; ///< constant height of "no figure"
};

struct BarColors {
    ImU32 fill = 0, ground = 0, conflict = 0, absent = 0;
};

/// Draws one column and returns its upper edge, above which a label may stand.
float bar(Frame& frame, float centre_x, float width, const BarScale& scale, const data::YearValue& value,
          const BarColors& colors);

/// A round step (1, 2 or 5 times a power of ten) that divides `largest` into about `parts`.
[[nodiscard]] double round_step(double largest, int parts);

/// How far a series is known in a year: full, ring, half, point.
void knowledge_dot(Frame& frame, ImVec2 centre, float radius, data::State state, ImU32 color, ImU32 faint);

} // namespace ui
