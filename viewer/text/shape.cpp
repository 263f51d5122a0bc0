#include "text/shape.hpp"
#include <algorithm>
#include <array>

namespace text {
namespace {

/// Letters of these scripts join: space between them would break words apart.
bool joins(hb_script_t script)
{
    return script == HB_SCRIPT_ARABIC || script == HB_SCRIPT_SYRIAC || script == HB_SCRIPT_MONGOLIAN ||
           script == HB_SCRIPT_NKO;
}

} // namespace

const ShapedLine& Shaper::shape(std::string_view utf8, const Style& style)
{
    decode(utf8, line_.text);
    line_.glyphs.clear();
    line_.items.clear();
    line_.advances.assign(line_.text.code.size(), 0.0f);
    line_.levels.assign(line_.text.code.size(), 0);
    line_.width = 0;
    const auto& items = itemiser_.itemise(line_.text.code, style.bold, style.italic);
    for (const auto& item : items) {
        const auto first = line_.glyphs.size();
        shape_item(item, style);
        line_.items.push_back({item, first, line_.glyphs.size()});
    }
    line_.right_to_left = itemiser_.right_to_left();

    // Tracking stands between letters, not after the last: a centred label stays centred.
    if (!items.empty() && !joins(items.back().script)) line_.width -= style.tracking_em * style.size_px;
    return line_;
}

void Shaper::shape_item(const Item& item, const Style& style)
{
    std::fill(line_.levels.begin() + item.begin, line_.levels.begin() + item.end, item.level);
    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    const auto& codes = line_.text.code;
    hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(codes.data()), static_cast<int>(codes.size()),
                        item.begin, static_cast<int>(item.end - item.begin));
    hb_buffer_set_direction(buffer, item.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    if (item.choice->language) hb_buffer_set_language(buffer, item.choice->language);

    const float tracking = joins(item.script) ? 0.0f : style.tracking_em * style.size_px;
    constexpr unsigned kAll = HB_FEATURE_GLOBAL_END;
    const std::array features{
        hb_feature_t{style.tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm'), 1, 0, kAll},
        hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), tracking == 0.0f ? 1u : 0u, 0, kAll}};
    hb_shape(item.choice->face->shaper(), buffer, features.data(), static_cast<unsigned>(features.size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    const float px_per_unit = style.size_px * item.choice->scale / item.choice->face->units_per_em();
    const auto px = [&](hb_position_t units) { return static_cast<float>(units) * px_per_unit; };
    for (unsigned i = 0; i < count; ++i) {
        const auto cluster = infos[i].cluster;
        line_.glyphs.push_back(
            {item.choice, infos[i].codepoint, line_.width + px(places[i].x_offset), -px(places[i].y_offset), cluster});
        const bool cluster_ends = i + 1 == count || infos[i + 1].cluster != cluster;
        const float advance = px(places[i].x_advance) + (cluster_ends ? tracking : 0.0f);
        line_.width += advance;
        line_.advances[cluster] += advance;
    }
}

} // namespace text
