#pragma once
#include "ui/control.hpp"

namespace ui {

struct Choice {
    std::string id, label;
    bool active = false;
    std::string heading = {}; ///< stands above this row: the first of a group
};

/// The list below a button: tapping outside closes it. Returns the id that was tapped, "" for none. `x`: where reading
/// starts; moved back into the window when it is too narrow there.
std::string drop_down_list(Frame& frame, const char* id, float x, float y, float width,
                           const std::vector<Choice>& choices);
[[nodiscard]] bool is_list_open(const Frame& frame, const char* id);
void open_list(Frame& frame, const char* id, bool open);

} // namespace ui
