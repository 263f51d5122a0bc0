#include "ui/text_draw.hpp"
#include "scene/isolates.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float kCapHeight = 0.714F; // of Noto Sans; lines are centred on capitals so that scripts sit level

float base_line(float top, const Type& type)
{
    return std::round(top + type.line / 2 + kCapHeight * type.style.size_px / 2);
}

void quads(Frame& frame, const std::vector<text::Quad>& list, ImVec2 pen, ImU32 color)
{
    if (list.empty()) return;
    const float texel = 1.0F / static_cast<float>(frame.in.text.atlas().size);
    auto* draw = frame.draw;
    draw->PushTextureID(frame.glyphs());
    draw->PrimReserve(static_cast<int>(list.size()) * 6, static_cast<int>(list.size()) * 4);
    for (const auto& q : list) // letters never turn round, whatever is laid out from the right
        draw->PrimRectUV({frame.on_screen(pen.x + q.x0), pen.y + q.y0}, {frame.on_screen(pen.x + q.x1), pen.y + q.y1},
                         {static_cast<float>(q.u0) * texel, static_cast<float>(q.v0) * texel},
                         {static_cast<float>(q.u1) * texel, static_cast<float>(q.v1) * texel}, color);
    draw->PopTextureID();
}

bool visible(const Frame& frame, float top, const Type& type)
{
    return top + type.line * 1.5F >= frame.clip_min.y && top - type.line * 0.5F <= frame.clip_max.y;
}

/// On the screen. `at` and `align` count from the side where reading starts.
ImVec2 pen_for(const Frame& frame, ImVec2 at, float width, const Type& type, Align align)
{
    const bool to_the_left = (align == Align::right) != frame.mirrored;
    const float shift = align == Align::centre ? width / 2 : to_the_left ? width : 0;
    return {std::round(frame.on_screen(at.x) - shift), base_line(at.y, type)};
}

/// A line of a right-to-left language runs from the right even if it begins with a foreign word. Foreign words alone
/// keep their own direction.
std::string_view directed(const Frame& frame, std::string_view utf8, std::string& kept)
{
    constexpr std::string_view kMark = "\u200F";
    if (!frame.right_to_left() || utf8.substr(0, kMark.size()) == kMark) return utf8;
    std::string outside;
    std::size_t from = 0;
    for (const auto& isolate : scene::isolates(utf8)) {
        if (isolate.begin < from) continue; // inside another
        outside += utf8.substr(from, isolate.begin - from);
        from = isolate.end;
    }
    outside += utf8.substr(from);
    const bool mixed = from > 0 && std::none_of(outside.begin(), outside.end(), [](char c) {
                           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                       });
    if (!mixed && !scene::has_arabic(outside)) return utf8;
    kept = std::string(kMark).append(utf8);
    return kept;
}

/// Dots under what the chosen language lacks. `pen` on the screen.
void mark_foreign(Frame& frame, std::string_view utf8, const Type& type, ImVec2 pen, ImU32 color)
{
    if (!frame.right_to_left() || utf8.find(scene::kFallbackBegin) == std::string_view::npos) return;
    const auto cells = frame.in.text.cells(utf8, type.style);
    const float step = frame.px(3);
    const float dot = std::max(frame.px(1), 1.0F);
    const float y = pen.y + std::round(frame.px(2) + type.style.size_px * 0.16F);
    const ImU32 alpha = (color >> IM_COL32_A_SHIFT & 0xFF) * 5 / 8;
    const ImU32 faint = (color & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
    std::size_t done = 0;
    for (const auto& isolate : scene::isolates(utf8)) {
        if (isolate.opening != scene::kFallbackBegin || isolate.begin < done) continue;
        done = isolate.end;
        float x0 = 1e9F, x1 = -1e9F;
        for (const auto& cell : *cells)
            if (cell.begin >= isolate.begin && cell.end <= isolate.end && cell.x1 > cell.x0)
                x0 = std::min(x0, cell.x0), x1 = std::max(x1, cell.x1);
        for (float x = std::round(pen.x + x0); x + dot <= pen.x + x1; x += step)
            frame.draw->AddRectFilled({frame.on_screen(x), y}, {frame.on_screen(x + dot), y + dot}, faint);
    }
}

/// A row cut out of a paragraph opens and closes what runs over its ends. `open`: the signs still open before it.
std::string closed(std::string row, std::vector<std::string>& open)
{
    for (auto sign = open.rbegin(); sign != open.rend(); ++sign) row.insert(0, *sign);
    open.clear();
    std::string ends;
    for (const auto& isolate : scene::isolates(row)) {
        if (isolate.closed) continue;
        open.emplace_back(isolate.opening);
        ends += scene::kIsolateEnd;
    }
    return row + ends;
}

} // namespace

Type type(const Frame& frame, std::string_view name)
{
    const std::string key = "type." + std::string(name);
    const auto& theme = frame.in.theme;
    Type result;
    const float size = theme.number(key + ".size", 14);
    result.style.size_px = frame.px(size);
    result.style.bold = theme.number(key + ".bold", 0) > 0.5F;
    // Among Arabic script size and colour tell the class; spaced Latin words would shout.
    result.style.tracking_em = frame.right_to_left() ? 0 : theme.number(key + ".tracking_em", 0);
    result.line = frame.px(theme.number(key + ".line", size * 1.4F) + (frame.right_to_left() ? 4.0F : 0.0F));
    return result;
}

Type bold(Type type)
{
    type.style.bold = true;
    return type;
}

Type regular(Type type)
{
    type.style.bold = false;
    return type;
}

float measure(Frame& frame, std::string_view utf8, const Type& type)
{
    std::string kept;
    return utf8.empty() ? 0 : frame.in.text.shape(directed(frame, utf8, kept), type.style)->width;
}

float text(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, Align align)
{
    if (utf8.empty()) return 0;
    std::string kept;
    const auto words = directed(frame, utf8, kept);
    const auto run = frame.in.text.shape(words, type.style);
    if (!visible(frame, at.y, type)) return run->width;
    const ImVec2 pen = pen_for(frame, at, run->width, type, align);
    quads(frame, run->fill, pen, color);
    mark_foreign(frame, words, type, pen, color);
    return run->width;
}

float text_as_typed(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color)
{
    if (utf8.empty()) return 0;
    const auto run = frame.in.text.shape(utf8, type.style);
    quads(frame, run->fill, pen_for(frame, at, run->width, type, Align::left), color);
    return run->width;
}

float text_on_map(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, ImU32 halo,
                  Align align)
{
    if (utf8.empty()) return 0;
    text::Style style = type.style;
    style.halo_px = frame.px(3);
    std::string kept;
    const auto run = frame.in.text.shape(directed(frame, utf8, kept), style);
    const ImVec2 pen = pen_for(frame, at, run->width, type, align);
    quads(frame, run->halo, pen, halo);
    quads(frame, run->fill, pen, color);
    return run->width;
}

std::string fit(Frame& frame, std::string_view utf8, const Type& type, float width)
{
    if (width <= 0) return {};
    if (measure(frame, utf8, type) <= width) return std::string(utf8);
    std::string kept;
    return frame.in.text.ellipsize(directed(frame, utf8, kept), type.style, width);
}

float line(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color)
{
    if (x1 <= x0 || utf8.empty()) return 0;
    const std::string cut = fit(frame, utf8, type, x1 - x0);
    return text(frame, {x0, y}, cut, type, color);
}

float paragraph(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color)
{
    float height = 0;
    std::vector<std::string> open;
    for (const auto& row : frame.in.text.break_lines(utf8, type.style, x1 - x0)) {
        line(frame, x0, x1, y + height, frame.right_to_left() ? closed(row, open) : row, type, color);
        height += type.line;
    }
    return height;
}

std::string caption(const Frame& frame, std::string_view utf8)
{
    const auto& language = frame.in.state.language;
    std::string upper(utf8);
    if (language == "zh" || frame.right_to_left()) return upper;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        const auto c = static_cast<unsigned char>(upper[i]);
        if (c >= 'a' && c <= 'z') upper[i] = static_cast<char>(c - 'a' + 'A');
        if (i + 1 >= upper.size()) continue;
        const auto next = static_cast<unsigned char>(upper[i + 1]);
        // Cyrillic in UTF-8: а-п are D0 B0-BF, р-я are D1 80-8F, ё is D1 91, і is D1 96; capitals lie in D0 80-AF.
        if (c == 0xD0 && next >= 0xB0 && next <= 0xBF)
            upper[++i] = static_cast<char>(next - 0x20);
        else if (c == 0xD1 && next >= 0x80 && next <= 0x8F)
            upper[i] = static_cast<char>(0xD0), upper[i + 1] = static_cast<char>(next + 0x20), ++i;
        else if (c == 0xD1 && next >= 0x90 && next <= 0x9F)
            upper[i] = static_cast<char>(0xD0), upper[i + 1] = static_cast<char>(next - 0x10), ++i;
        // Kazakh letters (D2 90 - D3 BF) come in pairs, the small one after the capital.
        else if ((c == 0xD2 || (c == 0xD3 && next >= 0x90)) && next % 2 == 1)
            upper[++i] = static_cast<char>(next - 1);
        else if (c >= 0xC2)
            ++i;
    }
    return upper;
}

} // namespace ui
