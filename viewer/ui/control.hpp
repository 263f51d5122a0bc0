#pragma once
#include "ui/frame.hpp"

namespace ui {

struct Hit {
    bool pressed = false; ///< tapped, or Enter or Space while it has the keyboard focus
    bool hovered = false;
    bool held = false;
    bool focused = false; ///< has a visible keyboard focus
};

/// A place that can be tapped. `drag` controls keep reporting `held` wherever the finger goes; the others let go when
/// the finger moves on, so that a panel can be scrolled from anywhere. Draws nothing but the focus ring.
Hit control(Frame& frame, std::string_view id, const geo::Rect& rect, bool drag = false, float ring_radius = 8);

/// Moves the keyboard focus by Tab and Shift+Tab; call once after all panels.
void move_focus(Frame& frame);

/// Keys by meaning, in whatever way this ImGui numbers them.
[[nodiscard]] bool key_pressed(int imgui_key);

/// A button with a filled background that reacts to hover and press.
[[nodiscard]] ImU32 control_fill(const Frame& frame, const Hit& hit, bool active = false);

/// A row of alternatives in one frame, as wide as its texts (or `cell` each). Returns the index tapped or -1. The order
/// stays left to right in every language (signs, speeds, names of languages) unless it `turns`.
int segmented(Frame& frame, std::string_view id, ImVec2 at, const std::vector<std::string>& labels, int active,
              float cell = 0, bool turns = false);
[[nodiscard]] float segmented_width(Frame& frame, const std::vector<std::string>& labels, float cell = 0);

} // namespace ui
