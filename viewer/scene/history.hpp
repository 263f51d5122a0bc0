#pragma once
#include "scene/action.hpp"
#include "scene/app_state.hpp"
#include <deque>

namespace scene {

/// Undo and redo of view and state. A drag or a run of the same action is one step.
class History {
public:
    /// Call before reducing. `now_s` is the sum of ticks.
    void before(const AppState& state, const Action& action, double now_s);
    [[nodiscard]] AppState undo(const AppState& current); ///< unchanged when there is nothing
    [[nodiscard]] AppState redo(const AppState& current);
    [[nodiscard]] bool can_undo() const { return !past_.empty(); }
    [[nodiscard]] bool can_redo() const { return !future_.empty(); }

private:
    std::deque<AppState> past_, future_;
    std::size_t last_kind_ = static_cast<std::size_t>(-1);
    double last_s_ = -1;
};

} // namespace scene
