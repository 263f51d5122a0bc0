#include "geo/simplify.hpp"
#include "geo/douglas_peucker.hpp"
#include <cmath>

namespace geo {
namespace {

bool finite(Projected p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Squared distance from p to the segment a-b.
struct SegmentDistance {
    Projected a;
    double dx, dy, inverse_length2;

    SegmentDistance(Projected from, Projected to) : a(from), dx(to.x - from.x), dy(to.y - from.y), inverse_length2(0)
    {
        const double length2 = dx * dx + dy * dy;
        if (length2 > 0) inverse_length2 = 1 / length2;
    }
    [[nodiscard]] double operator()(Projected p) const
    {
        const double px = p.x - a.x;
        const double py = p.y - a.y;
        const double along = std::fmin(1.0, std::fmax(0.0, (px * dx + py * dy) * inverse_length2));
        const double ox = px - along * dx;
        const double oy = py - along * dy;
        return ox * ox + oy * oy;
    }
};

void simplify_run(std::span<const Projected> run, double tolerance2, ProjectedLine& out)
{
    const auto keep = kept_points(run, tolerance2, [](Projected a, Projected b) { return SegmentDistance(a, b); });
    for (std::size_t i = 0; i < run.size(); ++i)
        if (keep[i]) out.push_back(run[i]);
}

} // namespace

ProjectedLine simplify(std::span<const Projected> line, double tolerance_m)
{
    ProjectedLine out;
    const double tolerance2 = tolerance_m > 0 ? tolerance_m * tolerance_m : 0;
    for (std::size_t start = 0; start < line.size();) {
        std::size_t end = start;
        while (end < line.size() && finite(line[end])) ++end;
        simplify_run(line.subspan(start, end - start), tolerance2, out);
        start = end + 1;
    }
    return out;
}

double length(std::span<const Projected> line)
{
    double total = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        if (finite(line[i - 1]) && finite(line[i]))
            total += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return total;
}

} // namespace geo
