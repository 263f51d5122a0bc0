#include "geo/geodesic.hpp"
#include "geo/projection.hpp"
#include "geo/triangulate.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numbers>
#include <random>

using namespace geo;

namespace {

constexpr const char* kXinjiang = "+proj=laea +lat_0=42 +lon_0=85";
constexpr const char* kGlobe = "+proj=ortho +lat_0=42 +lon_0=85";
constexpr double kEarth_m2 = 510.0656e12; // of the WGS 84 ellipsoid

Projection make(const std::string& definition) { return Projection::create(definition).value(); }

double filled_area(const std::vector<ProjectedLine>& rings)
{
    Triangles t;
    triangulate(rings, t);
    double sum = 0;
    for (std::size_t i = 0; i < t.indices.size(); i += 3) {
        const Projected a = t.points[t.indices[i]];
        const Projected b = t.points[t.indices[i + 1]];
        const Projected c = t.points[t.indices[i + 2]];
        sum += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    return sum;
}

Line box(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

/// Area between meridians and parallels on the ellipsoid, from thin geodesic strips.
double box_area(double west, double south, double east, double north)
{
    double sum = 0;
    for (int i = 0; i < 180; ++i) {
        const double a = west + (east - west) * i / 180;
        const double b = west + (east - west) * (i + 1) / 180;
        sum += ring_area_m2(Line{{a, south}, {b, south}, {b, north}, {a, north}});
    }
    return sum;
}

const Line kWorld = box(-180, -90, 180, 90);
const Line kChina = box(75, 20, 130, 52);

TEST(ForwardArea, equal_area_projections_keep_the_area)
{
    struct Case {
        const char* what;
        std::vector<Line> rings;
        double m2;
    };
    const double cap = 2 * std::numbers::pi * 6371007.2 * 6371007.2 * (1 - std::cos(5 * std::numbers::pi / 180));
    const Case cases[] = {
        {"a box", {kChina}, box_area(75, 20, 130, 52)},
        {"a box with a hole", {kChina, box(80, 30, 100, 40)}, box_area(75, 20, 130, 52) - box_area(80, 30, 100, 40)},
        {"two boxes", {kChina, box(-10, 0, 30, 30)}, box_area(75, 20, 130, 52) + box_area(-10, 0, 30, 30)},
        {"over the seam of most maps", {box(160, 50, 200, 70)}, box_area(160, 50, 200, 70)},
        {"over 95 W", {box(-120, 30, -60, 60)}, box_area(-120, 30, -60, 60)},
        {"a polar cap as a strip", {box(-180, 60, 180, 90)}, box_area(-180, 60, 180, 90)},
        {"Antarctica as a strip", {box(-180, -90, 180, -60)}, box_area(-180, -90, 180, -60)},
    };
    for (const char* definition :
         {kXinjiang, "+proj=laea +lat_0=45 +lon_0=62", "+proj=eqearth +lon_0=85", "+proj=cea +lon_0=-100"})
        for (const Case& c : cases)
            EXPECT_NEAR(filled_area(make(definition).forward_area(c.rings)) / c.m2, 1, 0.005)
                << definition << ' ' << c.what;

    for (const char* definition :
         {kXinjiang, "+proj=laea +lat_0=45 +lon_0=62"}) { // all but the disc around the antipode
        const double world = filled_area(make(definition).forward_area(std::vector<Line>{kWorld}));
        EXPECT_NEAR(world / (kEarth_m2 - cap), 1, 0.002) << definition;
        const double sea = filled_area(make(definition).forward_area(std::vector<Line>{kWorld, kChina}));
        EXPECT_NEAR((world - sea) / box_area(75, 20, 130, 52), 1, 0.005) << definition;
    }
    const double world = filled_area(make("+proj=eqearth +lon_0=85").forward_area(std::vector<Line>{kWorld}));
    EXPECT_NEAR(world / kEarth_m2, 1, 0.002);
}

TEST(ForwardArea, the_globe_is_a_disc)
{
    const Projection globe = make("+proj=ortho +lat_0=42 +lon_0=85 +R=6371000");
    const double disc = std::numbers::pi * 6371000.0 * 6371000.0;
    struct Case {
        const char* what;
        std::vector<Line> rings;
        double part;
    };
    const Case cases[] = {
        {"the world", {kWorld}, 1},
        {"the half to the east", {box(85, -90, 265, 90)}, 0.5},
        {"the half to the west", {box(-95, -90, 85, 90)}, 0.5},
        {"both halves", {box(85, -90, 265, 90), box(-95, -90, 85, 90)}, 1},
        {"the far side", {box(-105, -52, -85, -32)}, 0},
        {"all but the far side", {kWorld, box(-105, -52, -85, -32)}, 1},
        // the equator shows as half an ellipse with the axes 1 and sin 42
        {"the north", {box(-180, 0, 180, 90)}, 0.5 + 0.5 * std::sin(42 * std::numbers::pi / 180)},
        {"the south", {box(-180, -90, 180, 0)}, 0.5 - 0.5 * std::sin(42 * std::numbers::pi / 180)},
    };
    for (const Case& c : cases) EXPECT_NEAR(filled_area(globe.forward_area(c.rings)) / disc, c.part, 0.002) << c.what;
}

TEST(ForwardArea, the_web_map_is_a_square)
{
    const Projection mercator = make("EPSG:3857");
    const double side = 2 * 20037508.3428;
    EXPECT_NEAR(filled_area(mercator.forward_area(std::vector<Line>{kWorld})) / (side * side), 1, 0.001);
    EXPECT_NEAR(filled_area(mercator.forward_area(std::vector<Line>{box(0, -90, 180, 90)})) / (side * side), 0.5,
                0.001);
    EXPECT_NEAR(filled_area(mercator.forward_area(std::vector<Line>{box(90, -90, 270, 90)})) / (side * side), 0.5,
                0.001);
    EXPECT_NEAR(filled_area(mercator.forward_area(std::vector<Line>{box(-540, -90, -180, 90)})) / (side * side), 1,
                0.001);
    for (const ProjectedLine& ring : mercator.forward_area(std::vector<Line>{box(170, 50, 190, 70)}))
        for (std::size_t i = 1; i < ring.size(); ++i)
            EXPECT_LT(std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y), 5e5);
}

template <class Ring, class Point, class X, class Y> bool even_odd(const std::vector<Ring>& rings, Point p, X x, Y y)
{
    bool odd = false;
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            if ((y(a) > y(p)) != (y(b) > y(p)) && x(p) < x(a) + (y(p) - y(a)) / (y(b) - y(a)) * (x(b) - x(a)))
                odd = !odd;
        }
    return odd;
}

TEST(ForwardArea, what_is_inside_stays_inside)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(-180, 180);
    std::uniform_real_distribution<double> lat(-88, 88);
    for (const char* definition :
         {kXinjiang, kGlobe, "EPSG:3857", "+proj=robin +lon_0=85", "+proj=aeqd +lat_0=-30 +lon_0=170",
          "+proj=stere +lat_0=90 +lon_0=85", "+proj=eqearth +lon_0=-179"}) {
        const Projection projection = make(definition);
        int asked = 0;
        int wrong = 0;
        for (int round = 0; round < 30; ++round) {
            std::vector<Line> rings(1 +
                                    static_cast<std::size_t>(round) % 3); // of few corners, mostly crossing themselves
            for (Line& ring : rings)
                for (int i = 0; i < 3 + round % 5; ++i) ring.push_back({lon(random), lat(random)});
            const auto projected = projection.forward_area(rings, 0.25);
            for (int i = 0; i < 200; ++i) {
                const LonLat p{lon(random), lat(random)};
                const auto q = projection.forward(p);
                if (!q) continue;
                const bool before = even_odd(
                    rings, p, [](LonLat a) { return a.lon; }, [](LonLat a) { return a.lat; });
                const bool after = even_odd(
                    projected, *q, [](Projected a) { return a.x; }, [](Projected a) { return a.y; });
                ++asked;
                wrong += before != after;
            }
        }
        EXPECT_GT(asked, 2'500) << definition;
        EXPECT_LE(wrong, asked / 500) << definition; // points within a chord's sagitta of an edge
    }
}

TEST(ForwardArea, odd_input)
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    for (const char* definition : {kXinjiang, kGlobe, "EPSG:3857", "+proj=robin +lon_0=85"}) {
        const Projection projection = make(definition);
        EXPECT_TRUE(projection.forward_area({}).empty());
        EXPECT_TRUE(
            projection.forward_area(std::vector<Line>{{}, {{1, 1}}, {{1, 1}, {2, 2}}, {{kNan, 0}, {0, kNan}, {1, 1}}})
                .empty());
        EXPECT_EQ(projection.forward_area(std::vector<Line>{{{80, 40}, {90, 40}, {kNan, kNan}, {90, 50}}}).size(), 1U);
        EXPECT_FALSE(projection.forward_area(std::vector<Line>{kChina}, 0).empty());
    }
}

TEST(ForwardArea, inside_the_map_it_is_the_projected_ring)
{
    const Projection projection = make(kXinjiang);
    const Line ring = geodesic_circle({87, 44}, 20'000, 50);
    const auto out = projection.forward_area(std::vector<Line>{ring});
    ASSERT_EQ(out.size(), 1U);
    ASSERT_EQ(out[0].size(), 50U);
    for (std::size_t i = 0; i < out[0].size(); ++i) EXPECT_EQ(out[0][i], *projection.forward(ring[i]));
}

} // namespace
