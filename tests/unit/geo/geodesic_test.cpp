#include "geo/geodesic.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>

using namespace geo;

namespace {

// Expected values: GeodSolve and Planimeter of GeographicLib 2.1.2; the first is the example in its manual.
TEST(Geodesic, distance_and_azimuth)
{
    struct Case {
        LonLat a, b;
        double metres, azimuth_deg;
    };
    const Case cases[] = {
        {{-73.8, 40.6}, {-0.5, 51.6}, 5551759.400319, 51.19888284558},
        {{87.474, 43.907}, {116.598, 40.073}, 2437478.693994, 89.92833521106},
        {{87.617, 43.825}, {76.946, 43.238}, 864443.513707, -90.63073385189},
        {{87.617, 43.825}, {6.76, 51.43}, 5821337.154394, -51.18390439667},
        {{0, 0}, {90, 0}, 10018754.171395, 90},
        {{0, 90}, {0, -90}, 20003931.458625, 180},
        {{170, 60}, {-170, 60}, 1111742.541655, 81.31775968189}, // over the antimeridian
        {{0, 0}, {179.5, 0.5}, 19936288.578965, 25.67187286829}, // nearly antipodal, where Vincenty fails
        {{0, 0}, {179.7, 0.5}, 19944127.420750, 15.55688279349},
        {{0, -30}, {179.8, 29.9}, 19989832.827610, 161.89052473633},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(testing::Message() << c.a.lon << ' ' << c.a.lat << " to " << c.b.lon << ' ' << c.b.lat);
        EXPECT_NEAR(geodesic_distance_m(c.a, c.b), c.metres, 1e-6);
        EXPECT_NEAR(geodesic_distance_m(c.b, c.a), c.metres, 1e-6);
        EXPECT_NEAR(geodesic_azimuth_deg(c.a, c.b), c.azimuth_deg, 1e-9);
        const LonLat back = geodesic_destination(c.a, geodesic_azimuth_deg(c.a, c.b), c.metres);
        EXPECT_LT(geodesic_distance_m(back, c.b), 1e-5);
    }
    EXPECT_EQ(geodesic_distance_m({87, 43}, {87, 43}), 0);
    EXPECT_NEAR(geodesic_distance_m({180, 10}, {-180, 10}), 0, 1e-9);
}

TEST(Geodesic, destination)
{
    const LonLat b = geodesic_destination({87.617, 43.825}, 45, 1e6);
    EXPECT_NEAR(b.lat, 49.79332611551, 1e-10);
    EXPECT_NEAR(b.lon, 97.44560341350, 1e-10);
    const LonLat over_seam = geodesic_destination({179, 0}, 90, 1e6);
    EXPECT_LT(over_seam.lon, -170);
}

TEST(Geodesic, line_has_exact_ends_and_short_even_steps)
{
    const std::pair<LonLat, LonLat> pairs[] = {
        {{87.617, 43.825}, {6.76, 51.43}}, {{170, 60}, {-170, 60}}, {{0, 90}, {0, -90}}, {{0, 0}, {180, 0}},
        {{10, 20}, {10, 20.0001}},
    };
    for (const auto& [a, b] : pairs) {
        const Line line = geodesic_line(a, b, 100'000);
        EXPECT_EQ(line.front(), a);
        EXPECT_EQ(line.back(), b);
        const double total = geodesic_distance_m(a, b);
        EXPECT_NEAR(line_length_m(line), total, 1e-3);
        const double step = total / static_cast<double>(line.size() - 1);
        EXPECT_LE(step, 100'000);
        for (std::size_t i = 1; i < line.size(); ++i) {
            EXPECT_NEAR(geodesic_distance_m(line[i - 1], line[i]), step, 1e-3);
            EXPECT_LE(std::abs(line[i].lon), 180);
        }
    }
}

TEST(Geodesic, line_of_odd_input)
{
    EXPECT_EQ(geodesic_line({5, 5}, {5, 5}).size(), 2U);
    EXPECT_EQ(geodesic_line({5, 5}, {6, 6}, 0).size(), 2U);
    EXPECT_EQ(geodesic_line({5, 5}, {6, 6}, -1).size(), 2U);
    EXPECT_EQ(geodesic_line({std::numeric_limits<double>::quiet_NaN(), 5}, {6, 6}).size(), 2U);
    EXPECT_LE(geodesic_line({5, 5}, {60, 6}, 1e-9).size(), 1'000'001U);
    EXPECT_EQ(line_length_m({}), 0);
}

TEST(Geodesic, ring_area)
{
    struct Case {
        Line ring;
        double m2;
    };
    const Case cases[] = {
        {{{80, 40}, {90, 40}, {90, 50}, {80, 50}}, 874001606082.7},
        {{{80, 40}, {80, 50}, {90, 50}, {90, 40}, {80, 40}}, 874001606082.7}, // clockwise, closed
        {{{0, 0}, {90, 0}, {0, 90}}, 63758202715511.1},                       // an eighth of the Earth
        {{{0, -30}, {90, -30}, {180, -30}, {-90, -30}}, 104795856507464.8},   // round the pole
    };
    for (const Case& c : cases) EXPECT_NEAR(ring_area_m2(c.ring), c.m2, 0.06);
    EXPECT_EQ(ring_area_m2({}), 0);
    EXPECT_EQ(ring_area_m2(Line{{1, 1}, {2, 2}}), 0);
    EXPECT_EQ(ring_area_m2(Line{{1, 1}, {2, 2}, {1, 1}}), 0);
}

TEST(Geodesic, circle_is_closed_and_of_true_radius)
{
    const LonLat centre{87.3, 43.9};
    const double radius = std::sqrt(1e9 / std::numbers::pi);
    const Line ring = geodesic_circle(centre, radius);
    EXPECT_EQ(ring.size(), 97U);
    EXPECT_EQ(ring.front(), ring.back());
    for (const LonLat p : ring) EXPECT_NEAR(geodesic_distance_m(centre, p), radius, 1e-6);
    const double polygon = 48 * radius * radius * std::sin(2 * std::numbers::pi / 96);
    EXPECT_NEAR(ring_area_m2(ring) / polygon, 1, 1e-4);
}

} // namespace
