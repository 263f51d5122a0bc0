#include "render/color_vision.hpp"
#include "gpu/buffer.hpp"
#include "gpu/framebuffer.hpp"
#include "gpu/shader_library.hpp"
#include "scene/color_vision.hpp"
#include <optional>

namespace render {

struct ColorVision::Impl {
    gpu::Counters counters; // first: what is below counts in it
    gpu::ShaderLibrary library;
    std::optional<gpu::Program> program;
    std::optional<gpu::Framebuffer> copy;
    std::optional<gpu::VertexArray> no_attributes;
};

ColorVision::ColorVision(const std::filesystem::path& shader_folder) : impl_(std::make_unique<Impl>())
{
    impl_->library = gpu::ShaderLibrary(shader_folder);
}

ColorVision::~ColorVision() = default;

void ColorVision::forget() { impl_->program.reset(); }

base::Result<void> ColorVision::apply(const std::string& kind, unsigned framebuffer, int width, int height)
{
    const auto matrix = scene::color_vision_matrix(kind);
    if (!matrix || width <= 0 || height <= 0) return {};
    Impl& my = *impl_;
    if (!my.program) {
        auto made = my.library.program("color_vision", my.counters);
        if (!made) return tl::unexpected(made.error());
        my.program = std::move(*made);
        my.no_attributes.emplace(my.counters);
    }
    if (!my.copy || my.copy->width() != width || my.copy->height() != height) {
        auto made = gpu::Framebuffer::create(width, height, my.counters, false);
        if (!made) return tl::unexpected(made.error());
        my.copy.emplace(std::move(*made));
    }
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, my.copy->id());
    glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, width, height);
    my.program->use();
    my.copy->color().bind(0);
    my.program->set("u_picture", 0);
    const auto& m = *matrix;
    my.program->set("u_red", m[0], m[1], m[2], 0);
    my.program->set("u_green", m[3], m[4], m[5], 0);
    my.program->set("u_blue", m[6], m[7], m[8], 0);
    my.no_attributes->bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glUseProgram(0);
    glEnable(GL_BLEND);
    return {};
}

} // namespace render
