#pragma once
#include "ui/frame.hpp"

namespace ui {

/// Right-to-left languages: what a draw list receives while this lives is turned about the middle of the window when
/// it ends. Panels are so laid out once, x counted from the side where reading starts. Text and pictures that must not
/// turn draw through Frame::on_screen, which undoes it. In other languages, and while Frame::mirrored is off, it does
/// nothing. The frame must be mirrored or not for the whole life.
class Mirror {
public:
    Mirror(const Frame& frame, ImDrawList& list);
    ~Mirror();
    Mirror(const Mirror&) = delete;
    Mirror& operator=(const Mirror&) = delete;

private:
    const Frame& frame_;
    ImDrawList& list_;
    int first_vertex_ = 0;
    int first_command_ = 0;
};

} // namespace ui
