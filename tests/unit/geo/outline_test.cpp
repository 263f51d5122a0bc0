#include "geo/geodesic.hpp"
#include "geo/projection.hpp"
#include <cmath>
#include <gtest/gtest.h>

using namespace geo;

namespace {

constexpr const char* kDefinitions[] = {
    "EPSG:3857",
    "EPSG:3395",
    "EPSG:4545",
    "EPSG:32645",
    "+proj=laea +lat_0=45 +lon_0=62",
    "+proj=laea +lat_0=42 +lon_0=85",
    "+proj=laea +lat_0=90",
    "+proj=aeqd +lat_0=42 +lon_0=85",
    "+proj=ortho +lat_0=42 +lon_0=75 +datum=WGS84",
    "+proj=ortho +lat_0=-90 +lon_0=0 +datum=WGS84",
    "+proj=nsper +h=3e6 +lat_0=42 +lon_0=75",
    "+proj=merc +lon_0=87",
    "+proj=robin +lon_0=87",
    "+proj=eqearth +lon_0=87",
    "+proj=lcc +lat_1=30 +lat_2=60 +lon_0=85",
    "+proj=aea +lat_1=30 +lat_2=60 +lon_0=85",
};

Projection make(const std::string& definition) { return Projection::create(definition).value(); }

double area(const ProjectedLine& ring)
{
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
    return std::abs(twice) / 2;
}

bool holds(const ProjectedLine& ring, Projected q)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > q.y) != (ring[j].y > q.y) &&
            q.x < (ring[j].x - ring[i].x) * (q.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    return inside;
}

TEST(Outline, is_closed_and_holds_whatever_can_be_drawn)
{
    for (const char* definition : kDefinitions) {
        SCOPED_TRACE(definition);
        const Projection projection = make(definition);
        const ProjectedLine ring = projection.outline();
        ASSERT_GT(ring.size(), 100U);
        EXPECT_EQ(ring.front(), ring.back());
        int inside = 0, drawn = 0;
        for (double lon = -179.3; lon < 180; lon += 7.3)
            for (double lat = -84.7; lat < 85; lat += 6.1)
                if (const auto q = projection.forward({lon, lat})) {
                    ++drawn;
                    inside += holds(ring, *q) ? 1 : 0;
                }
        EXPECT_GT(drawn, 100);
        EXPECT_GE(inside, drawn - 1 - drawn / 200); // a chord of half a degree leaves slivers of the rim out
    }
}

TEST(Outline, equal_area_maps_show_the_whole_world)
{
    constexpr double kEarth_m2 = 510.0656e12;
    EXPECT_NEAR(area(make("+proj=eqearth +lon_0=87").outline()) / kEarth_m2, 1, 2e-3);
    // All but the cap of 5 degrees around the antipode.
    EXPECT_NEAR(area(make("+proj=laea +lat_0=42 +lon_0=85").outline()) / kEarth_m2, 0.998, 2e-3);
}

TEST(Outline, extent)
{
    const Bounds web = make("EPSG:3857").extent();
    EXPECT_NEAR(web.x_max, 20037508.34, 1);
    EXPECT_NEAR(web.y_max, 20048966, 20'000);
    const Bounds globe = make("+proj=ortho +lat_0=42 +lon_0=75 +datum=WGS84").extent();
    EXPECT_NEAR(globe.x_max, 6378137, 60);
    EXPECT_NEAR(globe.x_min, -6378137, 60);
}

// A route over the seam: Tokyo to Los Angeles in maps centred on Xinjiang is cut at 93 W.
TEST(Seam, a_route_over_the_pacific_is_cut_at_93_west)
{
    for (const char* definition : {"+proj=robin +lon_0=87", "+proj=merc +lon_0=87", "+proj=eqearth +lon_0=87"}) {
        SCOPED_TRACE(definition);
        const Projection projection = make(definition);
        const Line route = geodesic_line({139.78, 35.55}, {-80.29, 25.79}, 10'000); // Tokyo to Miami
        const auto pieces = projection.forward_line(route);
        ASSERT_EQ(pieces.size(), 2U);
        const auto before = projection.inverse(pieces[0].back()), after = projection.inverse(pieces[1].front());
        ASSERT_TRUE(before && after);
        EXPECT_NEAR(std::remainder(before->lon + 93, 360), 0, 1e-6);
        EXPECT_NEAR(std::remainder(after->lon + 93, 360), 0, 1e-6);
        EXPECT_NEAR(before->lat, after->lat, 1e-6);
        // Los Angeles lies west of the cut.
        EXPECT_EQ(projection.forward_line(geodesic_line({139.78, 35.55}, {-118.41, 33.94}, 10'000)).size(), 1U);
    }
    // Where the map is cut at 180 the shorter route is cut there.
    const Projection web = make("EPSG:3857");
    const auto pieces = web.forward_line(geodesic_line({139.78, 35.55}, {-118.41, 33.94}, 10'000));
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_NEAR(pieces[0].back().x, 20037508.34, 1);
    EXPECT_NEAR(pieces[1].front().x, -20037508.34, 1);
    EXPECT_NEAR(pieces[0].back().y, pieces[1].front().y, 1);
}

TEST(Projection, poles_equal_and_antipodal_points)
{
    for (const char* definition : kDefinitions) {
        SCOPED_TRACE(definition);
        const Projection projection = make(definition);
        const LonLat at{85, 42}, antipode{-95, -42};
        EXPECT_TRUE(projection.forward_line(Line{at, at, at}).empty());
        for (const auto& ends : {std::pair{at, antipode}, {LonLat{85, 42}, LonLat{85, 90}}, {LonLat{-95, -90}, at}})
            for (const auto& piece : projection.forward_line(geodesic_line(ends.first, ends.second, 50'000)))
                for (std::size_t i = 1; i < piece.size(); ++i) {
                    ASSERT_TRUE(std::isfinite(piece[i].x) && std::isfinite(piece[i].y));
                    EXPECT_LT(std::hypot(piece[i].x - piece[i - 1].x, piece[i].y - piece[i - 1].y), 5e6);
                }
    }
}

} // namespace
