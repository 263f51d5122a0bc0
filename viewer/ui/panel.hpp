#pragma once
#include "ui/control.hpp"
#include "ui/mirror.hpp"
#include "ui/text_draw.hpp"
#include <optional>

namespace ui {

struct PanelLook {
    bool background = true;
    bool fit_height = false; ///< as tall as its content, at most the given height; scrolls when longer
    float radius = 12;
    float padding = 16;
};

/// One undecorated ImGui window with our own ground. Content is laid out by hand: x0..x1 is its width, y the pen,
/// already moved up by the scroll; x runs from the side where reading starts (ui/mirror.hpp). Ends with the object.
class Panel {
public:
    Panel(Frame& frame, const char* id, const geo::Rect& most, PanelLook look = {});
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    float x0 = 0, x1 = 0; ///< device px
    float y = 0;
    void space(float logical) { y += frame_.px(logical); }
    void rule(float above = 10, float below = 10); ///< a separator over the whole width
    void row(std::string_view utf8, const Type& type, ImU32 color);
    void wrapped(std::string_view utf8, const Type& type, ImU32 color);

private:
    void scroll();
    Frame& frame_;
    ImGuiID key_;
    geo::Rect most_;
    geo::Rect shown_;
    PanelLook look_;
    float top_ = 0;
    float offset_ = 0;
    std::string id_;
    std::optional<Mirror> mirror_;
};

/// Panel ground without a window, for small pieces inside others.
void ground(Frame& frame, const geo::Rect& rect, float radius);

} // namespace ui
