#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace scene {

/// sRGB with straight alpha, 0..1.
struct Color {
    float r = 1, g = 0, b = 1, a = 1;
    [[nodiscard]] Color with_alpha(float alpha) const { return {r, g, b, alpha}; }
    friend bool operator==(const Color&, const Color&) = default;
};

/// "#RRGGBB" or "#RRGGBBAA".
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);

} // namespace scene
