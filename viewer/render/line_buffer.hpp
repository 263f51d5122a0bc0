#pragma once
#include "gpu/buffer.hpp"
#include "render/view.hpp"
#include <span>
#include <vector>

namespace render {

/// A LineMesh on the GPU, drawn as instanced segments, chunk by chunk as far as the view needs it.
class LineBuffer {
public:
    LineBuffer(const scene::LineMesh& mesh, gpu::Counters& counters);

    /// Draws the chunks that come within `reach_px` of `px` (a rectangle of the view). The program must be in use.
    void draw(const View& view, const geo::Rect& px, float reach_px, gpu::Counters& counters) const;
    /// Years in which something opens or closes, ascending; in between, the picture does not depend on the year.
    [[nodiscard]] std::span<const float> turning_years() const { return turning_years_; }
    [[nodiscard]] float end_m() const { return end_m_; } ///< the largest distance

private:
    struct Run {
        std::uint32_t first = 0, count = 0;
    };
    gpu::Buffer points_;
    gpu::VertexArray layout_;
    std::vector<scene::LineChunk> chunks_;
    std::vector<float> turning_years_;
    float end_m_ = 0;
    mutable std::vector<Run> runs_; // kept between frames only to save the allocation
};

} // namespace render
