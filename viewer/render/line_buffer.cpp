#include "render/line_buffer.hpp"
#include <algorithm>
#include <cstddef>

namespace render {

namespace {

constexpr GLsizei kStride = sizeof(scene::LinePoint);
static_assert(kStride == 24);
/// Instances between two visible chunks that are cheaper to draw (or, between parts, to skip in the shader) than
/// another draw call.
constexpr std::uint32_t kBridge = 32;

const void* at_byte(std::size_t offset) { return reinterpret_cast<const void*>(offset); }

void collect_years(const scene::LineMesh& mesh, std::vector<float>& years)
{
    float opened = 0, closed = 0;
    for (const auto& point : mesh.points) {
        if (point.opened == opened && point.closed == closed) continue; // runs of equal points are the rule
        opened = point.opened;
        closed = point.closed;
        years.push_back(opened);
        years.push_back(closed);
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
}

bool meet(const geo::Bounds& a, const geo::Bounds& b, double reach)
{
    return a.x_max + reach >= b.x_min && a.x_min - reach <= b.x_max && a.y_max + reach >= b.y_min &&
           a.y_min - reach <= b.y_max;
}

} // namespace

LineBuffer::LineBuffer(const scene::LineMesh& mesh, gpu::Counters& counters)
    : points_(counters), layout_(counters), chunks_(mesh.chunks)
{
    points_.upload(GL_ARRAY_BUFFER, std::span<const scene::LinePoint>(mesh.points));
    layout_.bind();
    for (GLuint i = 0; i < 5; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    std::erase_if(chunks_, [&](const scene::LineChunk& chunk) {
        // An instance reads four points; a chunk that promises more than there are must not reach the GPU.
        return chunk.count == 0 || static_cast<std::size_t>(chunk.first) + chunk.count + 3 > mesh.points.size();
    });
    std::sort(chunks_.begin(), chunks_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    collect_years(mesh, turning_years_);
    for (const auto& point : mesh.points) end_m_ = std::max(end_m_, point.distance);
}

void LineBuffer::draw(const View& view, const geo::Rect& px, float reach_px, gpu::Counters& counters) const
{
    const geo::Bounds visible = view.bounds(px);
    const double reach = static_cast<double>(reach_px) * view.metres_per_px;
    runs_.clear();
    for (const auto& chunk : chunks_) {
        if (!meet(chunk.bounds, visible, reach)) continue;
        if (!runs_.empty() && chunk.first <= runs_.back().first + runs_.back().count + kBridge)
            runs_.back().count = std::max(runs_.back().count, chunk.first + chunk.count - runs_.back().first);
        else
            runs_.push_back({chunk.first, chunk.count});
    }
    if (runs_.empty()) return;
    layout_.bind();
    glBindBuffer(GL_ARRAY_BUFFER, points_.id());
    for (const Run& run : runs_) {
        // OpenGL 3.3 has no base instance: the attributes move instead.
        const std::size_t base = static_cast<std::size_t>(run.first) * kStride;
        for (GLuint i = 0; i < 4; ++i)
            glVertexAttribPointer(i, 4, GL_FLOAT, GL_FALSE, kStride, at_byte(base + i * kStride));
        glVertexAttribPointer(4, 2, GL_FLOAT, GL_FALSE, kStride,
                              at_byte(base + kStride + offsetof(scene::LinePoint, opened)));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(run.count));
        ++counters.draw_calls;
    }
}

} // namespace render
