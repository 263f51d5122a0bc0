#include "app/input.hpp"
#include "app/keys.hpp"
#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr float kDragThresholdPx = 5;
constexpr double kFlingWindowS = 0.1;
constexpr double kWheelStep = 1.25, kDoubleClickFactor = 2;

} // namespace

bool Input::handle(const SDL_Event& event, double now_s)
{
    switch (event.type) {
    case SDL_QUIT: session_.dispatch(scene::Quit{}); return true;
    case SDL_WINDOWEVENT: return on_window(event.window);
    case SDL_MOUSEMOTION: return on_motion(event.motion, now_s);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return on_button(event.button, now_s);
    case SDL_MOUSEWHEEL: return on_wheel(event.wheel);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: return on_finger(event.tfinger);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return on_key(event.key);
    case SDL_TEXTINPUT: imgui_.typed(event.text.text); return true;
    default: return false;
    }
}

bool Input::on_map(geo::ScreenPx at) const
{
    return std::none_of(panels_.panels.begin(), panels_.panels.end(),
                        [&](const ui::NamedRect& panel) { return panel.rect.contains(at); });
}

bool Input::on_motion(const SDL_MouseMotionEvent& event, double now_s)
{
    if (event.which == SDL_TOUCH_MOUSEID && fingers_.size() > 1) return false; // the pinch has it
    const float unit = window_.pixels_per_unit();
    const geo::ScreenPx at{static_cast<float>(event.x) * unit, static_cast<float>(event.y) * unit};
    imgui_.mouse_moved(at.x, at.y);
    if (event.which != SDL_TOUCH_MOUSEID) session_.dispatch(scene::PointerAt{at.x, at.y, true});
    if (pressed_on_map_ && !dragging_ &&
        std::hypot(at.x - pressed_.x, at.y - pressed_.y) > kDragThresholdPx * session_.state().viewport.scale) {
        dragging_ = true;
        last_ = pressed_; // the map catches up with the finger
    }
    if (dragging_) {
        session_.dispatch(scene::Drag{last_.x, last_.y, at.x - last_.x, at.y - last_.y});
        last_ = at;
        trail_.push_back({now_s, at.x, at.y});
        while (trail_.size() > 2 && now_s - trail_.front().at_s > kFlingWindowS) trail_.pop_front();
    }
    return true;
}

bool Input::on_button(const SDL_MouseButtonEvent& event, double now_s)
{
    const int button = event.button == SDL_BUTTON_LEFT     ? 0
                       : event.button == SDL_BUTTON_RIGHT  ? 1
                       : event.button == SDL_BUTTON_MIDDLE ? 2
                                                           : 5;
    const bool down = event.state == SDL_PRESSED;
    const float unit = window_.pixels_per_unit();
    const geo::ScreenPx at{static_cast<float>(event.x) * unit, static_cast<float>(event.y) * unit};
    imgui_.mouse_moved(at.x, at.y);
    if (down && button == 0) press_on_panel_ = !on_map(at);
    imgui_.mouse_button(button, down);
    if (button != 0) return true;
    if (!down) {
        if (event.which == SDL_TOUCH_MOUSEID) imgui_.mouse_left(); // a finger that is gone hovers nothing
        release(now_s);
        return true;
    }
    if (press_on_panel_) return true;
    session_.dispatch(scene::StopMotion{});
    if (event.clicks == 2 && session_.state().measuring) return true; // one point is enough
    if (event.clicks == 2) {
        session_.dispatch(scene::ZoomAt{kDoubleClickFactor, at.x, at.y, true});
        return true;
    }
    pressed_on_map_ = true;
    dragging_ = pinched_ = false;
    pressed_ = last_ = at;
    trail_.clear();
    return true;
}

void Input::release(double now_s)
{
    const bool tapped = pressed_on_map_ && !dragging_ && !pinched_;
    const bool flung = dragging_ && trail_.size() >= 2 && now_s - trail_.back().at_s < 0.05;
    pressed_on_map_ = dragging_ = false;
    if (tapped) session_.dispatch(scene::Tap{pressed_.x, pressed_.y});
    if (!flung) return;
    const auto &a = trail_.front(), &b = trail_.back();
    const double dt = std::max(1e-3, b.at_s - a.at_s);
    session_.dispatch(scene::Fling{static_cast<float>((b.x - a.x) / dt), static_cast<float>((b.y - a.y) / dt)});
}

bool Input::on_wheel(const SDL_MouseWheelEvent& event)
{
    const float x = event.preciseX, y = event.preciseY;
    if (const auto& pointer = session_.state().pointer; pointer && !on_map(*pointer)) {
        imgui_.wheel(x, y);
        return true;
    }
    const auto at = session_.state().pointer.value_or(
        session_.state().free_rect.w > 0
            ? geo::ScreenPx{session_.state().free_rect.x + session_.state().free_rect.w / 2,
                            session_.state().free_rect.y + session_.state().free_rect.h / 2}
            : geo::ScreenPx{});
    if (y != 0) session_.dispatch(scene::ZoomAt{std::pow(kWheelStep, static_cast<double>(y)), at.x, at.y, true});
    return true;
}

bool Input::on_finger(const SDL_TouchFingerEvent& event)
{
    const auto& viewport = session_.state().viewport;
    const geo::ScreenPx at{event.x * static_cast<float>(viewport.width_px),
                           event.y * static_cast<float>(viewport.height_px)};
    if (event.type == SDL_FINGERUP) {
        fingers_.erase(event.fingerId);
        if (fingers_.size() == 1) dragging_ = false; // the finger that stays does not jerk the map
        return true;
    }
    if (event.type == SDL_FINGERMOTION && fingers_.size() == 2 && fingers_.contains(event.fingerId) && !press_on_panel_)
        pinch(at, event);
    fingers_[event.fingerId] = at;
    return true;
}

void Input::pinch(geo::ScreenPx moved, const SDL_TouchFingerEvent& event)
{
    const auto other = std::find_if(fingers_.begin(), fingers_.end(), [&](const auto& f) {
                           return f.first != event.fingerId;
                       })->second;
    const auto before = fingers_[event.fingerId];
    const float was = std::hypot(before.x - other.x, before.y - other.y),
                is = std::hypot(moved.x - other.x, moved.y - other.y);
    if (was < 1 || is < 1) return;
    pinched_ = true;
    const geo::ScreenPx middle{(moved.x + other.x) / 2, (moved.y + other.y) / 2};
    session_.dispatch(scene::Pan{(moved.x - before.x) / 2, (moved.y - before.y) / 2});
    session_.dispatch(scene::ZoomAt{static_cast<double>(is) / was, middle.x, middle.y, false});
}

bool Input::on_key(const SDL_KeyboardEvent& event)
{
    const bool down = event.state == SDL_PRESSED;
    imgui_.key(event.keysym, down);
    if (!down || imgui_.wants_text() || session_.state().search_open) return true;
    // On the year bar the arrows step years; elsewhere they move the map.
    const bool at_year_bar = press_on_panel_ && session_.state().pointer &&
                             session_.state().pointer->y > session_.state().free_rect.y + session_.state().free_rect.h;
    for (const auto& action :
         actions_for_key(event.keysym, session_.state(), at_year_bar, session_.strings().right_to_left))
        session_.dispatch(action);
    return true;
}

bool Input::on_window(const SDL_WindowEvent& event)
{
    switch (event.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: {
        int width = 0, height = 0;
        window_.drawable_size(width, height);
        session_.dispatch(scene::Resize{width, height, scale_ > 0 ? scale_ : window_.display_scale()});
        return true;
    }
    case SDL_WINDOWEVENT_LEAVE:
        imgui_.mouse_left();
        session_.dispatch(scene::PointerAt{0, 0, false});
        return true;
    case SDL_WINDOWEVENT_FOCUS_LOST: // no key or button may stay down while we are not told of its release
        for (int button = 0; button < 3; ++button) imgui_.mouse_button(button, false);
        pressed_on_map_ = dragging_ = false;
        fingers_.clear();
        return true;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SHOWN: return true;
    default: return false;
    }
}

void Input::follow_caret() const
{
    const auto& caret = panels_.text_caret;
    if (caret.h <= 0) return;
    const float unit = std::max(window_.pixels_per_unit(), 0.01F);
    const SDL_Rect rect{static_cast<int>(caret.x / unit), static_cast<int>(caret.y / unit),
                        std::max(1, static_cast<int>(caret.w / unit)), static_cast<int>(caret.h / unit)};
    SDL_SetTextInputRect(&rect);
}

} // namespace app
