#include "render/areas.hpp"
#include <algorithm>

namespace render {

AreaBuffer::AreaBuffer(const scene::AreaMesh& mesh, gpu::Counters& counters)
    : points_(counters), indices_(counters), layout_(counters)
{
    layout_.bind();
    points_.upload(GL_ARRAY_BUFFER, std::span<const std::array<float, 2>>(mesh.points));
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(std::array<float, 2>), nullptr);
    const bool sound = std::all_of(mesh.indices.begin(), mesh.indices.end(),
                                   [&](std::uint32_t index) { return index < mesh.points.size(); });
    if (!sound) return;
    indices_.upload(GL_ELEMENT_ARRAY_BUFFER, std::span<const std::uint32_t>(mesh.indices));
    count_ = static_cast<GLsizei>(mesh.indices.size());
}

void AreaBuffer::draw(gpu::Counters& counters) const
{
    if (count_ == 0) return;
    layout_.bind();
    glDrawElements(GL_TRIANGLES, count_, GL_UNSIGNED_INT, nullptr);
    ++counters.draw_calls;
}

void draw_area(const AreaBuffer& area, const scene::Color& color, float opacity, const Target& target,
               const Programs& programs, gpu::Counters& counters)
{
    programs.area.use();
    target.view.apply(programs.area);
    set_color(programs.area, "u_color", color, opacity);
    area.draw(counters);
}

} // namespace render
