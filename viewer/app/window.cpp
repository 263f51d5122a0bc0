#include "app/window.hpp"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace app {

bool display_available()
{
    if (const char* driver = std::getenv("SDL_VIDEODRIVER"); driver && std::strcmp(driver, "offscreen") == 0)
        return false;
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") ||
           (set("SDL_VIDEODRIVER") && std::strcmp(std::getenv("SDL_VIDEODRIVER"), "dummy") != 0);
}

base::Result<Window> Window::open(int width, int height, bool hidden)
{
    if (hidden) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return base::fail(std::string("no display could be opened: ") + SDL_GetError(), {},
                          "use --output FILE.png to draw without one");
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    Window w;
    const unsigned flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI |
                           (hidden ? SDL_WINDOW_HIDDEN : SDL_WINDOW_RESIZABLE | SDL_WINDOW_SHOWN);
    w.window_ =
        SDL_CreateWindow("Corridor Atlas", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (!w.window_) return base::fail(std::string("no window could be opened: ") + SDL_GetError());
    w.context_ = SDL_GL_CreateContext(w.window_);
    if (!w.context_)
        return base::fail(std::string("no OpenGL 3.3 context: ") + SDL_GetError(), {},
                          "update the graphics driver, or install Mesa's software renderer");
    SDL_GL_SetSwapInterval(hidden ? 0 : 1);
    if (!hidden) SDL_SetWindowMinimumSize(w.window_, 480, 360);
    return w;
}

Window::Window(Window&& other) noexcept
    : window_(std::exchange(other.window_, nullptr)), context_(std::exchange(other.context_, nullptr))
{
}

Window::~Window()
{
    if (context_) SDL_GL_DeleteContext(context_);
    if (!window_) return;
    SDL_DestroyWindow(window_);
    SDL_Quit();
}

void Window::set_fullscreen(bool on) { SDL_SetWindowFullscreen(window_, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0); }

float Window::pixels_per_unit() const
{
    int units = 0, height = 0, pixels = 0;
    SDL_GetWindowSize(window_, &units, &height);
    drawable_size(pixels, height);
    return units > 0 ? static_cast<float>(pixels) / static_cast<float>(units) : 1.0F;
}

float Window::display_scale() const
{
    float dpi = 0;
    const int display = SDL_GetWindowDisplayIndex(window_);
    if (display < 0 || SDL_GetDisplayDPI(display, &dpi, nullptr, nullptr) != 0 || dpi < 48) dpi = 96;
    const float scale = std::max(pixels_per_unit(), dpi / 96.0F);
    return std::clamp(std::round(scale * 4) / 4, 1.0F, 4.0F);
}

} // namespace app
