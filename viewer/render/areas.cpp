#include "render/areas.hpp"
#include <algorithm>
#include <cmath>

namespace render {

namespace {

/// Fewer triangles than this cost less than another draw call.
constexpr std::size_t kTrianglesPerChunk = 512;
constexpr int kMostCells = 16;

using Point = std::array<float, 2>;

geo::Bounds bounds_of(const scene::AreaMesh& mesh, const std::uint32_t* corners, std::size_t count)
{
    geo::Bounds b{1e300, 1e300, -1e300, -1e300};
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = static_cast<double>(mesh.points[corners[i]][0]),
                   y = static_cast<double>(mesh.points[corners[i]][1]);
        b = {std::min(b.x_min, x), std::min(b.y_min, y), std::max(b.x_max, x), std::max(b.y_max, y)};
    }
    return b;
}

bool meet(const geo::Bounds& a, const geo::Bounds& b)
{
    return a.x_max >= b.x_min && a.x_min <= b.x_max && a.y_max >= b.y_min && a.y_min <= b.y_max;
}

} // namespace

AreaBuffer::AreaBuffer(const scene::AreaMesh& mesh, gpu::Counters& counters)
    : points_(counters), indices_(counters), layout_(counters)
{
    layout_.bind();
    points_.upload(GL_ARRAY_BUFFER, std::span<const Point>(mesh.points));
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(Point), nullptr);
    const bool sound = std::all_of(mesh.indices.begin(), mesh.indices.end(),
                                   [&](std::uint32_t index) { return index < mesh.points.size(); });
    if (!sound || mesh.indices.size() < 3) return;
    indices_.upload(GL_ELEMENT_ARRAY_BUFFER, std::span<const std::uint32_t>(chunked(mesh)));
}

/// Triangles by the cell of a grid that their middle lies in, so that a window draws those near it. Triangles of one
/// area do not overlap: their order does not show.
std::vector<std::uint32_t> AreaBuffer::chunked(const scene::AreaMesh& mesh)
{
    const std::size_t triangles = mesh.indices.size() / 3;
    const auto whole = bounds_of(mesh, mesh.indices.data(), triangles * 3);
    const int cells = std::clamp(
        static_cast<int>(std::sqrt(static_cast<double>(triangles) / static_cast<double>(kTrianglesPerChunk))), 1,
        kMostCells);
    const auto cell = [cells](double at, double from, double to) {
        return to > from ? std::clamp(static_cast<int>((at - from) / (to - from) * cells), 0, cells - 1) : 0;
    };
    std::vector<std::vector<std::uint32_t>> sorted(static_cast<std::size_t>(cells * cells));
    for (std::size_t t = 0; t < triangles; ++t) {
        const auto* corners = &mesh.indices[3 * t];
        const auto b = bounds_of(mesh, corners, 3);
        const int column = cell((b.x_min + b.x_max) / 2, whole.x_min, whole.x_max);
        const int row = cell((b.y_min + b.y_max) / 2, whole.y_min, whole.y_max);
        auto& to = sorted[static_cast<std::size_t>(row * cells + column)];
        to.insert(to.end(), corners, corners + 3);
    }
    std::vector<std::uint32_t> indices;
    indices.reserve(triangles * 3);
    for (const auto& part : sorted) {
        if (part.empty()) continue;
        chunks_.push_back({bounds_of(mesh, part.data(), part.size()), indices.size(), part.size()});
        indices.insert(indices.end(), part.begin(), part.end());
    }
    return indices;
}

void AreaBuffer::draw(const View& view, const geo::Rect& px, gpu::Counters& counters) const
{
    const auto visible = view.bounds(px);
    layout_.bind();
    for (std::size_t i = 0; i < chunks_.size();) {
        if (!meet(chunks_[i].bounds, visible)) {
            ++i;
            continue;
        }
        const std::size_t first = chunks_[i].first;
        std::size_t count = 0;
        for (; i < chunks_.size() && meet(chunks_[i].bounds, visible); ++i) count += chunks_[i].count;
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
        ++counters.draw_calls;
    }
}

void draw_area(const AreaBuffer& area, const scene::Color& color, float opacity, const Target& target,
               const Programs& programs, gpu::Counters& counters)
{
    programs.area.use();
    target.view.apply(programs.area);
    set_color(programs.area, "u_color", color, opacity);
    area.draw(target.view, target.px, counters);
}

} // namespace render
