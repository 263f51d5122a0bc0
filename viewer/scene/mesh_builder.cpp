#include "scene/mesh_builder.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace scene {
namespace {
constexpr std::uint32_t kSegmentsPerChunk = 128;
} // namespace

void append_line(LineMesh& mesh, std::span<const geo::Projected> line, geo::Projected origin,
                 const LineAttributes& attributes, float (*weight_of)(double, double, double), double ramp_end,
                 double ramp)
{
    if (line.size() < 2) return;
    const auto base = static_cast<std::uint32_t>(mesh.points.size());
    const auto point = [&](geo::Projected p, double distance, bool repeated) {
        const float weight = repeated ? kBreak : weight_of ? weight_of(distance, ramp_end, ramp) : 0.0F;
        return LinePoint{static_cast<float>(p.x - origin.x),
                         static_cast<float>(p.y - origin.y),
                         static_cast<float>(distance),
                         weight,
                         attributes.opened,
                         attributes.closed};
    };
    double distance = attributes.start_m;
    mesh.points.push_back(point(line.front(), distance, true));
    std::uint32_t segments = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const double step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
            if (step < 1e-3) continue; // a repeated point has no direction
            distance += step;
            ++segments;
        }
        mesh.points.push_back(point(line[i], distance, false));
    }
    if (segments == 0) {
        mesh.points.resize(base);
        return;
    }
    LinePoint last = mesh.points.back();
    last.weight = kBreak;
    mesh.points.push_back(last);
    for (std::uint32_t from = 0; from < segments; from += kSegmentsPerChunk) {
        LineChunk chunk{
            {1e30, 1e30, -1e30, -1e30}, base + from, std::min(kSegmentsPerChunk, segments - from), attributes.feature};
        for (std::uint32_t i = chunk.first + 1; i <= chunk.first + chunk.count + 1; ++i) {
            const auto& p = mesh.points[i];
            chunk.bounds = {std::min<double>(chunk.bounds.x_min, p.x), std::min<double>(chunk.bounds.y_min, p.y),
                            std::max<double>(chunk.bounds.x_max, p.x), std::max<double>(chunk.bounds.y_max, p.y)};
        }
        mesh.chunks.push_back(chunk);
    }
}

std::shared_ptr<const AreaMesh> to_area_mesh(const geo::Triangles& triangles, geo::Projected origin)
{
    auto mesh = std::make_shared<AreaMesh>();
    mesh->points.reserve(triangles.points.size());
    for (const auto& p : triangles.points)
        mesh->points.push_back({static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y)});
    mesh->indices = triangles.indices;
    return mesh;
}

std::vector<std::span<const geo::Projected>> finite_runs(std::span<const geo::Projected> line)
{
    std::vector<std::span<const geo::Projected>> runs;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && std::isfinite(line[i].x) && std::isfinite(line[i].y)) continue;
        if (i - from >= 2) runs.push_back(line.subspan(from, i - from));
        from = i + 1;
    }
    return runs;
}

} // namespace scene
