#include "render/warp.hpp"
#include <cstddef>

namespace render {

Warp::Warp(gpu::Counters& counters) : vertices_(counters), indices_(counters), layout_(counters)
{
    using Vertex = scene::WarpMesh::Vertex;
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.id());
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Vertex),
                          reinterpret_cast<const void*>(offsetof(Vertex, ax)));
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void*>(offsetof(Vertex, u)));
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
}

void Warp::draw(const gpu::Framebuffer& picture, const scene::WarpMesh& net, const Look& look, const Programs& programs,
                gpu::Counters& counters)
{
    if (net.indices.empty()) return;
    layout_.bind();
    vertices_.stream(std::span<const scene::WarpMesh::Vertex>(net.vertices));
    indices_.stream(std::span<const std::uint32_t>(net.indices));
    const gpu::Program& program = programs.warp;
    program.use();
    picture.color().bind(0);
    program.set("u_picture", 0);
    program.set("u_size", static_cast<float>(look.width_px), static_cast<float>(look.height_px));
    program.set("u_step", look.step);
    program.set("u_opacity", look.opacity);
    program.set("u_lost", look.lost);
    program.set("u_margin", static_cast<float>(look.margin_px), static_cast<float>(look.margin_px));
    program.set("u_texels", static_cast<float>(picture.width()), static_cast<float>(picture.height()));
    set_color(program, "u_ground", look.ground);
    const bool opaque = look.ground.a > 0;
    if (opaque) glDisable(GL_BLEND);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.id());
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(net.indices.size()), GL_UNSIGNED_INT, nullptr);
    if (opaque) glEnable(GL_BLEND);
    ++counters.draw_calls;
}

} // namespace render
