#include "text/line_break.hpp"
#include <algorithm>

namespace text {
namespace {

constexpr std::u32string_view kNotFirst =
    U"、。，．：；？！）」』》〉】〕］｝”’…—‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ%‰％℃°)]},.:;?!»›·،؛؟";
constexpr std::u32string_view kNotLast = U"（「『《〈【〔［｛“‘([{«‹¥￥$€№§";
constexpr std::u32string_view kBreakBehind = U"-‐–—/";

bool in(std::u32string_view set, char32_t code) { return set.find(code) != std::u32string_view::npos; }

bool is_space(char32_t code)
{
    return code == ' ' || (code >= 0x2000 && code <= 0x200A && code != 0x2007) || code == 0x3000;
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

bool is_ideographic(char32_t code)
{
    return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFF60) || (code >= 0x20000 && code <= 0x3FFFF);
}

bool is_glue(char32_t code)
{
    return code == 0xA0 || code == 0x202F || code == 0x2007 || code == 0x2060 || code == 0x200D || code == 0xFEFF;
}

bool is_mark(char32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x200C || code == 0x200D;
}

bool may_break(char32_t before, char32_t a, char32_t b)
{
    constexpr char32_t kZeroWidthSpace = 0x200B;
    if (is_glue(a) || is_glue(b) || is_mark(b) || is_space(b)) return false;
    if (is_space(a) || a == kZeroWidthSpace) return true;
    if (in(kNotFirst, b) || in(kNotLast, a)) return false;
    // A sign that begins a word ("-5", "/home") stays with it, and so does a figure behind one ("C-2024").
    if (in(kBreakBehind, a) && !is_digit(b) && before != 0 && !is_space(before)) return true;
    if (is_digit(a) && is_ideographic(b)) return false;
    return is_ideographic(a) || is_ideographic(b);
}

} // namespace

void find_breaks(const std::vector<char32_t>& line, std::vector<bool>& after)
{
    after.assign(line.size(), false);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        after[i] = may_break(i > 0 ? line[i - 1] : 0, line[i], line[i + 1]);
}

} // namespace text
