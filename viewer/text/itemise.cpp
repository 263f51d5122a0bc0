#include "text/itemise.hpp"
#include <algorithm>

namespace text {
namespace {

bool is_strong(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

/// Marks and format characters stay in the face of the character before them.
bool clings(char32_t code)
{
    if (code < 0x300 && code != 0xAD) return false;
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT ||
           (code >= 0xFE00 && code <= 0xFE0F);
}

} // namespace

void Itemiser::find_levels(const std::vector<char32_t>& line)
{
    levels_.assign(line.size(), 0);
    right_to_left_ = false;
    constexpr char32_t kFirstRightToLeft = 0x590;
    if (std::ranges::all_of(line, [](char32_t code) { return code < kFirstRightToLeft; })) return;

    const auto count = static_cast<FriBidiStrIndex>(line.size());
    const auto* codes = reinterpret_cast<const FriBidiChar*>(line.data());
    types_.resize(line.size());
    brackets_.resize(line.size());
    fribidi_get_bidi_types(codes, count, types_.data());
    fribidi_get_bracket_types(codes, count, types_.data(), brackets_.data());
    FriBidiParType paragraph = FRIBIDI_PAR_ON;
    if (!fribidi_get_par_embedding_levels_ex(types_.data(), brackets_.data(), count, &paragraph, levels_.data())) {
        levels_.assign(line.size(), 0); // out of memory inside FriBidi: logical order is still readable
        return;
    }
    right_to_left_ = FRIBIDI_IS_RTL(paragraph);
    for (std::size_t i = line.size(); i-- > 0 && line[i] == ' ';) levels_[i] = right_to_left_ ? 1 : 0; // rule L1
}

void Itemiser::find_scripts(const std::vector<char32_t>& line)
{
    own_scripts_.resize(line.size());
    auto* unicode = hb_unicode_funcs_get_default();
    hb_script_t current = HB_SCRIPT_LATIN;
    for (std::size_t i = line.size(); i-- > 0;) {
        own_scripts_[i] = hb_unicode_script(unicode, line[i]);
        if (is_strong(own_scripts_[i])) current = own_scripts_[i];
    }
    scripts_.resize(line.size());
    for (std::size_t i = 0; i < line.size(); ++i)
        scripts_[i] = is_strong(own_scripts_[i]) ? (current = own_scripts_[i]) : current;
}

const FaceChoice* Itemiser::find_face(const std::vector<char32_t>& line, std::size_t at, const FaceChoice* before,
                                      bool bold, bool italic)
{
    const char32_t code = line[at];
    if (before && clings(code) && (before->face->has(code) || own_scripts_[at] != HB_SCRIPT_INHERITED)) return before;
    hb_script_t script = own_scripts_[at];
    if (code > ' ' && code < 0x7F) { // figures and Latin look alike among all scripts
        const FaceChoice& primary = families_.primary(bold, italic);
        if (primary.face->has(code)) return &primary;
    }
    if (code == ' ') {
        script = scripts_[at];
    } else if (!is_strong(script)) {
        // Signs that Chinese writes at full width take that width only where they touch a Chinese character.
        if (at > 0 && line[at - 1] != ' ')
            script = scripts_[at - 1];
        else if (at + 1 < line.size())
            script = own_scripts_[at + 1];
    }
    if (before && families_.claimed(*before, script) && before->face->has(code)) return before;
    const FaceChoice* found = families_.find(code, script, bold, italic);
    return found ? found : &families_.primary(bold, italic);
}

void Itemiser::put_in_visual_order()
{
    std::uint8_t highest = 0;
    for (const auto& item : items_) highest = std::max(highest, item.level);
    for (std::uint8_t level = highest; level > 0; --level) // rule L2
        for (auto from = items_.begin(); from != items_.end();) {
            from = std::find_if(from, items_.end(), [&](const Item& item) { return item.level >= level; });
            const auto to = std::find_if(from, items_.end(), [&](const Item& item) { return item.level < level; });
            std::reverse(from, to);
            from = to;
        }
}

const std::vector<Item>& Itemiser::itemise(const std::vector<char32_t>& line, bool bold, bool italic)
{
    find_levels(line);
    find_scripts(line);
    items_.clear();
    const FaceChoice* choice = nullptr;
    for (std::uint32_t i = 0; i < line.size(); ++i) {
        choice = find_face(line, i, choice, bold, italic);
        const auto level = static_cast<std::uint8_t>(levels_[i]);
        if (!items_.empty() && items_.back().choice == choice && items_.back().level == level &&
            items_.back().script == scripts_[i])
            items_.back().end = i + 1;
        else
            items_.push_back({i, i + 1, choice, scripts_[i], level});
    }
    put_in_visual_order();
    return items_;
}

} // namespace text
