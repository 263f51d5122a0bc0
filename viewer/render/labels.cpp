#include "render/labels.hpp"
#include <algorithm>
#include <cmath>
#include <cstddef>

namespace render {

std::array<std::uint8_t, 4> to_bytes(const scene::Color& color, float opacity)
{
    const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0F, 1.0F) * 255)); };
    return {byte(color.r), byte(color.g), byte(color.b), byte(color.a * opacity)};
}

Labels::Labels(gpu::Counters& counters) : buffer_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    constexpr GLsizei kStride = sizeof(Vertex);
    const auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, at(offsetof(Vertex, x)));
    glVertexAttribPointer(1, 2, GL_UNSIGNED_SHORT, GL_FALSE, kStride, at(offsetof(Vertex, u)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(Vertex, color)));
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
}

void Labels::add(const text::Quad& quad, const scene::GlyphPose& pose, const std::array<std::uint8_t, 4>& color)
{
    const auto corner = [&](float x, float y, std::uint16_t u, std::uint16_t v) {
        vertices_.push_back({pose.x + pose.cos * x - pose.sin * y, pose.y + pose.sin * x + pose.cos * y, u, v, color});
    };
    corner(quad.x0, quad.y0, quad.u0, quad.v0);
    corner(quad.x1, quad.y0, quad.u1, quad.v0);
    corner(quad.x0, quad.y1, quad.u0, quad.v1);
    corner(quad.x1, quad.y1, quad.u1, quad.v1);
}

void Labels::draw(const std::vector<scene::LabelDraw>& labels, const View& view, const gpu::Texture& atlas,
                  QuadIndices& indices, const Programs& programs, gpu::Counters& counters)
{
    if (atlas.width() == 0) return;
    vertices_.clear();
    for (const bool halo : {true, false})
        for (const auto& label : labels) {
            if (!label.run || label.opacity <= 0) continue;
            const auto& quads = halo ? label.run->halo : label.run->fill;
            const auto color = to_bytes(halo ? label.halo : label.fill, label.opacity);
            // A straight label stands on whole pixels: its texels then meet the screen's one to one.
            const scene::GlyphPose straight{std::round(label.at.x), std::round(label.at.y), 1, 0};
            for (std::size_t i = 0; i < quads.size(); ++i)
                add(quads[i], label.poses.empty() ? straight : label.poses[std::min(i, label.poses.size() - 1)], color);
        }
    if (vertices_.empty()) return;
    layout_.bind();
    buffer_.stream(std::span<const Vertex>(vertices_));
    indices.bind(vertices_.size() / 4);
    const gpu::Program& program = programs.glyph;
    program.use();
    view.apply(program);
    atlas.bind(0);
    program.set("u_atlas", 0);
    program.set("u_atlas_size", static_cast<float>(atlas.width()));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(vertices_.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
    ++counters.draw_calls;
}

} // namespace render
