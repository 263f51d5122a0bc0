#include "render/kept_picture.hpp"
#include <array>

namespace render {

namespace {

using Corner = std::array<float, 4>; ///< clip space; texels

}

KeptPicture::KeptPicture(gpu::Counters& counters, const Programs& programs)
    : counters_(counters), programs_(programs), corners_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Corner), nullptr);
    glEnableVertexAttribArray(0);
    glBindVertexArray(0);
}

base::Result<void> KeptPicture::begin(int width, int height)
{
    if (picture_.id() == 0 || picture_.width() != width || picture_.height() != height) {
        auto made = gpu::Framebuffer::create(width, height, counters_, false);
        if (!made) return tl::unexpected(made.error());
        picture_ = std::move(*made);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, picture_.id());
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    return {};
}

void KeptPicture::show(float x, float y, int target_width, int target_height)
{
    const auto w = static_cast<float>(picture_.width()), h = static_cast<float>(picture_.height());
    const auto corner = [&](float right, float low) {
        return Corner{2 * (x + right * w) / static_cast<float>(target_width) - 1,
                      1 - 2 * (y + low * h) / static_cast<float>(target_height), right * w, h - low * h};
    };
    const std::array corners = {corner(0, 0), corner(0, 1), corner(1, 0), corner(1, 1)};
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); // what lies in the picture is premultiplied
    glDisable(GL_SCISSOR_TEST);
    layout_.bind();
    corners_.stream(std::span<const Corner>(corners));
    programs_.picture.use();
    programs_.picture.set("u_picture", 0);
    picture_.color().bind(0);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    ++counters_.draw_calls;
    glBindVertexArray(0);
    glUseProgram(0);
}

} // namespace render
