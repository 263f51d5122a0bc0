#include "gl/render/drawn.hpp"
#include <gtest/gtest.h>

namespace {

using namespace test;

std::shared_ptr<scene::Theme> tinted()
{
    auto theme = plain_theme();
    theme->relief_outside = {{0, rgb(0x203040)}, {3200, rgb(0x608040)}};
    theme->relief_focus = {{0, rgb(0x808080)}, {3200, rgb(0xA0C0E0)}};
    theme->colors.insert_or_assign("map.relief_dark", rgb(0x000000));
    theme->colors.insert_or_assign("map.relief_light", rgb(0xFFFFFF));
    theme->numbers["relief.dark_strength"] = 0.5F;
    theme->numbers["relief.light_strength"] = 0.25F;
    return theme;
}

void expect_color(Pixel p, int r, int g, int b, int tolerance = 2)
{
    EXPECT_NEAR(p.r, r, tolerance);
    EXPECT_NEAR(p.g, g, tolerance);
    EXPECT_NEAR(p.b, b, tolerance);
}

/// Four columns: low and flat, halfway up and flat, low in full shade, low in full light.
std::shared_ptr<scene::MapGeometry> four_grounds()
{
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->reliefs["r"] = relief(-100, -50, 100, 50, 40, 20, [](int column, int) {
        if (column < 10) return std::pair(128, 0);
        if (column < 20) return std::pair(128, 50);
        return std::pair(column < 30 ? 0 : 255, 0);
    });
    return geometry;
}

TEST(Relief, TintFollowsElevationAndShade)
{
    auto scene = scene_of(200, 100, four_grounds(), tinted());
    scene.reliefs = {"r"};
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(20, 50), 0x20, 0x30, 0x40);
    expect_color(drawn.pixel(75, 50), 0x40, 0x58, 0x40);
    expect_color(drawn.pixel(125, 50), 0x10, 0x18, 0x20);
    expect_color(drawn.pixel(175, 50), 0x20 + 0xDF / 4, 0x30 + 0xCF / 4, 0x40 + 0xBF / 4);
}

TEST(Relief, OutsideOfItIsTheLowestTint)
{
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->reliefs["r"] = relief(-20, -20, 20, 20, 8, 8, [](int, int) { return std::pair(255, 100); });
    auto scene = scene_of(200, 100, geometry, tinted());
    scene.reliefs = {"r"};
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(5, 5), 0x20, 0x30, 0x40, 0);
}

TEST(Relief, FocusHasItsOwnTint)
{
    auto geometry = four_grounds();
    geometry->layers["focus"].levels.push_back({0, nullptr, rectangle(-100, -50, 100, 0)}); // the lower half
    auto scene = scene_of(200, 100, geometry, tinted());
    scene.reliefs = {"r"};
    scene.focus_layer = "focus";
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(75, 20), 0x40, 0x58, 0x40);
    expect_color(drawn.pixel(75, 80), 0x90, 0xA0, 0xB0);
    expect_color(drawn.pixel(20, 80), 0x80, 0x80, 0x80);
}

TEST(Relief, UpperOneIsBlendedOverFortyTexels)
{
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->reliefs["low"] = relief(-100, -50, 100, 50, 20, 10, [](int, int) { return std::pair(128, 0); });
    geometry->reliefs["top"] =
        relief(-100, -500, 300, 500, 200, 500, [](int, int) { return std::pair(128, 100); }); // 2 px a texel
    auto scene = scene_of(200, 100, geometry, tinted());
    scene.reliefs = {"low", "top"};
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(0, 50), 0x20, 0x30, 0x40);
    expect_color(drawn.pixel(40, 50), 0x40, 0x58, 0x40, 3);
    expect_color(drawn.pixel(90, 50), 0x60, 0x80, 0x40);
    int largest = 0;
    for (int x = 1; x < 200; ++x)
        largest = std::max(largest, std::abs(drawn.pixel(x, 50).g - drawn.pixel(x - 1, 50).g));
    EXPECT_LE(largest, 3); // no seam
}

TEST(Relief, WithoutARasterTheGroundIsPlainAndTheFocusStillTold)
{
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->layers["focus"].levels.push_back({0, nullptr, rectangle(0, -50, 100, 50)});
    auto scene = scene_of(200, 100, geometry, tinted());
    scene.focus_layer = "focus";
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(50, 50), 0x20, 0x30, 0x40);
    expect_color(drawn.pixel(150, 50), 0x80, 0x80, 0x80);
}

TEST(Relief, BrokenRasterIsLeftOut)
{
    auto geometry = std::make_shared<scene::MapGeometry>();
    auto mesh =
        std::make_shared<scene::ReliefMesh>(*relief(-20, -20, 20, 20, 8, 8, [](int, int) { return std::pair(0, 0); }));
    auto raster = std::make_shared<data::Raster>(*mesh->raster);
    raster->bands = 1;
    mesh->raster = raster;
    geometry->reliefs["r"] = mesh;
    auto scene = scene_of(200, 100, geometry, tinted());
    scene.reliefs = {"r", "unknown"};
    Drawn drawn(200, 100);
    drawn.draw(scene);
    expect_color(drawn.pixel(100, 50), 0x20, 0x30, 0x40, 0);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

} // namespace
