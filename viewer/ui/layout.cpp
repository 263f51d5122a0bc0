#include "ui/layout.hpp"
#include "ui/panels.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// Logical pixels, as in assets/themes/base.toml [space]; fixed here because the camera needs them before a theme is
// read.
constexpr float kTopBar = 56, kMargin = 16, kLeft = 304, kRight = 356, kHandle = 44;

} // namespace

Layout layout_for(const scene::AppState& state)
{
    Layout layout;
    const float s = std::max(state.viewport.scale, 0.25F);
    const auto width = static_cast<float>(state.viewport.width_px);
    const auto height = static_cast<float>(state.viewport.height_px);
    const float w = width / s;
    const float h = height / s;
    layout.scale = s;
    layout.window = {0, 0, width, height};
    layout.free = layout.window;
    if (!state.chrome_visible) return layout;

    layout.compact = h < 860 || w < 1240;
    layout.dense = h < 1000;
    const float bar = layout.compact ? 152.0F : 196.0F;
    const float margin = layout.compact ? 12.0F : kMargin;
    layout.year_block = s * (layout.compact ? (w < 1000 ? 292.0F : 324.0F) : (w < 1600 ? 420.0F : 492.0F));
    const auto rect = [&](float x, float y, float rect_w, float rect_h) {
        return geo::Rect{std::round(x * s), std::round(y * s), std::round(rect_w * s), std::round(rect_h * s)};
    };
    layout.top_bar = geo::Rect{0, 0, width, std::round(kTopBar * s)};
    layout.year_bar = rect(margin, h - margin - bar, w - 2 * margin, bar);
    const float top = kTopBar + margin;
    const float room = std::max(h - margin - bar - margin - top, 60.0F);
    const bool inspecting = state.selection.has_value() || !state.candidates.empty();
    const float right = std::min(kRight, w - 2 * margin);
    // Both side panels need at least as much map again between them.
    layout.left_displaced = state.layers_open && inspecting && w < kLeft + right + 4 * margin + 420;
    layout.left_open = state.layers_open && !layout.left_displaced;
    layout.left = layout.left_open ? rect(margin, top, kLeft, room) : rect(margin, top, kHandle, kHandle);
    if (inspecting) layout.right = rect(w - margin - right, top, right, room);

    const float x0 = layout.left_open ? layout.left.x + layout.left.w : 0;
    const float x1 = inspecting ? layout.right.x : width;
    layout.free = {x0, layout.top_bar.h, std::max(x1 - x0, 1.0F), std::max(layout.year_bar.y - layout.top_bar.h, 1.0F)};
    return layout;
}

geo::Rect free_rect_for(const scene::AppState& state, bool right_to_left)
{
    const Layout layout = layout_for(state);
    geo::Rect free = layout.free;
    if (right_to_left) free.x = layout.window.w - free.x - free.w;
    return free;
}

} // namespace ui
