#pragma once
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace geo {

/// Douglas-Peucker for points of any kind: 1 for each point that stays, both ends always. `distance_from(a, b)` makes
/// a function that gives the squared distance of a point from the segment a-b.
template <class Point, class DistanceFrom> [[nodiscard]] std::vector<char>
kept_points(std::span<const Point> line, double squared_tolerance, DistanceFrom distance_from)
{
    std::vector<char> keep(line.size(), 0);
    if (line.empty()) return keep;
    keep.front() = keep.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{
        {0, line.size() - 1}}; // a stack: recursion could be as deep as the line
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        const auto distance = distance_from(line[first], line[last]);
        double farthest = squared_tolerance;
        std::size_t split = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distance(line[i]); d > farthest) {
                farthest = d;
                split = i;
            }
        if (split == first) continue;
        keep[split] = 1;
        open.emplace_back(first, split);
        open.emplace_back(split, last);
    }
    return keep;
}

} // namespace geo
