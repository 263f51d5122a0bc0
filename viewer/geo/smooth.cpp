#include "geo/simplify.hpp"
#include <algorithm>
#include <cmath>

namespace geo {
namespace {

// A finer step than this says nothing more about a line on a screen, and bounds the work for a careless step_m.
constexpr std::size_t kMaxSamples = 200'000;

/// Points at equal distances along the line, both ends included.
ProjectedLine resampled(const ProjectedLine& line, double total, std::size_t steps)
{
    ProjectedLine out;
    out.reserve(steps + 1);
    out.push_back(line.front());
    std::size_t segment = 1;
    double behind = 0; // length up to the start of the segment
    for (std::size_t i = 1; i < steps; ++i) {
        const double wanted = total * static_cast<double>(i) / static_cast<double>(steps);
        double here = std::hypot(line[segment].x - line[segment - 1].x, line[segment].y - line[segment - 1].y);
        while (segment + 1 < line.size() && behind + here < wanted) {
            behind += here;
            ++segment;
            here = std::hypot(line[segment].x - line[segment - 1].x, line[segment].y - line[segment - 1].y);
        }
        const double t = here > 0 ? std::clamp((wanted - behind) / here, 0.0, 1.0) : 0;
        const Projected a = line[segment - 1];
        const Projected b = line[segment];
        out.push_back({std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)});
    }
    out.push_back(line.back());
    return out;
}

/// The line goes on beyond its ends as its own image turned about the end point, which keeps the ends in place
/// without pulling their neighbours inwards.
Projected continued(const ProjectedLine& line, std::ptrdiff_t i)
{
    const auto last = static_cast<std::ptrdiff_t>(line.size()) - 1;
    if (i >= 0 && i <= last) return line[static_cast<std::size_t>(i)];
    const Projected end = i < 0 ? line.front() : line.back();
    const Projected image = line[static_cast<std::size_t>(i < 0 ? -i : 2 * last - i)];
    return {2 * end.x - image.x, 2 * end.y - image.y};
}

} // namespace

ProjectedLine smooth(std::span<const Projected> line, double sigma_m, double step_m)
{
    ProjectedLine clean;
    for (const Projected p : line)
        if (std::isfinite(p.x) && std::isfinite(p.y)) clean.push_back(p);
    const double total = length(clean);
    if (clean.size() < 2 || !(total > 0) || !(sigma_m > 0) || !(step_m > 0)) return clean;

    const double wanted_steps = std::clamp(std::ceil(total / step_m), 1.0, static_cast<double>(kMaxSamples));
    const auto steps = static_cast<std::size_t>(wanted_steps);
    const ProjectedLine even = resampled(clean, total, steps);
    const double spacing = total / wanted_steps;
    // Three sigmas hold 99.7 % of the weight; the image at the ends reaches no further than the line itself.
    const auto reach = static_cast<std::ptrdiff_t>(std::min(std::ceil(3 * sigma_m / spacing), wanted_steps));
    std::vector<double> weight(static_cast<std::size_t>(reach) + 1);
    double sum = 0;
    for (std::ptrdiff_t k = 0; k <= reach; ++k) {
        const double z = static_cast<double>(k) * spacing / sigma_m;
        weight[static_cast<std::size_t>(k)] = std::exp(-z * z / 2);
        sum += (k == 0 ? 1 : 2) * weight[static_cast<std::size_t>(k)];
    }
    ProjectedLine out = even;
    for (std::size_t i = 1; i + 1 < even.size(); ++i) {
        Projected mean{even[i].x * weight[0], even[i].y * weight[0]};
        for (std::ptrdiff_t k = 1; k <= reach; ++k) {
            const Projected before = continued(even, static_cast<std::ptrdiff_t>(i) - k);
            const Projected after = continued(even, static_cast<std::ptrdiff_t>(i) + k);
            mean.x += weight[static_cast<std::size_t>(k)] * (before.x + after.x);
            mean.y += weight[static_cast<std::size_t>(k)] * (before.y + after.y);
        }
        out[i] = {mean.x / sum, mean.y / sum};
    }
    return out;
}

} // namespace geo
