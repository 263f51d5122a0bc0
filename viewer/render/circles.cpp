#include "render/circles.hpp"
#include <cstddef>

namespace render {

Circles::Circles(gpu::Counters& counters) : buffer_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    const std::size_t offsets[] = {offsetof(Instance, x), offsetof(Instance, fill), offsetof(Instance, edge)};
    for (GLuint i = 0; i < 3; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribPointer(i, 4, GL_FLOAT, GL_FALSE, sizeof(Instance), reinterpret_cast<const void*>(offsets[i]));
        glVertexAttribDivisor(i, 1);
    }
}

void Circles::draw(const scene::Scene& scene, const View& view, const Programs& programs, gpu::Counters& counters)
{
    instances_.clear();
    for (const auto& circle : scene.circles) {
        if (!(circle.radius_px > 0)) continue;
        const auto at = view.to_screen(circle.at.x - scene.geometry->origin.x, circle.at.y - scene.geometry->origin.y);
        const float reach = circle.radius_px + 8 * scene.scale;
        if (at.x < -reach || at.y < -reach || at.x > static_cast<float>(view.width_px) + reach ||
            at.y > static_cast<float>(view.height_px) + reach)
            continue;
        instances_.push_back(
            {at.x, at.y, circle.radius_px, static_cast<float>(circle.state), circle.fill, circle.edge});
    }
    if (instances_.empty()) return;
    buffer_.stream(std::span<const Instance>(instances_));
    const gpu::Program& program = programs.circle;
    program.use();
    view.apply(program);
    program.set("u_scale", scene.scale);
    set_color(program, "u_casing", scene.theme->color("map.casing"));
    set_color(program, "u_rim", scene.theme->color("chart.conflict"));
    layout_.bind();
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(instances_.size()));
    ++counters.draw_calls;
}

} // namespace render
