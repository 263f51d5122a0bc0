#include "gl/render/drawn.hpp"
#include <gtest/gtest.h>
#include <numbers>

namespace {

using namespace test;

struct OneSymbol {
    scene::Scene scene = scene_of(120, 120, std::make_shared<scene::MapGeometry>());
    explicit OneSymbol(scene::SymbolInstance symbol)
    {
        scene.symbols = std::make_shared<std::vector<scene::SymbolInstance>>(1, symbol);
    }
};

double lit_area(const Drawn& drawn)
{
    double sum = 0;
    for (const auto& p : drawn.canvas().read()) sum += p.g / 255.0;
    return sum;
}

TEST(Symbols, GroundRadiusIsTrueButNotBelowTheSmallest)
{
    scene::SymbolInstance disc{0, 0, 5, 0, scene::Shape::disc, rgb(0xFFFFFF), rgb(0xFFFFFF), 0, 9999, 30};
    OneSymbol one(disc);
    Drawn drawn(120, 120);
    drawn.draw(one.scene);
    EXPECT_NEAR(lit_area(drawn), std::numbers::pi * 900, 30);
    one.scene.camera.metres_per_px = 2;
    drawn.draw(one.scene);
    EXPECT_NEAR(lit_area(drawn), std::numbers::pi * 225, 12);
    one.scene.camera.metres_per_px = 50;
    drawn.draw(one.scene);
    EXPECT_NEAR(lit_area(drawn), std::numbers::pi * 25, 3);
}

TEST(Symbols, OpenAndCloseWithTheYearWithoutAnUpload)
{
    OneSymbol one({0, 0, 8, 0, scene::Shape::disc, rgb(0xFFFFFF), rgb(0xFFFFFF), 2012, 2020, 0});
    Drawn drawn(120, 120);
    const auto lit = [&](int year) {
        one.scene.year = year;
        drawn.draw(one.scene);
        return drawn.pixel(60, 60).g > 128;
    };
    EXPECT_FALSE(lit(2011));
    const auto uploaded = drawn.metrics().bytes_uploaded;
    EXPECT_TRUE(lit(2012));
    EXPECT_TRUE(lit(2019));
    EXPECT_FALSE(lit(2020));
    EXPECT_EQ(drawn.metrics().bytes_uploaded, uploaded);
}

TEST(Symbols, EveryShapeDrawsAndDiffers)
{
    std::vector<std::vector<Pixel>> looks;
    for (int shape = 0; shape < 8; ++shape) {
        OneSymbol one({0, 0, 12, 2, static_cast<scene::Shape>(shape), rgb(0x004000), rgb(0x00FF00), 0, 9999, 0});
        Drawn drawn(120, 120);
        drawn.draw(one.scene);
        EXPECT_GT(lit_area(drawn), 20) << shape;
        for (const auto& other : looks)
            EXPECT_TRUE(shape == 1 || drawn.canvas().read() != other)
                << shape; // a ring is a disc with a casing, black here
        looks.push_back(drawn.canvas().read());
    }
}

TEST(Circles, AreaIsPiRadiusSquared)
{
    auto scene = scene_of(120, 120, std::make_shared<scene::MapGeometry>());
    scene::CircleDraw circle;
    circle.radius_px = 23.4F;
    circle.fill = circle.edge = rgb(0xFFFFFF);
    scene.circles = {circle};
    Drawn drawn(120, 120);
    drawn.draw(scene);
    EXPECT_NEAR(lit_area(drawn), std::numbers::pi * 23.4 * 23.4, 12);
}

TEST(Labels, HalosOfAllLieUnderFillsOfAll)
{
    Drawn drawn(120, 120);
    text::Style style;
    style.size_px = 40;
    style.halo_px = 6;
    style.bold = true;
    auto scene = scene_of(120, 120, std::make_shared<scene::MapGeometry>());
    for (const float x : {10.0F, 30.0F}) {
        scene::LabelDraw label;
        label.run = drawn.text().shape("M", style);
        label.at = {x, 80};
        label.fill = rgb(0x00FF00);
        label.halo = rgb(0xFF0000);
        scene.labels.push_back(label);
    }
    drawn.draw(scene);
    const auto both = drawn.canvas().read();
    EXPECT_GT(drawn.metrics().bytes_streamed, 0U);
    scene.labels.pop_back();
    drawn.draw(scene);
    const auto first = drawn.canvas().read();
    for (std::size_t i = 0; i < both.size(); ++i)
        if (first[i].g == 255) { ASSERT_EQ(both[i].g, 255); }
}

TEST(Labels, PosedGlyphsStandWhereTheyAreTold)
{
    Drawn drawn(120, 120);
    text::Style style;
    style.size_px = 30;
    auto scene = scene_of(120, 120, std::make_shared<scene::MapGeometry>());
    scene::LabelDraw label;
    label.run = drawn.text().shape("I", style);
    label.poses.assign(label.run->fill.size(), {20, 60, 0, 1}); // turned a quarter clockwise: cap height points right
    label.fill = rgb(0x00FF00);
    scene.labels = {label};
    drawn.draw(scene);
    int left = 200, right = 0;
    const auto pixels = drawn.canvas().read();
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < 120; ++x)
            if (pixels[static_cast<std::size_t>(y) * 120 + x].g > 128) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
    EXPECT_NEAR(left, 20, 2);
    EXPECT_NEAR(right - left, label.run->cap_height, 3);
}

TEST(Leaders, LineHasItsWidthAndADotAtItsStart)
{
    auto scene = scene_of(120, 120, std::make_shared<scene::MapGeometry>());
    scene::LeaderDraw leader;
    leader.points = {{60, 20}, {60, 100}};
    leader.color = rgb(0x00FF00);
    leader.halo = rgb(0x0000FF);
    scene.leaders = {leader};
    Drawn drawn(120, 120);
    drawn.draw(scene);
    double line = 0, dot = 0;
    for (int x = 0; x < 120; ++x) {
        line += drawn.pixel(x, 70).g / 255.0;
        dot += drawn.pixel(x, 20).g / 255.0;
    }
    EXPECT_NEAR(line, 1.4, 0.05);
    EXPECT_GT(dot, 5);
}

} // namespace
