#include "scene/history.hpp"

namespace scene {
namespace {

constexpr std::size_t kDepth = 100;
constexpr double kSameGestureS = 0.8;

bool undoable(const Action& action)
{
    return std::holds_alternative<Pan>(action) || std::holds_alternative<Drag>(action) ||
           std::holds_alternative<ZoomAt>(action) || std::holds_alternative<FlyTo>(action) ||
           std::holds_alternative<SetView>(action) || std::holds_alternative<Home>(action) ||
           std::holds_alternative<SetProjection>(action) || std::holds_alternative<SetYear>(action) ||
           std::holds_alternative<StepYear>(action) || std::holds_alternative<SetOverlay>(action) ||
           std::holds_alternative<SetLayerVisible>(action) || std::holds_alternative<SetLayerOpacity>(action) ||
           std::holds_alternative<Select>(action) || std::holds_alternative<ClearSelection>(action) ||
           std::holds_alternative<SetLanguage>(action) || std::holds_alternative<SetTheme>(action) ||
           std::holds_alternative<SetAlternativeCurrency>(action);
}

/// A remembered state, but on today's screen and standing still.
AppState on_screen_of(AppState remembered, const AppState& current)
{
    remembered.viewport = current.viewport;
    remembered.free_rect = current.free_rect;
    remembered.pointer = current.pointer;
    remembered.fullscreen = current.fullscreen;
    remembered.search_open = current.search_open;
    remembered.search = current.search;
    remembered.measuring = current.measuring;
    remembered.measured = current.measured;
    remembered.color_vision = current.color_vision;
    remembered.motion = {};
    remembered.morph.reset();
    remembered.playing = false;
    return remembered;
}

} // namespace

void History::before(const AppState& state, const Action& action, double now_s)
{
    if (!undoable(action)) return;
    const bool same_gesture = action.index() == last_kind_ && now_s - last_s_ < kSameGestureS;
    last_kind_ = action.index();
    last_s_ = now_s;
    if (same_gesture) return;
    past_.push_back(state);
    if (past_.size() > kDepth) past_.pop_front();
    future_.clear();
}

AppState History::undo(const AppState& current)
{
    if (past_.empty()) return current;
    AppState back = on_screen_of(past_.back(), current);
    past_.pop_back();
    future_.push_back(current);
    last_kind_ = static_cast<std::size_t>(-1);
    return back;
}

AppState History::redo(const AppState& current)
{
    if (future_.empty()) return current;
    AppState forth = on_screen_of(future_.back(), current);
    future_.pop_back();
    past_.push_back(current);
    last_kind_ = static_cast<std::size_t>(-1);
    return forth;
}

} // namespace scene
