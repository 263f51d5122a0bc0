#include "geo/orthographic.hpp"
#include "geo/projection.hpp"
#include <cmath>
#include <gtest/gtest.h>

using namespace geo;

namespace {

constexpr LonLat kCentres[] = {{75, 42}, {0, 0}, {-179.5, -33}, {30, 90}, {30, -90}, {120, 89.9}, {85, -0.001}};

/// PROJ itself: a false easting keeps the closed form away.
Projection by_proj(LonLat centre)
{
    return Projection::create("+proj=ortho +lat_0=" + std::to_string(centre.lat) +
                              " +lon_0=" + std::to_string(centre.lon) + " +x_0=1000 +datum=WGS84 +units=m")
        .value();
}

TEST(Orthographic, agrees_with_proj)
{
    for (const LonLat centre : kCentres) {
        const Projection proj = by_proj(centre);
        ASSERT_EQ(proj.globe(), nullptr);
        const Orthographic globe(centre);
        int seen = 0;
        for (double lon = -179; lon < 180; lon += 3.1)
            for (double lat = -89; lat < 90; lat += 2.7) {
                const auto expected = proj.forward({lon, lat});
                const auto got = globe.forward({lon, lat});
                EXPECT_EQ(globe.facing({lon, lat}) > 0, got.has_value());
                if (!expected) continue;
                ASSERT_TRUE(got) << lon << ' ' << lat;
                EXPECT_NEAR(got->x, expected->x - 1000, 1e-4);
                EXPECT_NEAR(got->y, expected->y, 1e-4);
                ++seen;
            }
        EXPECT_GT(seen, 3'000);
    }
}

TEST(Orthographic, round_trips)
{
    for (const LonLat centre : kCentres) {
        const Orthographic globe(centre);
        EXPECT_EQ(globe.forward(centre), (Projected{0, 0}));
        for (double r = 0; r < 6.33e6; r += 1.7e5)
            for (double a = 0; a < 6.28; a += 0.3) {
                const Projected p{r * std::cos(a), r * std::sin(a)};
                const auto q = globe.inverse(p);
                ASSERT_TRUE(q);
                const auto back = globe.forward(*q);
                ASSERT_TRUE(back);
                EXPECT_NEAR(std::hypot(back->x - p.x, back->y - p.y), 0, 1e-4) << r << ' ' << a;
            }
        EXPECT_FALSE(globe.inverse({6.4e6, 0}));
    }
}

TEST(Orthographic, limb_is_the_horizon)
{
    for (const LonLat centre : kCentres) {
        const Orthographic globe(centre);
        const auto limb = globe.limb();
        for (double a = 0; a < 6.28; a += 0.1) {
            const auto at = [&](double share) {
                return Projected{limb.centre.x + share * limb.half_width_m * std::cos(a),
                                 limb.centre.y + share * limb.half_height_m * std::sin(a)};
            };
            EXPECT_FALSE(globe.inverse(at(1.00001)));
            const auto inside = globe.inverse(at(0.99999));
            ASSERT_TRUE(inside);
            EXPECT_GT(globe.facing(*inside), 0);
            EXPECT_LT(globe.facing(*inside), 0.01);
        }
    }
}

TEST(Orthographic, a_place_is_turned_to_where_it_should_be)
{
    for (const Projected at : {Projected{0, 0}, {2e6, 1e6}, {-3e6, -2e6}, {4e6, 3e6}, {10, -20}})
        for (const LonLat place : {LonLat{87, 43}, LonLat{-75, 5}, LonLat{179.9, -20}}) {
            const auto centre = orthographic_centre(place, at);
            ASSERT_TRUE(centre) << at.x << ' ' << at.y << ' ' << place.lat;
            const auto seen = Orthographic(*centre).forward(place);
            ASSERT_TRUE(seen);
            EXPECT_NEAR(std::hypot(seen->x - at.x, seen->y - at.y), 0, 1);
        }
    EXPECT_FALSE(orthographic_centre({87, 43}, {6.3e6, 0})); // the parallel of 43 N is narrower
    EXPECT_FALSE(orthographic_centre({87, 43}, {0, 7e6}));
}

TEST(Projection, only_a_globe_turns)
{
    const auto globe = Projection::create_turning("+proj=ortho +lat_0=42 +lon_0=75 +datum=WGS84 +units=m");
    ASSERT_TRUE(globe);
    EXPECT_TRUE(globe->turns());
    const Projection turned = globe->turned_to({10, -20});
    EXPECT_TRUE(turned.turns());
    EXPECT_EQ(turned.forward({10, -20}), (Projected{0, 0}));
    EXPECT_EQ(turned.centre(), (LonLat{10, -20}));
    EXPECT_FALSE(turned.torn_at_seam());
    const auto same = Projection::create(turned.definition());
    ASSERT_TRUE(same);
    const auto a = same->forward({40, 30}), b = turned.forward({40, 30});
    ASSERT_TRUE(a && b);
    EXPECT_NEAR(a->x, b->x, 0.02);
    EXPECT_NEAR(a->y, b->y, 0.02);
    EXPECT_EQ(same->forward_line(Line{{0, 0}, {180, 0}}).size(), turned.forward_line(Line{{0, 0}, {180, 0}}).size());
    const auto flat = Projection::create_turning("EPSG:3857");
    ASSERT_FALSE(flat);
    EXPECT_NE(flat.error().text().find("cannot turn"), std::string::npos);
}

} // namespace
