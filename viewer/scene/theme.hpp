#pragma once
#include "base/result.hpp"
#include "scene/color.hpp"
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace scene {

struct RampStop {
    float metres = 0;
    Color color;
};

/// All colours and sizes by role ("map.river", "mode.rail", "line.road.width"), read from assets/themes/<id>.toml on
/// top of assets/themes/base.toml (sizes). Immutable once loaded.
struct Theme {
    std::string id;
    std::map<std::string, std::string> name; ///< by language
    std::map<std::string, Color, std::less<>> colors;
    std::map<std::string, float, std::less<>> numbers;
    std::vector<RampStop> relief_outside, relief_focus; ///< hypsometric tints, ascending

    [[nodiscard]] Color
    color(std::string_view role) const; ///< magenta when the role is unknown (load checks the required ones)
    [[nodiscard]] float number(std::string_view role, float fallback = 0) const;
};

/// Error names the file, the key and what is expected there.
base::Result<Theme> load_theme(const std::filesystem::path& folder, const std::string& id);
[[nodiscard]] std::vector<std::string> theme_ids(const std::filesystem::path& folder);

} // namespace scene
