#pragma once
#include "base/result.hpp"
#include <SDL.h>
#include <memory>

namespace app {

/// An SDL window with an OpenGL 3.3 core context. `hidden` windows serve the headless picture.
class Window {
public:
    static base::Result<Window> open(int width, int height, bool hidden);
    ~Window();
    Window(Window&& other) noexcept;
    Window& operator=(Window&&) = delete;

    void swap() { SDL_GL_SwapWindow(window_); }
    void set_fullscreen(bool on);
    [[nodiscard]] SDL_Window* handle() const { return window_; }
    void drawable_size(int& width, int& height) const { SDL_GL_GetDrawableSize(window_, &width, &height); }
    /// Device pixels a logical pixel: what the display reports, in quarter steps.
    [[nodiscard]] float display_scale() const;
    /// Device pixels a window unit (HiDPI desktops count the mouse in window units).
    [[nodiscard]] float pixels_per_unit() const;

private:
    Window() = default;
    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
};

/// True when a display can be reached (SDL_VIDEODRIVER=offscreen counts as none).
[[nodiscard]] bool display_available();

} // namespace app
