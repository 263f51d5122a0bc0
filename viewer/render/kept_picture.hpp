#pragma once
#include "geo/types.hpp"
#include "gpu/buffer.hpp"
#include "gpu/framebuffer.hpp"
#include "render/programs.hpp"
#include <span>

namespace render {

/// A transparent picture of the window's size: what is drawn into it once (the panels: thousands of triangles, which
/// software OpenGL pays for one by one) is shown by one quad a rectangle.
class KeptPicture {
public:
    KeptPicture(gpu::Counters& counters, const Programs& programs);

    /// An empty picture of this size, unless it has it already.
    base::Result<void> make(int width, int height);
    [[nodiscard]] int width() const { return picture_.width(); }
    [[nodiscard]] int height() const { return picture_.height(); }
    /// Empties a rectangle (whole pixels) and leaves the picture bound for drawing, blending left as it is.
    void empty(const geo::Rect& px) const;
    /// Lays rectangles of the picture over the bound framebuffer, which has the picture's size.
    void show(std::span<const geo::Rect> px);

private:
    gpu::Counters& counters_;
    const Programs& programs_;
    gpu::Framebuffer picture_;
    gpu::StreamBuffer corners_;
    gpu::VertexArray layout_;
};

} // namespace render
