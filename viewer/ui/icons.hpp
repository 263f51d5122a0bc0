#pragma once
#include "ui/frame.hpp"

namespace ui {

enum class Icon {
    chevron_left,
    chevron_right,
    chevron_down,
    chevron_up,
    close,
    eye,
    eye_off,
    play,
    pause,
    lock,
    moon,
    sun,
    contrast,
    info,
    full_screen,
    home,
    plus,
    minus,
    layers,
    warning,
    mark,
    external,
    search,
    ruler,
    more,
    globe
};

/// Drawn with strokes around `centre`, about `size` logical pixels across.
void icon(Frame& frame, Icon which, ImVec2 centre, float size, ImU32 color);

} // namespace ui
