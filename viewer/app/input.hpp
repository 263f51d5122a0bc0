#pragma once
#include "app/imgui_host.hpp"
#include "app/session.hpp"
#include "app/window.hpp"
#include "ui/panels.hpp"
#include <deque>
#include <map>

namespace app {

/// SDL events -> ImGui's input and the map's actions. Mouse, wheel, touch (drag, pinch, double tap) and keys.
class Input {
public:
    /// `panels`: what the last frame showed; must outlive this.
    Input(Session& session, ImGuiHost& imgui, const ui::FrameOutput& panels, const Window& window)
        : session_(session), imgui_(imgui), panels_(panels), window_(window)
    {
    }

    /// True when the event may change what is shown.
    bool handle(const SDL_Event& event, double now_s);
    void set_scale(float scale) { scale_ = scale; } ///< fixed by the command line; 0 = follow the display
    /// Input methods (Chinese, Kazakh ...) open their list beside the caret of the last frame.
    void follow_caret() const;
    [[nodiscard]] bool dragging() const { return dragging_; }

private:
    struct Sample {
        double at_s;
        float x, y;
    };

    bool on_button(const SDL_MouseButtonEvent& event, double now_s);
    bool on_motion(const SDL_MouseMotionEvent& event, double now_s);
    bool on_wheel(const SDL_MouseWheelEvent& event);
    bool on_finger(const SDL_TouchFingerEvent& event);
    bool on_key(const SDL_KeyboardEvent& event);
    bool on_window(const SDL_WindowEvent& event);
    void release(double now_s);
    void pinch(geo::ScreenPx moved, const SDL_TouchFingerEvent& event);
    /// Asked of the place itself: a finger comes down where no pointer hovered in the frame before.
    [[nodiscard]] bool on_map(geo::ScreenPx at) const;

    Session& session_;
    ImGuiHost& imgui_;
    const ui::FrameOutput& panels_;
    const Window& window_;
    std::map<SDL_FingerID, geo::ScreenPx> fingers_;
    std::deque<Sample> trail_; ///< of the last tenth of a second, for the fling
    geo::ScreenPx pressed_{}, last_{};
    float scale_ = 0;
    bool pressed_on_map_ = false, dragging_ = false, pinched_ = false, press_on_panel_ = false;
};

} // namespace app
