#include "render/kept_picture.hpp"
#include <cmath>
#include <vector>

namespace render {

KeptPicture::KeptPicture(gpu::Counters& counters, const Programs& programs)
    : counters_(counters), programs_(programs), corners_(counters), layout_(counters)
{
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, corners_.id());
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 2 * sizeof(float), nullptr);
    glEnableVertexAttribArray(0);
}

base::Result<void> KeptPicture::make(int width, int height)
{
    if (picture_.id() != 0 && picture_.width() == width && picture_.height() == height) return {};
    auto made = gpu::Framebuffer::create(width, height, counters_, false);
    if (!made) return tl::unexpected(made.error());
    picture_ = std::move(*made);
    return {};
}

void KeptPicture::empty(const geo::Rect& px) const
{
    glBindFramebuffer(GL_FRAMEBUFFER, picture_.id());
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<int>(px.x), picture_.height() - static_cast<int>(px.y + px.h), static_cast<int>(px.w),
              static_cast<int>(px.h));
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
}

void KeptPicture::show(std::span<const geo::Rect> px)
{
    if (px.empty()) return;
    std::vector<float> corners;
    for (const auto& r : px) {
        const float left = 2 * r.x / static_cast<float>(width()) - 1, top = 1 - 2 * r.y / static_cast<float>(height());
        const float right = 2 * (r.x + r.w) / static_cast<float>(width()) - 1,
                    bottom = 1 - 2 * (r.y + r.h) / static_cast<float>(height());
        for (const float v : {left, top, left, bottom, right, top, right, top, left, bottom, right, bottom})
            corners.push_back(v);
    }
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); // what lies in the picture is premultiplied
    glDisable(GL_SCISSOR_TEST);
    layout_.bind();
    corners_.stream(std::span<const float>(corners));
    programs_.picture.use();
    programs_.picture.set("u_picture", 0);
    picture_.color().bind(0);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(px.size() * 6));
    ++counters_.draw_calls;
    glBindVertexArray(0);
    glUseProgram(0);
}

} // namespace render
