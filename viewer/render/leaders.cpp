#include "render/leaders.hpp"
#include <cmath>
#include <cstddef>

namespace render {

namespace {

constexpr float kDotRadius = 3.2F, kDotHalo = 1.55F;

} // namespace

Leaders::Leaders(gpu::Counters& counters) : buffer_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    constexpr GLsizei kStride = sizeof(Vertex);
    const auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, at(offsetof(Vertex, x)));
    glVertexAttribPointer(1, 4, GL_FLOAT, GL_FALSE, kStride, at(offsetof(Vertex, place)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(Vertex, color)));
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
}

void Leaders::add(geo::ScreenPx from, geo::ScreenPx to, float half, const std::array<std::uint8_t, 4>& color)
{
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float cos = length > 0 ? (to.x - from.x) / length : 1, sin = length > 0 ? (to.y - from.y) / length : 0;
    const float reach = half + 1;
    for (const float across : {-reach, reach})
        for (const float along : {-reach, length + reach})
            vertices_.push_back({from.x + cos * along - sin * across,
                                 from.y + sin * along + cos * across,
                                 {along, across, length, half},
                                 color});
}

void Leaders::draw(const scene::Scene& scene, const View& view, QuadIndices& indices, const Programs& programs,
                   gpu::Counters& counters)
{
    if (scene.leaders.empty()) return;
    vertices_.clear();
    // Same halo on both sides whatever the width: the look's 1.4 px line has one of 4.5 px.
    const float halo =
        (scene.theme->number("line.leader.halo", 4.5F) - scene.theme->number("line.leader.width", 1.4F)) / 2 *
        scene.scale;
    const auto add_all = [&](bool below) {
        for (const auto& leader : scene.leaders) {
            if (leader.points.empty()) continue;
            const auto color = to_bytes(below ? leader.halo : leader.color);
            const float half = leader.width_px / 2 + (below ? halo : 0);
            for (std::size_t i = 0; i + 1 < leader.points.size(); ++i)
                add(leader.points[i], leader.points[i + 1], half, color);
            if (leader.dot)
                add(leader.points.front(), leader.points.front(), (kDotRadius + (below ? kDotHalo : 0)) * scene.scale,
                    color);
        }
    };
    add_all(true);
    add_all(false);
    if (vertices_.empty()) return;
    layout_.bind();
    buffer_.stream(std::span<const Vertex>(vertices_));
    indices.bind(vertices_.size() / 4);
    const gpu::Program& program = programs.leader;
    program.use();
    view.apply(program);
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(vertices_.size() / 4 * 6), GL_UNSIGNED_INT, nullptr);
    ++counters.draw_calls;
}

} // namespace render
