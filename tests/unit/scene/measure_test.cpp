#include "fixture.hpp"
#include "geo/geodesic.hpp"
#include "scene/measure.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace {

using fixture::World;
using geo::LonLat;

// The example of GeographicLib's manual: JFK to LHR.
TEST(Measure, LegsAreGeodesics)
{
    const LonLat points[] = {{-73.8, 40.6}, {-0.5, 51.6}, {-73.8, 40.6}};
    const auto m = scene::measurement(points);
    ASSERT_EQ(m.legs_m.size(), 2U);
    EXPECT_NEAR(m.legs_m[0], 5551759.400319, 1e-3);
    EXPECT_NEAR(m.length_m, 2 * 5551759.400319, 1e-3);
}

// Planimeter of GeographicLib: an eighth of the Earth, and a ten-degree square.
TEST(Measure, AreaOfThreePointsAndMore)
{
    const LonLat eighth[] = {{0, 0}, {90, 0}, {0, 90}};
    EXPECT_NEAR(scene::measurement(eighth).area_m2, 63758202715511.1, 0.06);
    EXPECT_FALSE(scene::measurement(eighth).closed);
    const LonLat square[] = {{80, 40}, {80, 50}, {90, 50}, {90, 40}, {80, 40}};
    EXPECT_NEAR(scene::measurement(square).area_m2, 874001606082.7, 0.06);
    EXPECT_TRUE(scene::measurement(square).closed);
    EXPECT_EQ(scene::measurement(std::span(eighth).first(2)).area_m2, 0);
    EXPECT_EQ(scene::measurement({}).length_m, 0);
}

TEST(Measure, TapsSetPointsInsteadOfSelecting)
{
    World world;
    world.act(scene::SetMeasuring{true});
    EXPECT_TRUE(world.act(scene::Tap{400, 300}).empty()) << "nothing is picked";
    world.act(scene::Tap{900, 300});
    ASSERT_EQ(world.state.measured.size(), 2U);
    const auto expected = world.at(900, 300);
    EXPECT_NEAR(world.state.measured[1].lon, expected.lon, 1e-9);
    EXPECT_NEAR(world.state.measured[1].lat, expected.lat, 1e-9);
    world.act(scene::RemoveMeasurePoint{});
    EXPECT_EQ(world.state.measured.size(), 1U);
    world.act(scene::SetMeasuring{false});
    EXPECT_TRUE(world.state.measured.empty());
    EXPECT_EQ(world.act(scene::Tap{400, 300}).size(), 1U);
}

TEST(Measure, ATapOnTheFirstPointClosesTheRing)
{
    World world;
    world.act(scene::SetMeasuring{true});
    for (const auto& [x, y] : {std::pair{400.0F, 300.0F}, {900.0F, 300.0F}, {900.0F, 600.0F}, {405.0F, 297.0F}})
        world.act(scene::Tap{x, y});
    ASSERT_EQ(world.state.measured.size(), 4U);
    EXPECT_TRUE(scene::measurement(world.state.measured).closed);
    world.act(scene::Tap{600, 500});
    EXPECT_EQ(world.state.measured.size(), 1U) << "the next tap begins anew";
}

TEST(Measure, PointsThatAreNoPlaceAreLeftOut)
{
    World world;
    world.act(scene::MeasurePoint{10, 10});
    EXPECT_TRUE(world.state.measured.empty()) << "not measuring";
    world.act(scene::SetMeasuring{true});
    world.act(scene::MeasurePoint{10, 91});
    world.act(scene::MeasurePoint{std::nan(""), 10});
    EXPECT_TRUE(world.state.measured.empty());
    world.act(scene::MeasurePoint{370, 10});
    world.act(scene::MeasurePoint{370, 10});
    ASSERT_EQ(world.state.measured.size(), 1U) << "the same place twice is one point";
    EXPECT_NEAR(world.state.measured[0].lon, 10, 1e-9);
}

TEST(Measure, TheLineOnTheMapIsTheGeodesic)
{
    World world;
    const LonLat a{70, 45}, b{100, 45};
    const auto& plane = world.projections.at("mercator");
    double highest = 0;
    for (const auto& piece : scene::measured_leg(a, b, plane))
        for (const auto& p : piece) highest = std::max(highest, plane.inverse(p)->lat);
    const auto middle =
        geo::geodesic_destination(a, geo::geodesic_azimuth_deg(a, b), geo::geodesic_distance_m(a, b) / 2);
    EXPECT_GT(highest, 45.9) << "north of the parallel";
    EXPECT_NEAR(highest, middle.lat, 0.01);
}

} // namespace
