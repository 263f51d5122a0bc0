#include "geo/simplify.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace geo;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

ProjectedLine random_walk(std::size_t n)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> step(-100, 100);
    ProjectedLine line{{0, 0}};
    while (line.size() < n) line.push_back({line.back().x + 40 + step(random), line.back().y + step(random)});
    return line;
}

double distance_to(Projected p, const ProjectedLine& line)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x;
        const double dy = line[i].y - line[i - 1].y;
        const double l2 = dx * dx + dy * dy;
        const double t =
            l2 > 0 ? std::clamp(((p.x - line[i - 1].x) * dx + (p.y - line[i - 1].y) * dy) / l2, 0.0, 1.0) : 0;
        best = std::min(best, std::hypot(p.x - line[i - 1].x - t * dx, p.y - line[i - 1].y - t * dy));
    }
    return best;
}

TEST(Simplify, table)
{
    struct Case {
        ProjectedLine in;
        double tolerance_m;
        ProjectedLine out;
    };
    const Case cases[] = {
        {{}, 1, {}},
        {{{1, 2}}, 1, {{1, 2}}},
        {{{0, 0}, {10, 0}}, 100, {{0, 0}, {10, 0}}},
        {{{0, 0}, {5, 0.5}, {10, 0}}, 1, {{0, 0}, {10, 0}}},
        {{{0, 0}, {5, 2}, {10, 0}}, 1, {{0, 0}, {5, 2}, {10, 0}}},
        {{{0, 0}, {15, 0}, {10, 0}}, 1, {{0, 0}, {15, 0}, {10, 0}}}, // beyond the end, on the same straight line
        {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, 1, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}}, // a ring
        {{{0, 0}, {5, 0}, {10, 0}}, 0, {{0, 0}, {10, 0}}},
        {{{0, 0}, {1, 9}, {2, 0}}, -1, {{0, 0}, {1, 9}, {2, 0}}},
        {{{0, 0}, {5, 0}, {10, 0}, {kNan, 0}, {20, 0}, {25, 0}, {30, 0}}, 1, {{0, 0}, {10, 0}, {20, 0}, {30, 0}}},
        {{{kNan, kNan}, {0, 0}, {10, 0}, {kNan, 1}}, 1, {{0, 0}, {10, 0}}},
    };
    for (const Case& c : cases) EXPECT_EQ(simplify(c.in, c.tolerance_m), c.out);
}

TEST(Simplify, keeps_ends_and_stays_within_the_tolerance)
{
    const ProjectedLine line = random_walk(2'000);
    std::size_t before = line.size() + 1;
    for (const double tolerance : {10.0, 50.0, 250.0, 1'000.0}) {
        const ProjectedLine out = simplify(line, tolerance);
        EXPECT_EQ(out.front(), line.front());
        EXPECT_EQ(out.back(), line.back());
        EXPECT_LT(out.size(), before);
        before = out.size();
        for (const Projected p : line) EXPECT_LE(distance_to(p, out), tolerance * (1 + 1e-9));
    }
}

TEST(Smooth, keeps_ends_and_straight_lines)
{
    const ProjectedLine straight{{0, 0}, {1'000, 500}, {10'000, 5'000}};
    const ProjectedLine out = smooth(straight, 700, 100);
    EXPECT_EQ(out.front(), straight.front());
    EXPECT_EQ(out.back(), straight.back());
    for (const Projected p : out) EXPECT_NEAR(p.y, p.x / 2, 1e-6);
    EXPECT_NEAR(length(out), length(straight), 1e-6);
}

TEST(Smooth, takes_out_a_zigzag_but_keeps_a_long_bend)
{
    ProjectedLine line;
    for (int i = 0; i <= 200; ++i) line.push_back({i * 100.0, 50'000 * std::sin(i / 200.0 * 3) + (i % 2 ? 80 : -80)});
    const ProjectedLine out = smooth(line, 1'000, 50);
    for (std::size_t i = out.size() / 10; i < out.size() * 9 / 10; ++i)
        EXPECT_NEAR(out[i].y, 50'000 * std::sin(out[i].x / 20'000 * 3), 1'000);
    EXPECT_LT(length(out), length(line));
    EXPECT_EQ(out.front(), line.front());
    EXPECT_EQ(out.back(), line.back());
}

TEST(Smooth, odd_input_is_handed_back)
{
    const ProjectedLine line{{0, 0}, {10, 0}, {10, 10}};
    EXPECT_EQ(smooth({}, 10, 1), ProjectedLine{});
    EXPECT_EQ(smooth(line, 0, 1), line);
    EXPECT_EQ(smooth(line, 10, 0), line);
    EXPECT_EQ(smooth(line, kNan, kNan), line);
    const ProjectedLine point{{5, 5}, {5, 5}};
    EXPECT_EQ(smooth(point, 10, 1), point);
    const ProjectedLine with_gap{{0, 0}, {kNan, 0}, {10, 0}};
    EXPECT_EQ(smooth(with_gap, 1, 1).size(), 11U);
    EXPECT_LE(smooth(line, 1e-3, 1e-12).size(), 200'001U);
    const ProjectedLine wide = smooth(line, 1e9, 1); // a sigma far longer than the line
    EXPECT_EQ(wide.front(), line.front());
    EXPECT_EQ(wide.back(), line.back());
}

TEST(Length, sums_segments_and_skips_gaps)
{
    EXPECT_EQ(length({}), 0);
    EXPECT_DOUBLE_EQ(length(ProjectedLine{{0, 0}, {3, 4}, {3, 10}}), 11);
    EXPECT_DOUBLE_EQ(length(ProjectedLine{{0, 0}, {3, 4}, {kNan, 0}, {0, 0}, {0, 2}}), 7);
}

} // namespace
