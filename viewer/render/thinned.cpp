#include "render/thinned.hpp"
#include <algorithm>
#include <cmath>
#include <span>

namespace render {

namespace {

using Point = scene::LinePoint;

constexpr std::uint32_t kSegmentsPerChunk = 64;
/// Distance and weight may differ from an even run by this much, in tolerances and as a share.
constexpr double kDistanceTolerances = 4, kWeightTolerance = 0.01;

/// How far p is from the chord a-b, as a multiple of what is tolerated.
double excess(const Point& a, const Point& b, const Point& p, double tolerance)
{
    const auto d = [](float v) { return static_cast<double>(v); };
    const double dx = d(b.x) - d(a.x), dy = d(b.y) - d(a.y), length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((d(p.x) - d(a.x)) * dx + (d(p.y) - d(a.y)) * dy) / length2, 0.0, 1.0) : 0;
    const double off = std::hypot(d(a.x) + t * dx - d(p.x), d(a.y) + t * dy - d(p.y)) / tolerance;
    const double late = std::abs(d(a.distance) + t * (d(b.distance) - d(a.distance)) - d(p.distance)) /
                        (tolerance * kDistanceTolerances);
    const double heavy = std::abs(d(a.weight) + t * (d(b.weight) - d(a.weight)) - d(p.weight)) / kWeightTolerance;
    return std::max({off, late, heavy});
}

/// Douglas-Peucker without recursion.
std::vector<std::size_t> kept_points(std::span<const Point> part, double tolerance)
{
    std::vector<char> keep(part.size(), 0);
    keep.front() = keep.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open = {{0, part.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = 1;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double e = excess(part[from], part[to], part[i], tolerance); e > worst) {
                worst = e;
                at = i;
            }
        if (at == 0) continue;
        keep[at] = 1;
        open.emplace_back(from, at);
        open.emplace_back(at, to);
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < keep.size(); ++i)
        if (keep[i] != 0) kept.push_back(i);
    return kept;
}

void append(scene::LineMesh& mesh, std::span<const Point> part, const std::vector<std::size_t>& kept)
{
    const auto base = static_cast<std::uint32_t>(mesh.points.size());
    const auto repeat = [&](Point p) {
        p.weight = scene::kBreak;
        mesh.points.push_back(p);
    };
    repeat(part.front());
    for (const std::size_t i : kept) mesh.points.push_back(part[i]);
    repeat(part.back());
    const auto segments = static_cast<std::uint32_t>(kept.size() - 1);
    for (std::uint32_t from = 0; from < segments; from += kSegmentsPerChunk) {
        scene::LineChunk chunk{
            {1e30, 1e30, -1e30, -1e30}, base + from, std::min(kSegmentsPerChunk, segments - from), 0};
        for (std::uint32_t i = chunk.first + 1; i <= chunk.first + chunk.count + 1; ++i) {
            const double x = static_cast<double>(mesh.points[i].x), y = static_cast<double>(mesh.points[i].y);
            chunk.bounds = {std::min(chunk.bounds.x_min, x), std::min(chunk.bounds.y_min, y),
                            std::max(chunk.bounds.x_max, x), std::max(chunk.bounds.y_max, y)};
        }
        mesh.chunks.push_back(chunk);
    }
}

} // namespace

scene::LineMesh thinned(const scene::LineMesh& mesh, double tolerance_m)
{
    scene::LineMesh out;
    const std::span<const Point> points(mesh.points);
    std::size_t from = 0;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        if (i < points.size() && points[i].weight >= 0) continue;
        if (i - from >= 2) {
            const auto part = points.subspan(from, i - from);
            append(out, part, kept_points(part, tolerance_m));
        }
        from = i + 1;
    }
    return out;
}

} // namespace render
