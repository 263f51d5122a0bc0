#include "scene/color.hpp"

namespace scene {
namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<Color> parse_color(std::string_view text)
{
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return std::nullopt;
    float channel[4] = {0, 0, 0, 1};
    for (std::size_t i = 0; 2 * i + 2 < text.size(); ++i) {
        const int high = hex_digit(text[2 * i + 1]);
        const int low = hex_digit(text[2 * i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        channel[i] = static_cast<float>(high * 16 + low) / 255.0F;
    }
    return Color{channel[0], channel[1], channel[2], channel[3]};
}

} // namespace scene
