#pragma once
#include "base/result.hpp"
#include "gpu/texture.hpp"

namespace gpu {

/// An RGBA8 picture to draw into, with or without a stencil; its colours can be sampled or copied.
class Framebuffer {
public:
    static base::Result<Framebuffer> create(int width, int height, Counters& counters, bool stencil = true);

    [[nodiscard]] GLuint id() const { return framebuffer_.id(); }
    [[nodiscard]] const Texture& color() const { return color_; }
    [[nodiscard]] int width() const { return color_.width(); }
    [[nodiscard]] int height() const { return color_.height(); }

private:
    Texture color_;
    Object stencil_, framebuffer_;
};

} // namespace gpu
