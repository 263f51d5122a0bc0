#include "render/symbols.hpp"
#include <cstddef>

namespace render {

namespace {

using Instance = scene::SymbolInstance;
static_assert(sizeof(Instance) == 64 && sizeof(scene::Shape) == sizeof(GLint));

const void* at_byte(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

} // namespace

Symbols::Symbols(gpu::Counters& counters) : buffer_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer_.id());
    constexpr GLsizei kStride = sizeof(Instance);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, kStride, at_byte(offsetof(Instance, x)));
    glVertexAttribIPointer(1, 1, GL_INT, kStride, at_byte(offsetof(Instance, shape)));
    glVertexAttribPointer(2, 4, GL_FLOAT, GL_FALSE, kStride, at_byte(offsetof(Instance, fill)));
    glVertexAttribPointer(3, 4, GL_FLOAT, GL_FALSE, kStride, at_byte(offsetof(Instance, stroke)));
    glVertexAttribPointer(4, 3, GL_FLOAT, GL_FALSE, kStride, at_byte(offsetof(Instance, opened)));
    for (GLuint i = 0; i < 5; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
}

void Symbols::sync(const std::shared_ptr<const std::vector<Instance>>& symbols)
{
    if (symbols == uploaded_) return;
    uploaded_ = symbols;
    if (uploaded_ && !uploaded_->empty()) buffer_.upload(GL_ARRAY_BUFFER, std::span<const Instance>(*uploaded_));
}

void Symbols::draw(const scene::Scene& scene, const View& view, const Programs& programs, gpu::Counters& counters)
{
    if (!uploaded_ || uploaded_->empty()) return;
    const gpu::Program& program = programs.symbol;
    program.use();
    view.apply(program);
    program.set("u_scale", scene.scale);
    program.set("u_year", static_cast<float>(scene.year));
    set_color(program, "u_casing", scene.theme->color("map.casing"));
    set_color(program, "u_core", scene.theme->color("mode.rail"));
    layout_.bind();
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(uploaded_->size()));
    ++counters.draw_calls;
}

} // namespace render
