#pragma once
#include "ui/frame.hpp"

namespace ui {

/// What happened in a field during a frame.
struct FieldEvents {
    bool focused = false;
    bool changed = false;   ///< `text` is new
    bool submitted = false; ///< Enter
    bool cancelled = false; ///< Escape
    int row = 0;            ///< Down +1, Up -1: for a list below the field
    std::string text;
};

/// One line of text with caret, selection, clipboard and scrolling; `text` is what the state holds, changes come back
/// as events. Draws its own ground. `take_focus`: as if it had been tapped in this frame.
FieldEvents text_field(Frame& frame, std::string_view id, const geo::Rect& rect, const std::string& text,
                       const std::string& placeholder, bool take_focus = false);
/// No field has the keyboard any more.
void leave_fields(Frame& frame);

} // namespace ui
