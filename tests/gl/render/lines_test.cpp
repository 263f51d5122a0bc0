#include "gl/render/drawn.hpp"
#include <gtest/gtest.h>

namespace {

using namespace test;

struct OneLayer {
    std::shared_ptr<scene::MapGeometry> geometry = std::make_shared<scene::MapGeometry>();
    scene::Scene scene;

    OneLayer(std::shared_ptr<const scene::LineMesh> mesh, scene::LineStyle style)
    {
        geometry->layers["line"].levels.push_back({0, std::move(mesh), nullptr});
        scene = scene_of(200, 100, geometry);
        scene::LayerDraw layer;
        layer.layer = "line";
        layer.strokes = {style};
        scene.layers = {layer};
    }
};

scene::LineStyle white(float width, scene::LinePattern pattern = scene::LinePattern::solid)
{
    scene::LineStyle style;
    style.width = width;
    style.pattern = pattern;
    style.color = rgb(0xFFFFFF);
    style.casing = style.core = rgb(0x0000FF);
    return style;
}

double column_sum(const Drawn& drawn, int x)
{
    double sum = 0;
    for (int y = 0; y < 100; ++y) sum += drawn.pixel(x, y).r / 255.0;
    return sum;
}

TEST(Lines, WidthIsTheSummedCoverage)
{
    for (const float width : {0.7F, 1.0F, 1.9F, 4.4F}) {
        OneLayer one(line_mesh({{-90, 0.3}, {90, 0.3}}), white(width));
        Drawn drawn(200, 100);
        drawn.draw(one.scene);
        EXPECT_NEAR(column_sum(drawn, 100), static_cast<double>(width), 0.03);
    }
}

TEST(Lines, DashesStartWithTheLineAndFollowItsDistance)
{
    auto style = white(3, scene::LinePattern::dashed);
    style.dash_on = 9;
    style.dash_off = 5;
    // Two segments: the phase runs on over the corner.
    OneLayer one(line_mesh({{-90, 0}, {-59, 0}, {90, 0}}), style);
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    for (int at = 0; at < 170; ++at) {
        const int phase = at % 14;
        const int value = drawn.pixel(10 + at, 50).r;
        if (phase > 0 && phase < 8) { EXPECT_GT(value, 250) << at; }
        if (phase > 9 && phase < 13) { EXPECT_LT(value, 5) << at; }
    }
}

TEST(Lines, RailwayHasADashedCore)
{
    auto style = white(5, scene::LinePattern::railway);
    style.core_width = 3;
    style.dash_on = style.dash_off = 10;
    OneLayer one(line_mesh({{-90, 0.5}, {90, 0.5}}), style);
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    EXPECT_EQ(drawn.pixel(15, 49).r, 0); // core, blue
    EXPECT_EQ(drawn.pixel(15, 49).b, 255);
    EXPECT_EQ(drawn.pixel(25, 49).r, 255); // between the dashes
    EXPECT_EQ(drawn.pixel(15, 51).r, 255); // edge
}

TEST(Lines, PipelineIsHollowWithTicks)
{
    auto style = white(5, scene::LinePattern::pipeline);
    style.core_width = 3;
    style.dash_on = 2;
    style.dash_off = 10;
    OneLayer one(line_mesh({{-90, 0.5}, {90, 0.5}}), style);
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    EXPECT_EQ(drawn.pixel(16, 49).r, 0);
    EXPECT_EQ(drawn.pixel(22, 49).r, 255); // the second tick: 12 to 14
    EXPECT_EQ(drawn.pixel(16, 47).r, 255);
}

TEST(Lines, CasingLiesUnderTheWholeLayer)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    add_part(*mesh, {{-90, 0}, {90, 0}});
    add_part(*mesh, {{0, -40}, {0, 40}});
    auto style = white(4);
    style.casing_extra = 6;
    OneLayer one(mesh, style);
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    // No casing of one part cuts the other part.
    for (int x = 12; x < 188; ++x) EXPECT_EQ(drawn.pixel(x, 50).r, 255) << x;
    for (int y = 12; y < 88; ++y) EXPECT_EQ(drawn.pixel(100, y).r, 255) << y;
    EXPECT_EQ(drawn.pixel(50, 46).b, 255);
    EXPECT_EQ(drawn.pixel(50, 46).r, 0);
}

TEST(Lines, PartsAreNotJoined)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    add_part(*mesh, {{-90, 20}, {-40, 20}});
    add_part(*mesh, {{40, 20}, {90, 20}});
    OneLayer one(mesh, white(3));
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    EXPECT_GT(drawn.pixel(30, 30).r, 200);
    EXPECT_EQ(drawn.pixel(100, 30).r, 0);
}

TEST(Lines, SharpTurnIsRoundAndTranslucentJoinsAreDrawnOnce)
{
    auto style = white(20);
    style.opacity = 0.5F;
    for (const double tip : {30.0, 5.0}) { // a gentle and a very sharp turn
        OneLayer one(line_mesh({{-tip, -35}, {0, 30}, {tip, -35}}), style);
        Drawn drawn(200, 100);
        drawn.draw(one.scene);
        const auto pixels = drawn.canvas().read();
        // Along the outer side of the turn: covered once. (On the inner side the legs themselves overlap.)
        EXPECT_NEAR(pixels[13U * 200 + 100].r, 128, 3) << tip;
        EXPECT_EQ(pixels[8U * 200 + 100].r, 0) << tip; // no spike beyond the round join
    }
}

TEST(Lines, OpenAndCloseWithTheYear)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    add_part(*mesh, {{-90, 20}, {90, 20}}, 2010, 2020);
    add_part(*mesh, {{-90, -20}, {90, -20}}, 2020, 9999);
    OneLayer one(mesh, white(3));
    Drawn drawn(200, 100);
    const auto shown = [&](int year) {
        one.scene.year = year;
        drawn.draw(one.scene);
        return std::pair(drawn.pixel(100, 30).r > 128, drawn.pixel(100, 70).r > 128);
    };
    EXPECT_EQ(shown(2009), std::pair(false, false));
    EXPECT_EQ(shown(2010), std::pair(true, false));
    EXPECT_EQ(shown(2019), std::pair(true, false));
    EXPECT_EQ(shown(2020), std::pair(false, true));
}

TEST(Lines, ChunksOutOfViewAreNotDrawn)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    for (int i = 0; i < 50; ++i) {
        Points line; // longer than what is bridged to save a draw call
        for (int k = 0; k <= 60; ++k) line.push_back({-90.0 + 3 * k, 1000.0 * i});
        add_part(*mesh, line);
    }
    OneLayer one(mesh, white(3));
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    const auto one_chunk = drawn.metrics().draw_calls;
    one.scene.camera.centre.y = 5e6;
    drawn.draw(one.scene);
    EXPECT_EQ(drawn.metrics().draw_calls, one_chunk - 1);
}

TEST(Lines, DegenerateMeshesDrawNothingAndDoNotFail)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    add_part(*mesh, {{0, 0}, {0, 0}});
    mesh->chunks.push_back({{-10, -10, 10, 10}, 90, 5000, 0}); // promises more than there is
    OneLayer one(mesh, white(3, scene::LinePattern::dotted));
    Drawn drawn(200, 100);
    drawn.draw(one.scene);
    for (const auto& p : drawn.canvas().read()) ASSERT_EQ(p.r, 0);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

} // namespace
