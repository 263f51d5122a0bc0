#pragma once
#include "scene/scene.hpp"

namespace scene {

/// A run set along a curve: one pose per quad, and one box per glyph for the collision grid.
struct CurvedLabel {
    std::vector<GlyphPose> poses;
    std::vector<geo::Rect> boxes;
};

/// Sets `run` along the polyline (device px), reading left to right. `share`: how much of the length to spare lies
/// before it (0.5 centred). `upright`: on a steep line the characters stand one below the other instead of lying on
/// their side, as Chinese is set. Empty when the curve is too short or bends too sharply for the text.
[[nodiscard]] CurvedLabel set_along(const text::Run& run, std::vector<geo::ScreenPx> curve, float share = 0.5F,
                                    bool upright = false);

/// A smooth curve through a few points (centripetal Catmull-Rom), for label lines drawn by hand.
[[nodiscard]] std::vector<geo::ScreenPx> smooth_curve(const std::vector<geo::ScreenPx>& points, int steps = 12);

} // namespace scene
