#pragma once
#include "scene/theme.hpp"
#include "text/engine.hpp"
#include <optional>
#include <string_view>

namespace scene {

/// How the name of a kind of place is set, from which scale on, and how it ranks against others.
struct LabelStyle {
    text::Style text;
    Color color;
    float priority = 0;
    bool capitals = false;
    bool curved = false;                        ///< along its label line
    double closest_mpp = 0, farthest_mpp = 1e9; ///< logical metres a pixel between which it may show
};

/// Farthest logical scale (metres a pixel) at which a place of a rank shows, its symbol and its name alike.
[[nodiscard]] double farthest_mpp(int rank);

/// `rank` 1 (world) to 6 (only close by). Nullopt for kinds that other layers name (ports).
[[nodiscard]] std::optional<LabelStyle> label_style(std::string_view kind, int rank, const Theme& theme, float scale,
                                                    double logical_mpp);

/// A text style by theme role ("label.port", "type.note"), sizes in device px, with the map's halo.
[[nodiscard]] text::Style theme_text(const Theme& theme, std::string_view role, float scale, bool halo = true);

} // namespace scene
