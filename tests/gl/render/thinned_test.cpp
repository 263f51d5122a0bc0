#include "gl/render/scene_parts.hpp"
#include "render/thinned.hpp"
#include <gtest/gtest.h>

namespace {

using namespace test;

TEST(Thinned, StraightRunsKeepTheirEndsAndParts)
{
    scene::LineMesh mesh;
    Points dense;
    for (int i = 0; i <= 500; ++i) dense.push_back({i * 2.0, 0});
    add_part(mesh, dense);
    add_part(mesh, {{0, 50}, {10, 60}, {20, 50}});
    const auto thin = render::thinned(mesh, 0.5);
    ASSERT_EQ(thin.points.size(), 4U + 5U);
    EXPECT_EQ(thin.points[0].weight, scene::kBreak);
    EXPECT_EQ(thin.points[2].x, 1000);
    EXPECT_EQ(thin.points[2].distance, 1000);
    EXPECT_EQ(thin.points[8].weight, scene::kBreak);
    ASSERT_EQ(thin.chunks.size(), 2U);
    EXPECT_EQ(thin.chunks[1].first, 4U);
    EXPECT_EQ(thin.chunks[1].count, 2U);
}

TEST(Thinned, StaysWithinTheTolerance)
{
    scene::LineMesh mesh;
    const auto line = wave(0, 600, 0, 40);
    add_part(mesh, line);
    const auto thin = render::thinned(mesh, 0.3);
    EXPECT_LT(thin.points.size(), mesh.points.size() / 2);
    for (const auto& p : line) {
        double nearest = 1e9;
        for (std::size_t i = 1; i + 2 < thin.points.size(); ++i) {
            const auto &a = thin.points[i], &b = thin.points[i + 1];
            const double ax = static_cast<double>(a.x), ay = static_cast<double>(a.y),
                         dx = static_cast<double>(b.x) - ax, dy = static_cast<double>(b.y) - ay;
            const double t = std::clamp(((p.x - ax) * dx + (p.y - ay) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            nearest = std::min(nearest, std::hypot(ax + t * dx - p.x, ay + t * dy - p.y));
        }
        EXPECT_LT(nearest, 0.31);
    }
}

TEST(Thinned, KeepsAChangeOfWeightOnAStraightLine)
{
    scene::LineMesh mesh;
    add_part(mesh, {{0, 0}, {100, 0}, {200, 0}, {300, 0}});
    mesh.points[1].weight = mesh.points[2].weight = 0;
    EXPECT_EQ(render::thinned(mesh, 1).points.size(), 6U);
}

} // namespace
