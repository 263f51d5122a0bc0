#include "geo/geodesic.hpp"
#include "geo/projection.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <thread>

using namespace geo;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr const char* kXinjiang = "+proj=laea +lat_0=42 +lon_0=85";
constexpr const char* kCorridors = "+proj=laea +lat_0=45 +lon_0=62";
constexpr const char* kGlobe = "+proj=ortho +lat_0=42 +lon_0=85";
constexpr const char* kMercator = "EPSG:3857";

Projection make(const std::string& definition)
{
    auto made = Projection::create(definition);
    EXPECT_TRUE(made) << (made ? "" : made.error().text());
    return std::move(made).value();
}

// Expected values: cs2cs of PROJ 9.1.1, to a tenth of a millimetre.
TEST(Projection, known_values)
{
    struct Case {
        const char* definition;
        LonLat in;
        Projected out;
    };
    const Case cases[] = {
        {kXinjiang, {85, 42}, {0, 0}},
        {kXinjiang, {87.617, 43.825}, {210506.0914, 205962.8990}},
        {kXinjiang, {116.598, 40.073}, {2617086.7585, 274986.4790}},
        {kXinjiang, {-0.5, 51.6}, {-4484087.0389, 3966443.2553}},
        {kXinjiang, {180, 0}, {9287673.5873, 541695.8885}},
        {kXinjiang, {90, 0}, {595372.7206, -4536636.2915}},
        {kXinjiang, {-73.8, 40.6}, {-2606818.8725, 9054918.0824}},
        {kCorridors, {62, 45}, {0, 0}},
        {kCorridors, {87.617, 43.825}, {2018337.3784, 191138.3663}},
        {kCorridors, {-73.8, 40.6}, {-4618842.4865, 7349020.6612}},
        {kGlobe, {85, 42}, {0, 0}},
        {kGlobe, {87.617, 43.825}, {210442.3849, 205923.2682}},
        {kGlobe, {-0.5, 51.6}, {-3957697.3019, 3510198.8654}},
        {kMercator, {0, 0}, {0, 0}},
        {kMercator, {87.617, 43.825}, {9753479.8248, 5438400.3490}},
        {kMercator, {-0.5, 51.6}, {-55659.7454, 6728120.9681}},
        {kMercator, {180, 0}, {20037508.3428, 0}},
        {kMercator, {-180, 85.0511287798}, {-20037508.3428, 20037508.3428}}, // the corner of the web map's square
        {"EPSG:32645", {87.617, 43.825}, {549612.6334, 4852621.2560}},
        {"+proj=utm +zone=45 +datum=WGS84 +units=us-ft", {87.617, 43.825}, {549612.6334, 4852621.2560}}, // still metres
        {"EPSG:3035", {10, 52}, {4321000, 3210000}}, // northing first in its definition
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(testing::Message() << c.definition << " at " << c.in.lon << ' ' << c.in.lat);
        const auto q = make(c.definition).forward(c.in);
        ASSERT_TRUE(q);
        EXPECT_NEAR(q->x, c.out.x, 2e-4);
        EXPECT_NEAR(q->y, c.out.y, 2e-4);
    }
}

TEST(Projection, datum_shift)
{
    // Beijing 1954: some hundred metres from WGS 84 by whichever published shift PROJ prefers.
    const auto q = make("EPSG:2432").forward({117, 40});
    ASSERT_TRUE(q);
    EXPECT_NEAR(q->x, 1526019.8, 100);
    EXPECT_NEAR(q->y, 4499229.0, 100);
}

TEST(Projection, centre_and_seam)
{
    struct Case {
        const char* definition;
        double centre_lon, seam_lon;
        bool torn;
    };
    const Case cases[] = {
        {kXinjiang, 85, -95, false},
        {kCorridors, 62, -118, false},
        {kGlobe, 85, -95, false},
        {kMercator, 0, -180, true},
        {"EPSG:32645", 87, -93, false}, // continuous around its centre, cut at 80 degrees from it
        {"EPSG:3035", 10, -170, false},
        {"+proj=eqearth +lon_0=150", 150, -30, true},
        {"+proj=robin", 0, -180, true},
        {"+proj=robin +lon_0=-160", -160, 20, true},
        {"+proj=lcc +lat_1=30 +lat_2=60 +lon_0=265", -95, 85, true},
    };
    for (const Case& c : cases) {
        const Projection p = make(c.definition);
        EXPECT_DOUBLE_EQ(p.centre_lon(), c.centre_lon) << c.definition;
        EXPECT_DOUBLE_EQ(p.seam_lon(), c.seam_lon) << c.definition;
        EXPECT_EQ(p.torn_at_seam(), c.torn) << c.definition;
        EXPECT_EQ(p.definition(), c.definition);
    }
}

TEST(Projection, unusable_definitions_are_named)
{
    const std::pair<const char*, const char*> cases[] = {
        {"", "not understood"},
        {"Mercator, please", "not understood"},
        {"EPSG:4326", "not a projected"},
        {"+proj=longlat +datum=WGS84", "not a projected"},
        {"EPSG:4978", "not a projected"},
        {"EPSG:999999", "not understood"},
        {"+proj=nosuch +lon_0=85", "not understood"},
        {"+proj=laea +lat_0=942", "not understood"},
        {"+proj=pipeline +step +proj=merc", ""},
        {"EPSG:9602", ""},
    };
    for (const auto& [definition, what] : cases) {
        const auto made = Projection::create(definition);
        ASSERT_FALSE(made) << definition;
        const std::string text = made.error().text();
        EXPECT_NE(text.find(definition), std::string::npos) << text;
        EXPECT_NE(text.find(what), std::string::npos) << text;
        EXPECT_FALSE(made.error().hint.empty());
    }
}

TEST(Projection, domain)
{
    struct Case {
        const char* definition;
        LonLat p;
        bool inside;
    };
    const Case cases[] = {
        {kXinjiang, {-95, -42}, false}, // the antipode
        {kXinjiang, {-95, -45}, false},
        {kXinjiang, {-95, -46.9}, false},
        {kXinjiang, {-95, -47.2}, true},
        {kXinjiang, {-95, -36.8}, true},
        {kXinjiang, {-100, -42}, false}, // 5 degrees of longitude are 3.7 on the ground there
        {kXinjiang, {-102, -42}, true},
        {kXinjiang, {265, -42}, false},
        {kXinjiang, {0, 90}, true},
        {kXinjiang, {0, -90}, true},
        {kXinjiang, {0, 90.1}, false},
        {kXinjiang, {kNan, 10}, false},
        {kXinjiang, {10, kNan}, false},
        {kXinjiang, {std::numeric_limits<double>::infinity(), 10}, false},
        {kGlobe, {85, -47.5}, true}, // just inside the horizon
        {kGlobe, {85, -48.5}, false},
        {kGlobe, {-95, 48.5}, true},
        {kGlobe, {-95, 47.5}, false},
        {kGlobe, {-95, -42}, false},
        {kMercator, {0, 85.05}, true},
        {kMercator, {0, 85.1}, false},
        {kMercator, {0, -90}, false},
        {"+proj=gnom +lat_0=90", {0, 11}, true},
        {"+proj=gnom +lat_0=90", {0, 9}, false},
        {"+proj=stere +lat_0=90", {0, -80}, false},
        {"+proj=lcc +lat_1=30 +lat_2=60", {0, -90}, false},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(testing::Message() << c.definition << " at " << c.p.lon << ' ' << c.p.lat);
        const Projection projection = make(c.definition);
        EXPECT_EQ(projection.forward(c.p).has_value(), c.inside);
        std::vector<Projected> out;
        projection.forward(std::vector{c.p}, out);
        ASSERT_EQ(out.size(), 1U);
        EXPECT_EQ(std::isfinite(out[0].x), c.inside);
        EXPECT_EQ(std::isfinite(out[0].y), c.inside);
    }
}

TEST(Projection, inverse_off_the_map)
{
    const std::pair<const char*, Projected> cases[] = {
        {kXinjiang, {1.3e7, 0}},  {kGlobe, {6.4e6, 0}},
        {kMercator, {2.1e7, 0}},  {kMercator, {0, 3e7}},
        {kXinjiang, {kNan, 0}},   {kXinjiang, {0, std::numeric_limits<double>::infinity()}},
        {kGlobe, {1e300, 1e300}}, {"+proj=robin", {1.6e7, 7e6}},
    };
    for (const auto& [definition, p] : cases) EXPECT_FALSE(make(definition).inverse(p)) << definition << ' ' << p.x;
}

TEST(Projection, round_trips)
{
    for (const char* definition :
         {kXinjiang, kCorridors, kMercator, kGlobe, "+proj=robin +lon_0=85", "+proj=eqearth", "EPSG:3035"}) {
        SCOPED_TRACE(definition);
        const Projection projection = make(definition);
        int inside = 0;
        for (double lon = -179.5; lon < 180; lon += 3.7)
            for (double lat = -89.5; lat < 90; lat += 2.9) {
                const auto q = projection.forward({lon, lat});
                if (!q) continue;
                const auto back = projection.inverse(*q);
                ASSERT_TRUE(back) << lon << ' ' << lat;
                // PROJ's inverse of LAEA is a series, good to 1.5 cm in the plane near the antipode.
                // Near the horizon of the globe a metre on the plane is many on the ground.
                const auto again = projection.forward(*back);
                ASSERT_TRUE(again) << lon << ' ' << lat;
                EXPECT_NEAR(std::hypot(again->x - q->x, again->y - q->y), 0, 0.05) << lon << ' ' << lat;
                const double tolerance_m = definition == kGlobe ? 1e4 : 0.1;
                EXPECT_LT(geodesic_distance_m({lon, lat}, *back), tolerance_m) << lon << ' ' << lat;
                ++inside;
            }
        EXPECT_GT(inside, definition == kGlobe ? 2'500 : 5'500);
    }
}

TEST(Projection, batch_equals_single)
{
    const Projection projection = make(kXinjiang);
    Line in;
    for (int i = 0; i < 1'000; ++i) in.push_back({-180 + 0.36 * i, -90 + 0.18 * i});
    std::vector<Projected> out(5); // is resized
    projection.forward(in, out);
    ASSERT_EQ(out.size(), in.size());
    for (std::size_t i = 0; i < in.size(); ++i)
        if (const auto q = projection.forward(in[i])) { EXPECT_EQ(out[i], *q); }
    projection.forward(Line{}, out);
    EXPECT_TRUE(out.empty());
}

TEST(Projection, longitudes_beyond_180_mean_the_same_place)
{
    for (const char* definition : {kXinjiang, kGlobe, "+proj=robin +lon_0=85"}) {
        const Projection projection = make(definition);
        const auto a = projection.forward({-170, 60});
        const auto b = projection.forward({190, 60});
        const auto c = projection.forward({550, 60});
        ASSERT_TRUE(a && b && c) << definition;
        EXPECT_NEAR(a->x, b->x, 1e-6);
        EXPECT_NEAR(a->x, c->x, 1e-6);
    }
}

TEST(Projection, equal_area_projections_keep_areas)
{
    for (const char* definition : {kXinjiang, kCorridors}) {
        const Projection projection = make(definition);
        for (const LonLat centre : {LonLat{87, 44}, LonLat{10, 50}, LonLat{140, -30}, LonLat{-60, 70}}) {
            const Line circle = geodesic_circle(centre, 100'000, 360);
            std::vector<Projected> ring;
            projection.forward(circle, ring);
            double twice = 0;
            for (std::size_t i = 1; i < ring.size(); ++i)
                twice += ring[i - 1].x * ring[i].y - ring[i - 1].y * ring[i].x;
            EXPECT_NEAR(std::abs(twice) / 2 / ring_area_m2(circle), 1, 1e-4) << definition << ' ' << centre.lon;
        }
    }
}

TEST(Projection, ground_scale)
{
    struct Case {
        const char* definition;
        LonLat p;
        double ground_m;
        double tolerance;
    };
    const Case cases[] = {
        {kXinjiang, {85, 42}, 1, 1e-6},
        {kGlobe, {85, 42}, 1, 1e-6},
        {kMercator, {0, 0}, 1, 1e-6},
        {kMercator, {87, 60}, 0.50125, 1e-4}, // cos 60 on the ellipsoid's larger radius of curvature there
        {kMercator, {179.9999, 0}, 1, 1e-6},  // one side only
        {"EPSG:32645", {87, 44}, 1 / 0.9996, 1e-6},
    };
    for (const Case& c : cases)
        EXPECT_NEAR(make(c.definition).ground_metres_per_unit_x(c.p), c.ground_m, c.tolerance)
            << c.definition << ' ' << c.p.lat;
    EXPECT_TRUE(std::isnan(make(kGlobe).ground_metres_per_unit_x({-95, -42})));
}

TEST(Projection, each_thread_has_its_own)
{
    std::vector<double> x(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < x.size(); ++t)
            threads.emplace_back([&x, t] {
                const auto projection = Projection::create(t % 2 ? kMercator : "EPSG:900913");
                for (int i = 0; projection && i < 1'000; ++i) x[t] = projection->forward({87.617, 43.825})->x;
            });
    }
    for (const double value : x) EXPECT_NEAR(value, 9753479.8248, 2e-4);
}

} // namespace
