#include "geo/graticule.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

using namespace geo;

namespace {

TEST(Graticule, number_of_lines)
{
    struct Case {
        double step_deg;
        std::size_t meridians, parallels;
    };
    const Case cases[] = {{30, 12, 5},     {10, 36, 17}, {5, 72, 35}, {1, 360, 179},
                          {0.5, 720, 359}, {90, 4, 1},   {180, 2, 1}};
    for (const Case& c : cases) {
        std::size_t meridians = 0;
        std::size_t parallels = 0;
        for (const Line& line : graticule(c.step_deg)) ++(line.front().lon == line.back().lon ? meridians : parallels);
        EXPECT_EQ(meridians, c.meridians) << c.step_deg;
        EXPECT_EQ(parallels, c.parallels) << c.step_deg;
    }
}

TEST(Graticule, lines_are_whole_and_dense)
{
    for (const Line& line : graticule(10)) {
        const bool meridian = line.front().lon == line.back().lon;
        EXPECT_EQ(meridian ? line.front().lat : line.front().lon, meridian ? -90 : -180);
        EXPECT_EQ(meridian ? line.back().lat : line.back().lon, meridian ? 90 : 180);
        for (std::size_t i = 1; i < line.size(); ++i)
            EXPECT_LE(std::abs(line[i].lon - line[i - 1].lon) + std::abs(line[i].lat - line[i - 1].lat), 1 + 1e-9);
    }
}

TEST(Graticule, odd_steps)
{
    EXPECT_TRUE(graticule(0).empty());
    EXPECT_TRUE(graticule(-5).empty());
    EXPECT_TRUE(graticule(std::numeric_limits<double>::quiet_NaN()).empty());
    for (const Line& line : graticule(7)) { // does not divide 90: still through 0, 0
        const double x = line.front().lon == line.back().lon ? line.front().lon : line.front().lat;
        EXPECT_NEAR(x / 7, std::round(x / 7), 1e-9);
    }
    EXPECT_LT(graticule(1e-6).size(), 6'000U); // no finer than 0.1 degrees
}

TEST(Graticule, step_for_a_scale)
{
    struct Case {
        double metres_per_px;
        float wanted_px;
        double step_deg;
    };
    const Case cases[] = {{20'000, 220, 30}, {5'000, 220, 10}, {2'500, 220, 5}, {1'000, 220, 2},
                          {500, 220, 1},     {250, 220, 0.5},  {1e9, 220, 30},  {1e-9, 220, 0.1}};
    for (const Case& c : cases)
        EXPECT_EQ(graticule_step_deg(c.metres_per_px, c.wanted_px), c.step_deg) << c.metres_per_px;
    EXPECT_EQ(graticule_step_deg(std::numeric_limits<double>::quiet_NaN()), 30);
}

TEST(ScaleBar, round_length)
{
    const std::pair<double, double> cases[] = {
        {1'000, 1'000}, {999.9, 500}, {2'000, 2'000}, {4'999, 2'000}, {5'000, 5'000}, {123'456, 100'000},
        {0.7, 0.5},     {0.1, 0.1},   {1e7, 1e7},     {1, 1},         {0, 0},         {-5, 0}};
    for (const auto& [max_m, round_m] : cases) EXPECT_DOUBLE_EQ(round_scale_m(max_m), round_m) << max_m;
    EXPECT_EQ(round_scale_m(std::numeric_limits<double>::quiet_NaN()), 0);
}

TEST(FormatLonLat, table)
{
    struct Case {
        LonLat p;
        int decimals;
        const char* text;
    };
    const Case cases[] = {
        {{80.41, 44.21}, 2, "44.21° N 80.41° E"},
        {{-73.8, -40.6}, 1, "40.6° S 73.8° W"},
        {{0, 0}, 2, "0.00° N 0.00° E"},
        {{-0.001, -0.001}, 2, "0.00° N 0.00° E"},
        {{190, 10}, 0, "10° N 170° W"},
        {{87.617, 43.825}, 3, "43.825° N 87.617° E"},
        {{std::numeric_limits<double>::quiet_NaN(), 0}, 2, "–"},
    };
    for (const Case& c : cases) EXPECT_EQ(format_lonlat(c.p, c.decimals), c.text);
}

} // namespace
