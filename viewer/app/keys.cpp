#include "app/keys.hpp"
#include <ctime>

namespace app {
namespace {

constexpr float kPanStepPx = 90;

std::string dated_name(const char* end)
{
    char stamp[40];
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    std::strftime(stamp, sizeof stamp, "corridor-atlas-%Y%m%d-%H%M%S", &local);
    return std::string(stamp) + end;
}

std::vector<scene::Action> zoom(const scene::AppState& state, double factor)
{
    const auto& r = state.free_rect;
    return {scene::ZoomAt{factor, r.x + r.w / 2, r.y + r.h / 2, true}};
}

std::vector<scene::Action> escape(const scene::AppState& state)
{
    if (state.about_open) return {scene::SetAboutOpen{false}};
    if (state.measuring) return {scene::SetMeasuring{false}};
    if (state.selection || !state.candidates.empty()) return {scene::ClearSelection{}};
    if (!state.chrome_visible) return {scene::SetChromeVisible{true}};
    if (state.fullscreen) return {scene::SetFullscreen{false}};
    return {};
}

std::vector<scene::Action> with_control(const SDL_Keysym& key)
{
    switch (key.sym) {
    case SDLK_z:
        return (key.mod & KMOD_SHIFT) ? std::vector<scene::Action>{scene::Redo{}}
                                      : std::vector<scene::Action>{scene::Undo{}};
    case SDLK_y: return {scene::Redo{}};
    case SDLK_f: return {scene::SetSearchOpen{true}};
    case SDLK_s: return {scene::SaveScreenshot{dated_name(".png")}};
    case SDLK_p: return {scene::ExportMap{dated_name(".pdf")}};
    case SDLK_q: return {scene::Quit{}};
    default: return {};
    }
}

} // namespace

std::vector<scene::Action> actions_for_key(const SDL_Keysym& key, const scene::AppState& state, bool at_year_bar,
                                           bool right_to_left)
{
    if (key.mod & KMOD_CTRL) return with_control(key);
    const bool years = at_year_bar || (key.mod & KMOD_SHIFT);
    const int to_the_right = right_to_left ? -1 : 1;
    const float step = kPanStepPx * state.viewport.scale;
    switch (key.sym) {
    case SDLK_LEFT:
        return years ? std::vector<scene::Action>{scene::StepYear{-to_the_right}}
                     : std::vector<scene::Action>{scene::Pan{step, 0}};
    case SDLK_RIGHT:
        return years ? std::vector<scene::Action>{scene::StepYear{to_the_right}}
                     : std::vector<scene::Action>{scene::Pan{-step, 0}};
    case SDLK_UP: return {scene::Pan{0, step}};
    case SDLK_DOWN: return {scene::Pan{0, -step}};
    case SDLK_PAGEUP:
    case SDLK_LEFTBRACKET: return {scene::StepYear{-1}};
    case SDLK_PAGEDOWN:
    case SDLK_RIGHTBRACKET: return {scene::StepYear{1}};
    case SDLK_PLUS:
    case SDLK_EQUALS:
    case SDLK_KP_PLUS: return zoom(state, 1.6);
    case SDLK_MINUS:
    case SDLK_KP_MINUS: return zoom(state, 1 / 1.6);
    case SDLK_HOME:
    case SDLK_h: return {scene::Home{}};
    case SDLK_SPACE:
    case SDLK_p: return {scene::TogglePlay{}};
    case SDLK_l: return {scene::SetLayersOpen{!state.layers_open}};
    case SDLK_m:
        if (key.mod & KMOD_SHIFT) return {scene::SetChromeVisible{!state.chrome_visible}};
        return {scene::SetMeasuring{!state.measuring}};
    case SDLK_BACKSPACE:
        return state.measuring ? std::vector<scene::Action>{scene::RemoveMeasurePoint{}} : std::vector<scene::Action>{};
    case SDLK_SLASH:
    case SDLK_KP_DIVIDE: return {scene::SetSearchOpen{true}};
    case SDLK_F1: return {scene::SetAboutOpen{!state.about_open}};
    case SDLK_F11: return {scene::SetFullscreen{!state.fullscreen}};
    case SDLK_ESCAPE: return escape(state);
    default: return {};
    }
}

} // namespace app
