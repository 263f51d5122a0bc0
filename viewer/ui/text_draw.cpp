#include "ui/text_draw.hpp"
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
    for (const auto& q : list)
        draw->PrimRectUV({pen.x + q.x0, pen.y + q.y0}, {pen.x + q.x1, pen.y + q.y1},
                         {static_cast<float>(q.u0) * texel, static_cast<float>(q.v0) * texel},
                         {static_cast<float>(q.u1) * texel, static_cast<float>(q.v1) * texel}, color);
    draw->PopTextureID();
}

bool visible(const Frame& frame, float top, const Type& type)
{
    return top + type.line * 1.5F >= frame.clip_min.y && top - type.line * 0.5F <= frame.clip_max.y;
}

ImVec2 pen_for(ImVec2 at, const text::Run& run, const Type& type, Align align)
{
    const float shift = align == Align::left ? 0 : align == Align::right ? run.width : run.width / 2;
    return {std::round(at.x - shift), base_line(at.y, type)};
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
    result.style.tracking_em = theme.number(key + ".tracking_em", 0);
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
    return utf8.empty() ? 0 : frame.in.text.shape(utf8, type.style)->width;
}

float text(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, Align align)
{
    if (utf8.empty()) return 0;
    const auto run = frame.in.text.shape(utf8, type.style);
    if (visible(frame, at.y, type)) quads(frame, run->fill, pen_for(at, *run, type, align), color);
    return run->width;
}

float text_on_map(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, ImU32 halo,
                  Align align)
{
    if (utf8.empty()) return 0;
    text::Style style = type.style;
    style.halo_px = frame.px(3);
    const auto run = frame.in.text.shape(utf8, style);
    const ImVec2 pen = pen_for(at, *run, type, align);
    quads(frame, run->halo, pen, halo);
    quads(frame, run->fill, pen, color);
    return run->width;
}

std::string fit(Frame& frame, std::string_view utf8, const Type& type, float width)
{
    if (width <= 0) return {};
    if (measure(frame, utf8, type) <= width) return std::string(utf8);
    return frame.in.text.ellipsize(utf8, type.style, width);
}

float line(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color)
{
    if (x1 <= x0 || utf8.empty()) return 0;
    const std::string cut = fit(frame, utf8, type, x1 - x0);
    return frame.right_to_left() ? text(frame, {x1, y}, cut, type, color, Align::right)
                                 : text(frame, {x0, y}, cut, type, color, Align::left);
}

float paragraph(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color)
{
    float height = 0;
    for (const auto& row : frame.in.text.break_lines(utf8, type.style, x1 - x0)) {
        line(frame, x0, x1, y + height, row, type, color);
        height += type.line;
    }
    return height;
}

std::string caption(const Frame& frame, std::string_view utf8)
{
    const auto& language = frame.in.state.language;
    std::string upper(utf8);
    if (language == "zh" || language == "ug") return upper;
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
