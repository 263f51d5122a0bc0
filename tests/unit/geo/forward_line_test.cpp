#include "geo/geodesic.hpp"
#include "geo/graticule.hpp"
#include "geo/projection.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace geo;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Projection make(const std::string& definition) { return Projection::create(definition).value(); }

double distance(Projected a, Projected b) { return std::hypot(a.x - b.x, a.y - b.y); }

double longest_chord(const std::vector<ProjectedLine>& pieces)
{
    double longest = 0;
    for (const ProjectedLine& piece : pieces)
        for (std::size_t i = 1; i < piece.size(); ++i) longest = std::max(longest, distance(piece[i - 1], piece[i]));
    return longest;
}

TEST(ForwardLine, number_of_pieces)
{
    constexpr const char* kXinjiang = "+proj=laea +lat_0=42 +lon_0=85";
    constexpr const char* kGlobe = "+proj=ortho +lat_0=42 +lon_0=85";
    constexpr const char* kRobinson = "+proj=robin +lon_0=85"; // seam at 95 W
    const Line shanghai_to_new_york = geodesic_line({121.8, 31.14}, {-73.8, 40.6});
    struct Case {
        const char* what;
        const char* definition;
        Line line;
        std::size_t pieces;
    };
    const Case cases[] = {
        {"nothing", "EPSG:3857", {}, 0},
        {"one point", "EPSG:3857", {{10, 10}}, 0},
        {"equal points", "EPSG:3857", {{10, 10}, {10, 10}, {10, 10}}, 0},
        {"simple", "EPSG:3857", {{10, 10}, {20, 20}}, 1},
        {"over the antimeridian", "EPSG:3857", {{170, 10}, {-170, 20}}, 2},
        {"the same without wrapping", "EPSG:3857", {{170, 10}, {190, 20}}, 2},
        {"there and back", "EPSG:3857", {{170, 10}, {-170, 20}, {170, 30}}, 3},
        {"once round", "EPSG:3857", {{0, 0}, {100, 0}, {-160, 0}, {-60, 0}, {0, 0}}, 2},
        {"along the seam", "EPSG:3857", {{180, -50}, {180, 0}, {180, 50}}, 1},
        {"along the seam, signs mixed", "EPSG:3857", {{180, -50}, {-180, 0}, {180, 50}}, 1},
        {"ends on the seam", "EPSG:3857", {{170, 0}, {180, 0}}, 1},
        {"starts on the seam to the east", "EPSG:3857", {{180, 0}, {-170, 0}}, 1},
        {"starts on the seam to the west", "EPSG:3857", {{-180, 0}, {170, 0}}, 1},
        {"vertex on the seam", "EPSG:3857", {{170, 0}, {180, 0}, {-170, 0}}, 2},
        {"touches the seam", "EPSG:3857", {{170, 0}, {180, 5}, {170, 10}}, 1},
        {"over the pole of Mercator", "EPSG:3857", {{10, 80}, {10, 90}, {20, 80}}, 2},
        {"a gap", "EPSG:3857", {{10, 10}, {20, 20}, {kNan, kNan}, {30, 30}, {40, 40}}, 2},
        {"a gap with a lone point", "EPSG:3857", {{10, 10}, {20, 20}, {kNan, 0}, {30, 30}}, 1},
        {"route over the seam", kRobinson, shanghai_to_new_york, 2},
        {"route clear of the seam", kRobinson, geodesic_line({87.474, 43.907}, {-0.5, 51.6}), 1},
        {"no tear in an azimuthal map", kXinjiang, shanghai_to_new_york, 1},
        {"over the pole of an azimuthal map", kXinjiang, {{85, 80}, {85, 90}, {-95, 90}, {-95, 80}}, 1},
        {"across the antipode", kXinjiang, {{-95, -20}, {-95, -60}}, 2},
        {"behind the horizon", kGlobe, {{85, 0}, {85, -80}}, 1},
        {"all behind the horizon", kGlobe, {{-95, -20}, {-95, -60}}, 0},
        {"out and in again", kGlobe, {{85, 0}, {175, -40}, {-95, 0}, {-5, 0}, {40, 0}}, 2},
    };
    for (const Case& c : cases) EXPECT_EQ(make(c.definition).forward_line(c.line).size(), c.pieces) << c.what;
}

TEST(ForwardLine, both_pieces_share_the_cut_point)
{
    for (const char* definition : {"+proj=robin +lon_0=85", "+proj=merc +lon_0=85", "+proj=eqearth +lon_0=62",
                                   "+proj=lcc +lat_1=35 +lat_2=65 +lon_0=85"}) {
        SCOPED_TRACE(definition);
        const Projection projection = make(definition);
        for (const auto& line : {geodesic_line({121.8, 31.14}, {-73.8, 40.6}), geodesic_line({-140, -20}, {-60, 35})}) {
            const auto pieces = projection.forward_line(line);
            ASSERT_EQ(pieces.size(), 2U);
            const auto before = projection.inverse(pieces[0].back());
            const auto after = projection.inverse(pieces[1].front());
            ASSERT_TRUE(before && after);
            EXPECT_NEAR(std::remainder(before->lon - projection.seam_lon(), 360), 0, 1e-6);
            EXPECT_NEAR(std::remainder(after->lon - projection.seam_lon(), 360), 0, 1e-6);
            EXPECT_NEAR(before->lat, after->lat, 1e-6);
            EXPECT_GT(distance(pieces[0].back(), pieces[1].front()), 1e6); // at the two edges of the map
            EXPECT_LT(longest_chord(pieces), 5e5);
        }
    }
}

TEST(ForwardLine, ends_are_the_projected_ends)
{
    for (const char* definition : {"EPSG:3857", "+proj=laea +lat_0=45 +lon_0=62", "+proj=robin +lon_0=85"}) {
        const Projection projection = make(definition);
        const Line line = geodesic_line({121.8, 31.14}, {-73.8, 40.6});
        const auto pieces = projection.forward_line(line);
        ASSERT_FALSE(pieces.empty());
        EXPECT_LT(distance(pieces.front().front(), *projection.forward(line.front())), 1e-6);
        EXPECT_LT(distance(pieces.back().back(), *projection.forward(line.back())), 1e-6);
    }
}

TEST(ForwardLine, reaches_the_edge_of_the_domain)
{
    const Projection globe = make("+proj=ortho +lat_0=0 +lon_0=0 +R=6371000");
    const auto pieces = globe.forward_line(Line{{60, 0}, {120, 0}});
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_NEAR(pieces[0].back().x, 6371000, 10);

    const Projection mercator = make("EPSG:3857");
    const auto north = mercator.forward_line(Line{{10, 60}, {10, 90}, {50, 90}, {50, 60}});
    ASSERT_EQ(north.size(), 2U);
    EXPECT_NEAR(north[0].back().y, mercator.forward({10, 85.06})->y, 1);
    EXPECT_NEAR(north[1].front().y, mercator.forward({10, 85.06})->y, 1);
}

TEST(ForwardLine, subdivides_long_steps)
{
    struct Case {
        double max_step_deg;
        std::size_t points;
    };
    const Case cases[] = {{1, 31}, {0.5, 61}, {7, 6}, {100, 2}, {0, 2}, {kNan, 2}};
    for (const Case& c : cases) {
        const auto pieces = make("EPSG:3857").forward_line(Line{{0, 0}, {30, 10}}, c.max_step_deg);
        ASSERT_EQ(pieces.size(), 1U);
        EXPECT_EQ(pieces[0].size(), c.points) << c.max_step_deg;
    }
}

TEST(ForwardLine, the_graticule_has_no_streak_in_any_projection)
{
    for (const char* definition :
         {"EPSG:3857", "+proj=laea +lat_0=42 +lon_0=85", "+proj=laea +lat_0=45 +lon_0=62",
          "+proj=ortho +lat_0=42 +lon_0=85", "+proj=robin +lon_0=85", "+proj=eqearth +lon_0=150",
          "+proj=aeqd +lat_0=43.8 +lon_0=87.6", "+proj=lcc +lat_1=35 +lat_2=65 +lon_0=85",
          "+proj=ob_tran +o_proj=robin +o_lat_p=40 +o_lon_p=20 +lon_0=85"}) {
        const Projection projection = make(definition);
        std::size_t points = 0;
        double longest = 0;
        for (const Line& line : graticule(10)) {
            const auto pieces = projection.forward_line(line);
            longest = std::max(longest, longest_chord(pieces));
            for (const auto& piece : pieces) points += piece.size();
        }
        EXPECT_GT(points, 4'000U) << definition;
        // A degree is 111 km on the ground; next to the antipode it is stretched by the hole of 5 degrees around it.
        EXPECT_LT(longest, 5e6) << definition;
    }
}

} // namespace
