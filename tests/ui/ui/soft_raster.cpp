#include "soft_raster.hpp"
#include <algorithm>
#include <cmath>

namespace {

struct Target {
    int width, height;
    std::vector<std::uint8_t>& pixels;
    const text::GlyphAtlas& glyphs;
};

float coverage(const text::GlyphAtlas& sheet, float u, float v)
{
    const float x = std::clamp(u * static_cast<float>(sheet.size) - 0.5F, 0.0F, static_cast<float>(sheet.size - 2));
    const float y = std::clamp(v * static_cast<float>(sheet.size) - 0.5F, 0.0F, static_cast<float>(sheet.size - 2));
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const auto at = [&](int px, int py) {
        return static_cast<float>(sheet.pixels[static_cast<std::size_t>(py) * static_cast<std::size_t>(sheet.size) +
                                               static_cast<std::size_t>(px)]) /
               255;
    };
    return (at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx) * (1 - fy) +
           (at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx) * fy;
}

float edge(ImVec2 a, ImVec2 b, float x, float y) { return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x); }

/// Top-left rule, so that two triangles that share an edge never paint a pixel twice.
bool owns(ImVec2 a, ImVec2 b) { return (b.y < a.y) || (b.y == a.y && b.x > a.x); }

void triangle(const Target& t, ImDrawVert a, ImDrawVert b, ImDrawVert c, const ImVec4& clip)
{
    float area = edge(a.pos, b.pos, c.pos.x, c.pos.y);
    if (area == 0) return;
    if (area < 0) std::swap(b, c), area = -area;
    const int x0 =
        std::max({static_cast<int>(std::floor(std::min({a.pos.x, b.pos.x, c.pos.x}))), static_cast<int>(clip.x), 0});
    const int y0 =
        std::max({static_cast<int>(std::floor(std::min({a.pos.y, b.pos.y, c.pos.y}))), static_cast<int>(clip.y), 0});
    const int x1 = std::min(
        {static_cast<int>(std::ceil(std::max({a.pos.x, b.pos.x, c.pos.x}))), static_cast<int>(clip.z), t.width});
    const int y1 = std::min(
        {static_cast<int>(std::ceil(std::max({a.pos.y, b.pos.y, c.pos.y}))), static_cast<int>(clip.w), t.height});
    const auto channel = [](ImU32 color, int shift) { return static_cast<float>((color >> shift) & 0xFF) / 255; };
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) {
            const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
            const float w0 = edge(b.pos, c.pos, px, py), w1 = edge(c.pos, a.pos, px, py),
                        w2 = edge(a.pos, b.pos, px, py);
            if (w0 < 0 || w1 < 0 || w2 < 0) continue;
            if ((w0 == 0 && owns(b.pos, c.pos)) || (w1 == 0 && owns(c.pos, a.pos)) || (w2 == 0 && owns(a.pos, b.pos)))
                continue;
            const float i = w0 / area, j = w1 / area, k = w2 / area;
            const float cover =
                coverage(t.glyphs, i * a.uv.x + j * b.uv.x + k * c.uv.x, i * a.uv.y + j * b.uv.y + k * c.uv.y);
            const auto mix = [&](int shift) {
                return i * channel(a.col, shift) + j * channel(b.col, shift) + k * channel(c.col, shift);
            };
            const float alpha = cover * mix(IM_COL32_A_SHIFT);
            auto* pixel = &t.pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(t.width) +
                                     static_cast<std::size_t>(x)) *
                                    4];
            const int shifts[] = {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT};
            for (int n = 0; n < 3; ++n)
                pixel[n] = static_cast<std::uint8_t>(std::lround(std::clamp(
                    mix(shifts[n]) * 255 * alpha + static_cast<float>(pixel[n]) * (1 - alpha), 0.0F, 255.0F)));
        }
}

} // namespace

std::vector<std::uint8_t> soft_raster(const ImDrawData& data, const text::GlyphAtlas& glyphs, std::uint32_t rgb)
{
    const int width = static_cast<int>(data.DisplaySize.x), height = static_cast<int>(data.DisplaySize.y);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (std::size_t i = 0; i < pixels.size(); i += 4) {
        pixels[i] = static_cast<std::uint8_t>(rgb >> 16), pixels[i + 1] = static_cast<std::uint8_t>(rgb >> 8);
        pixels[i + 2] = static_cast<std::uint8_t>(rgb), pixels[i + 3] = 255;
    }
    const Target target{width, height, pixels, glyphs};
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const auto& list = *data.CmdLists[n];
        for (const auto& command : list.CmdBuffer)
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                const auto vertex = [&](unsigned at) {
                    return list.VtxBuffer[static_cast<int>(command.VtxOffset +
                                                           list.IdxBuffer[static_cast<int>(command.IdxOffset + at)])];
                };
                triangle(target, vertex(i), vertex(i + 1), vertex(i + 2), command.ClipRect);
            }
    }
    return pixels;
}
