#include "app/replay.hpp"

namespace app {

base::Result<std::vector<scene::Action>> read_actions(const std::string& file)
{
    std::ifstream in(file);
    if (!in) return base::fail("cannot be read", file);
    std::vector<scene::Action> actions;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line[0] == '#') continue;
        auto action = scene::action_from_json(line);
        if (!action) return base::within(file + " line " + std::to_string(number), action.error());
        actions.push_back(std::move(*action));
    }
    return actions;
}

} // namespace app
