#include "gl/render/drawn.hpp"
#include "gl/render/scene_parts.hpp"
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace test;

/// Mean width of a white ribbon on black across `length` px of its middle, from the summed coverage of a square window
/// that the ribbon crosses wholly.
double measured_width(float width, double degrees, data::State state = data::State::published)
{
    constexpr int kSide = 240;
    const double angle = degrees * std::numbers::pi / 180, cos = std::cos(angle), sin = std::sin(angle);
    Points line;
    for (int i = -8; i <= 8; ++i) line.push_back({i * 30 * cos + 0.3, i * 30 * sin + 0.2});
    auto geometry = std::make_shared<scene::MapGeometry>();
    auto scene = scene_of(kSide, kSide, geometry);
    auto strand = ribbon(line_mesh(line), width, state);
    strand.color = rgb(0xFFFFFF);
    scene.ribbons = {strand};
    auto theme = plain_theme();
    theme->numbers["line.ribbon.halo_opacity"] = 0; // only the body is white
    scene.theme = theme;
    Drawn drawn(kSide, kSide);
    drawn.draw(scene);
    const auto pixels = drawn.canvas().read();
    // The window is as long as the ribbon is measured: between two lines across it, 60 px from the middle.
    double sum = 0;
    constexpr double kHalf = 60;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double px = x + 0.5 - kSide / 2.0, py = kSide / 2.0 - y - 0.5;
            const double along = px * cos + py * sin;
            // Soft ends, so that whole pixels falling in or out do not count as width.
            const double weight = std::clamp((kHalf - std::abs(along)) / 20 + 0.5, 0.0, 1.0);
            sum += weight * pixels[static_cast<std::size_t>(y) * kSide + x].g / 255.0;
        }
    return sum / (2 * kHalf);
}

class RibbonWidth : public testing::TestWithParam<std::tuple<float, double>> {};

TEST_P(RibbonWidth, SummedCoverageIsTheWidth)
{
    const auto [width, degrees] = GetParam();
    EXPECT_NEAR(measured_width(width, degrees), static_cast<double>(width), 0.1);
}

INSTANTIATE_TEST_SUITE_P(Widths, RibbonWidth,
                         testing::Combine(testing::Values(1.0F, 1.5F, 2.2F, 6.4F, 23.0F),
                                          testing::Values(0.0, 90.0, 37.0)));

TEST(Ribbons, ThinnerThanAPixelIsADottedRuleOfOnePixel)
{
    // Dots of 2 px every 5 px.
    EXPECT_NEAR(measured_width(0.4F, 0), 1.0 * 2 / 5, 0.05);
    EXPECT_NEAR(measured_width(0.9F, 37), 1.0 * 2 / 5, 0.05);
}

struct Row {
    std::shared_ptr<scene::MapGeometry> geometry = std::make_shared<scene::MapGeometry>();
    scene::Scene scene;
    explicit Row(scene::RibbonDraw strand) : scene(scene_of(200, 100, geometry))
    {
        scene.ribbons = {std::move(strand)};
    }
};

Points level() { return {{-100, 0}, {-20, 0}, {40, 0}, {100, 0}}; }

TEST(Ribbons, OffsetIsToTheRightOfTheDirection)
{
    auto strand = ribbon(line_mesh(level()), 6);
    strand.offset_px = 20; // heading east, right is south, down the screen
    Row row(strand);
    Drawn drawn(200, 100);
    drawn.draw(row.scene);
    EXPECT_EQ(drawn.pixel(100, 70).g, 255);
    EXPECT_EQ(drawn.pixel(100, 50).g, 0);
}

TEST(Ribbons, OnlyTheAskedPartIsDrawnWithButtEnds)
{
    auto strand = ribbon(line_mesh(level()), 10);
    strand.from_m = 50;
    strand.to_m = 120;
    Row row(strand);
    auto theme = plain_theme();
    theme->numbers["line.ribbon.halo_opacity"] = 0;
    row.scene.theme = theme;
    Drawn drawn(200, 100);
    drawn.draw(row.scene);
    EXPECT_EQ(drawn.pixel(49, 50).g, 0);
    EXPECT_EQ(drawn.pixel(50, 50).g, 255);
    EXPECT_EQ(drawn.pixel(119, 46).g, 255);
    EXPECT_EQ(drawn.pixel(120, 50).g, 0);
}

TEST(Ribbons, BendIsFilledOnceEverywhere)
{
    // The halo is translucent: a pixel drawn twice would be brighter than one drawn once.
    auto strand = ribbon(line_mesh({{-90, -30}, {0, 30}, {90, -30}}), 12);
    Row row(strand);
    auto theme = plain_theme();
    theme->numbers["line.ribbon.halo_opacity"] = 0.5F;
    theme->numbers["line.ribbon.halo_extra"] = 24;
    theme->colors.insert_or_assign("map.casing", scene::Color{0, 0, 0, 0});
    row.scene.theme = theme;
    Drawn drawn(200, 100);
    drawn.draw(row.scene);
    const auto pixels = drawn.canvas().read();
    int halo = 0, twice = 0;
    for (const auto& p : pixels) {
        halo += p.g > 120 && p.g < 136 ? 1 : 0;
        twice += p.g > 186 && p.g < 196 ? 1 : 0; // a few pixels of the body's edge are as bright
    }
    EXPECT_LT(twice, 30);
    EXPECT_GT(halo, 1000);
}

TEST(Ribbons, EveryStateLooksDifferent)
{
    std::vector<std::vector<Pixel>> looks;
    for (int state = 0; state < 8; ++state) {
        Row row(ribbon(line_mesh(level()), 14, static_cast<data::State>(state), rgb(0x00FF00)));
        Drawn drawn(200, 100);
        drawn.draw(row.scene);
        looks.push_back(drawn.canvas().read());
    }
    for (std::size_t a = 0; a < looks.size(); ++a)
        for (std::size_t b = a + 1; b < looks.size(); ++b) {
            // Published and computed differ by the centre line alone.
            int different = 0;
            for (std::size_t i = 0; i < looks[a].size(); ++i) different += looks[a][i] == looks[b][i] ? 0 : 1;
            EXPECT_GT(different, 80) << a << " and " << b;
        }
}

TEST(Ribbons, ConflictShowsItsRimOutsideTheWidth)
{
    Row row(ribbon(line_mesh(level()), 14, data::State::conflicting, rgb(0x00FF00)));
    Drawn drawn(200, 100);
    drawn.draw(row.scene);
    EXPECT_EQ(drawn.pixel(100, 44).g, 255); // inside, 5.5 px from the middle
    const auto rim = drawn.pixel(100, 41);  // 8.5 to 9.5 px
    EXPECT_GT(rim.r, 100);
    EXPECT_LT(rim.g, 60);
}

TEST(Ribbons, HatchingStaysOnTheMapWhenPanned)
{
    Row row(ribbon(line_mesh(level()), 20, data::State::partial, rgb(0x00FF00)));
    Drawn drawn(200, 100);
    drawn.draw(row.scene);
    const auto before = drawn.canvas().read();
    row.scene.camera.centre.x += 3;
    drawn.draw(row.scene);
    const auto after = drawn.canvas().read();
    for (int x = 20; x < 180; ++x)
        EXPECT_NEAR(before[static_cast<std::size_t>(50) * 200 + x + 3].g,
                    after[static_cast<std::size_t>(50) * 200 + x].g, 3)
            << x;
}

} // namespace
