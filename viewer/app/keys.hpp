#pragma once
#include "scene/action.hpp"
#include "scene/app_state.hpp"
#include <SDL_keyboard.h>
#include <vector>

namespace app {

/// What a key does; the list in README.md. `at_year_bar`: the arrows step years instead of moving the map, to the side
/// where the next year is seen.
[[nodiscard]] std::vector<scene::Action> actions_for_key(const SDL_Keysym& key, const scene::AppState& state,
                                                         bool at_year_bar, bool right_to_left = false);

} // namespace app
