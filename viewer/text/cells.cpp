#include "text/cells.hpp"

namespace text {
namespace {

/// Belongs to the character before it: a mark, or a sign that is not seen.
bool extends(char32_t code)
{
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

/// First code points of the characters in [from, to): a ligature stands for several.
std::vector<std::uint32_t> characters(const ShapedLine& line, std::uint32_t from, std::uint32_t to)
{
    std::vector<std::uint32_t> starts{from};
    for (std::uint32_t i = from + 1; i < to; ++i)
        if (!extends(line.text.code[i])) starts.push_back(i);
    return starts;
}

} // namespace

std::vector<Cell> cells_of(const ShapedLine& line)
{
    const auto count = static_cast<std::uint32_t>(line.text.code.size());
    std::vector<bool> starts(count + 1, false);
    starts[count] = true;
    for (const auto& glyph : line.glyphs) starts[glyph.cluster] = true;

    std::vector<Cell> cells;
    cells.reserve(line.glyphs.size());
    float x = 0;
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
        const auto from = line.glyphs[i].cluster;
        if (i > 0 && line.glyphs[i - 1].cluster == from) continue;
        auto to = from + 1;
        while (!starts[to]) ++to;
        const auto parts = characters(line, from, to);
        const bool right_to_left = line.levels[from] % 2 == 1;
        const float step = line.advances[from] / static_cast<float>(parts.size());
        for (std::size_t k = 0; k < parts.size(); ++k) { // in visual order
            const std::size_t p = right_to_left ? parts.size() - 1 - k : k;
            const auto end = p + 1 < parts.size() ? parts[p + 1] : to;
            cells.push_back({line.text.byte[parts[p]], line.text.byte[end], x, x + step, right_to_left});
            x += step;
        }
    }
    return cells;
}

} // namespace text
