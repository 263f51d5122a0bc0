#include "geo/triangulate.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>

using namespace geo;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double area(const Triangles& t)
{
    double sum = 0;
    for (std::size_t i = 0; i + 2 < t.indices.size(); i += 3) {
        const Projected a = t.points.at(t.indices[i]);
        const Projected b = t.points.at(t.indices[i + 1]);
        const Projected c = t.points.at(t.indices[i + 2]);
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    return sum;
}

ProjectedLine square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

/// A ring with bays and capes, so large that it is filled in bands.
ProjectedLine coast(std::size_t n, double radius)
{
    ProjectedLine ring;
    for (std::size_t i = 0; i < n; ++i) {
        const double t = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        const double r = radius * (1 + 0.2 * std::sin(37 * t) + 0.05 * std::sin(static_cast<double>(n) / 9 * t));
        ring.push_back({r * std::cos(t), r * std::sin(t)});
    }
    return ring;
}

double ring_area(const ProjectedLine& ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Projected a = ring[i];
        const Projected b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - a.y * b.x;
    }
    return std::abs(twice) / 2;
}

TEST(Triangulate, area_table)
{
    struct Case {
        const char* what;
        std::vector<ProjectedLine> rings;
        double area;
    };
    const Case cases[] = {
        {"nothing", {}, 0},
        {"empty ring", {{}}, 0},
        {"two points", {{{0, 0}, {1, 1}}}, 0},
        {"no width", {{{0, 0}, {5, 5}, {10, 10}}}, 0},
        {"square", {square(0, 0, 10)}, 100},
        {"closed square", {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}}, 100},
        {"clockwise", {{{0, 0}, {0, 10}, {10, 10}, {10, 0}}}, 100},
        {"far from the origin", {square(1e7, -2e7, 0.5)}, 0.25},
        {"hole", {square(0, 0, 10), square(2, 2, 3)}, 91},
        {"island in a lake", {square(0, 0, 10), square(1, 1, 8), square(2, 2, 2)}, 40},
        {"two squares apart", {square(0, 0, 10), square(20, 0, 10)}, 200},
        {"overlap is even", {square(0, 0, 10), square(5, 0, 10)}, 100},
        {"bow tie", {{{0, 0}, {10, 10}, {10, 0}, {0, 10}}}, 50},
        {"hole touching the edge", {square(0, 0, 10), {{0, 5}, {5, 4}, {5, 6}}}, 95},
        {"hole over the edge", {square(0, 0, 10), square(8, 4, 4)}, 100 - 8 + 8},
        {"spike out and back", {{{0, 0}, {10, 0}, {20, 0}, {10, 0}, {10, 10}, {0, 10}}}, 100},
        {"repeated points", {{{0, 0}, {0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 10}}}, 100},
        {"point that is no number", {{{0, 0}, {10, 0}, {kNan, kNan}, {10, 10}, {0, 10}}}, 100},
        {"only such points", {{{kNan, 0}, {0, kNan}, {kNan, kNan}}}, 0},
        {"the same ring twice", {square(0, 0, 10), square(0, 0, 10)}, 0},
    };
    for (const Case& c : cases) {
        Triangles out;
        triangulate(c.rings, out);
        EXPECT_NEAR(area(out), c.area, 1e-6) << c.what;
        EXPECT_EQ(out.indices.size() % 3, 0U) << c.what;
    }
}

TEST(Triangulate, appends)
{
    Triangles out;
    const std::vector<ProjectedLine> first{square(0, 0, 10)};
    const std::vector<ProjectedLine> second{square(50, 50, 2)};
    triangulate(first, out);
    const Triangles one = out;
    triangulate(second, out);
    EXPECT_NEAR(area(out), 104, 1e-9);
    ASSERT_GT(out.points.size(), one.points.size());
    EXPECT_TRUE(std::equal(one.points.begin(), one.points.end(), out.points.begin()));
    EXPECT_TRUE(std::equal(one.indices.begin(), one.indices.end(), out.indices.begin()));
}

TEST(Triangulate, large_rings_keep_their_area)
{
    for (const std::size_t n : {1'000U, 5'000U, 20'000U, 60'000U}) {
        std::vector<ProjectedLine> rings{coast(n, 1e6)};
        double expected = ring_area(rings.front());
        for (int i = -2; i <= 2; ++i) { // lakes, some across any band's edge
            rings.push_back(square(i * 1e5, i * 1e5, 5e4));
            expected -= 25e8;
        }
        Triangles out;
        triangulate(rings, out);
        EXPECT_NEAR(area(out) / expected, 1, 1e-9) << n;
    }
}

TEST(Triangulate, triangles_do_not_overlap_and_leave_no_gap)
{
    // Even-odd at many points against the number of triangles around them.
    std::vector<ProjectedLine> rings{coast(9'000, 1'000), square(-100.3, -100.7, 200)};
    Triangles out;
    triangulate(rings, out);
    const auto side = [](Projected a, Projected b, Projected p) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    };
    for (int i = 0; i < 400; ++i) {
        const Projected p{-1'200 + 2'400 * std::fmod(i * 0.618033988749, 1.0), -1'200 + 2'400 * (i + 0.5) / 400};
        bool inside = false;
        for (const ProjectedLine& ring : rings)
            for (std::size_t k = 0; k < ring.size(); ++k) {
                const Projected a = ring[k];
                const Projected b = ring[(k + 1) % ring.size()];
                if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
            }
        int covered = 0;
        for (std::size_t k = 0; k < out.indices.size(); k += 3) {
            const Projected a = out.points[out.indices[k]];
            const Projected b = out.points[out.indices[k + 1]];
            const Projected c = out.points[out.indices[k + 2]];
            const double d1 = side(a, b, p);
            const double d2 = side(b, c, p);
            const double d3 = side(c, a, p);
            covered += (d1 > 0 && d2 > 0 && d3 > 0) || (d1 < 0 && d2 < 0 && d3 < 0);
        }
        EXPECT_EQ(covered, inside ? 1 : 0) << p.x << ' ' << p.y;
    }
}

} // namespace
