#include "gl/render/drawn.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace {

using namespace test;

struct World {
    std::shared_ptr<scene::MapGeometry> geometry = std::make_shared<scene::MapGeometry>();
    scene::Scene scene;

    World()
    {
        geometry->layers["line"].levels.push_back({0, line_mesh(wave(-900, 900, 10, 30)), nullptr});
        geometry->layers["area"].levels.push_back({0, nullptr, rectangle(-700, -300, 0, -20)});
        geometry->reliefs["r"] = relief(-1000, -800, 1000, 800, 64, 64,
                                        [](int x, int y) { return std::pair(100 + (x * 7 + y * 3) % 60, x); });
        auto theme = plain_theme();
        theme->relief_outside = {{0, rgb(0x203040)}, {3000, rgb(0x8090A0)}};
        scene = scene_of(320, 200, geometry, theme);
        scene.reliefs = {"r"};
        scene.layers.resize(2);
        scene.layers[0].layer = "area";
        scene.layers[0].area = true;
        scene.layers[0].fill = rgb(0x004000);
        scene.layers[1].layer = "line";
        scene.layers[1].strokes.resize(1);
        scene.layers[1].strokes[0].width = 3;
        scene.layers[1].strokes[0].color = rgb(0xFFFF00);
        scene.ribbons = {ribbon(line_mesh(wave(-150, 150, 40, 20)), 9)};
        scene.symbols = std::make_shared<std::vector<scene::SymbolInstance>>(std::vector<scene::SymbolInstance>{
            {50, -50, 8, 2, scene::Shape::diamond, rgb(0x101010), rgb(0xFFFFFF), 0, 9999, 0}});
        scene::LeaderDraw leader;
        leader.points = {{20, 20}, {60, 60}, {60, 90}};
        leader.color = rgb(0xFFFFFF);
        leader.halo = rgb(0x000000);
        scene.leaders = {leader};
    }
};

TEST(Renderer, PanningReusesTheStaticMap)
{
    World world;
    Drawn drawn(320, 200);
    EXPECT_TRUE(drawn.draw(world.scene));
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    world.scene.camera.centre.x += 10;
    world.scene.camera.centre.y -= 7;
    EXPECT_TRUE(drawn.draw(world.scene));
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
}

TEST(Renderer, PannedPictureEqualsOneDrawnAnew)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    for (int i = 0; i < 30; ++i) { // far beyond the margin: strips are drawn as they come into view
        world.scene.camera.centre.x += 13;
        world.scene.camera.centre.y += 5;
        drawn.draw(world.scene, false);
    }
    EXPECT_TRUE(drawn.draw(world.scene));
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    const auto panned = drawn.canvas().read();
    world.scene.base_key = 99;
    drawn.draw(world.scene);
    EXPECT_EQ(drawn.metrics().base_redraws, 2U);
    const auto anew = drawn.canvas().read();
    int different = 0;
    for (std::size_t i = 0; i < anew.size(); ++i) different += std::abs(anew[i].g - panned[i].g) > 2 ? 1 : 0;
    EXPECT_EQ(different, 0);
}

TEST(Renderer, ZoomIsScaledWhileMovingAndSharpWhenSettled)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    world.scene.camera.metres_per_px = 0.8;
    EXPECT_FALSE(drawn.draw(world.scene, false));
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    world.scene.camera.metres_per_px = 1.6; // zoomed out beyond the margin
    EXPECT_FALSE(drawn.draw(world.scene, false));
    EXPECT_GT(drawn.pixel(2, 2).g + drawn.pixel(317, 197).g, 0);
    EXPECT_TRUE(drawn.draw(world.scene, true));
    EXPECT_EQ(drawn.metrics().base_redraws, 2U);
}

TEST(Renderer, FractionalPanIsRedrawnOnlyWhenSettled)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    world.scene.camera.centre.x += 3.4;
    EXPECT_FALSE(drawn.draw(world.scene, false));
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    EXPECT_TRUE(drawn.draw(world.scene, true));
    EXPECT_EQ(drawn.metrics().base_redraws, 2U);
}

TEST(Renderer, KeyThemeOrGeometryRedrawTheStaticMap)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    world.scene.base_key = 1;
    drawn.draw(world.scene);
    EXPECT_EQ(drawn.metrics().base_redraws, 2U);
    world.scene.theme = std::make_shared<scene::Theme>(*world.scene.theme);
    drawn.draw(world.scene);
    EXPECT_EQ(drawn.metrics().base_redraws, 3U);
    world.scene.geometry = std::make_shared<scene::MapGeometry>(*world.scene.geometry);
    drawn.draw(world.scene);
    EXPECT_EQ(drawn.metrics().base_redraws, 4U);
}

TEST(Renderer, AnotherYearUploadsNothing)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    const auto uploaded = drawn.metrics().bytes_uploaded;
    EXPECT_GT(uploaded, 0U);
    world.scene.year = 2019;
    world.scene.ribbons[0].width_px = 3;
    world.scene.ribbons[0].state = data::State::partial;
    drawn.draw(world.scene);
    EXPECT_EQ(drawn.metrics().bytes_uploaded, uploaded);
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    EXPECT_GT(drawn.metrics().bytes_streamed, 0U); // the leader
}

TEST(Renderer, ObjectsStayTheSameOverManyFramesAndGoWithTheirMeshes)
{
    World world;
    Drawn drawn(320, 200);
    drawn.draw(world.scene);
    world.scene.camera.centre.x += 400; // both surfaces of the static map exist from here on
    drawn.draw(world.scene);
    const auto objects = drawn.metrics().gpu_objects;
    const auto uploaded = drawn.metrics().bytes_uploaded;
    for (int i = 0; i < 100; ++i) {
        world.scene.camera.centre.x += i % 2 == 0 ? 40 : -38;
        world.scene.camera.metres_per_px = 1 + 0.01 * (i % 7);
        drawn.draw(world.scene, i % 3 == 0);
    }
    EXPECT_EQ(drawn.metrics().gpu_objects, objects);
    EXPECT_EQ(drawn.metrics().bytes_uploaded, uploaded);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
    world.scene.geometry = std::make_shared<scene::MapGeometry>();
    world.scene.ribbons.clear();
    drawn.draw(world.scene);
    EXPECT_LT(drawn.metrics().gpu_objects, objects);
}

TEST(Renderer, EmptySceneIsDrawn)
{
    auto scene = scene_of(64, 64, nullptr);
    Drawn drawn(64, 64);
    EXPECT_TRUE(drawn.draw(scene));
    EXPECT_EQ(drawn.pixel(5, 5).a, 255);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

TEST(Renderer, BrokenShaderOnDiskKeepsTheRunningOnes)
{
    const auto folder = std::filesystem::temp_directory_path() / ("reload_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    World world;
    {
        Drawn drawn(320, 200, folder);
        drawn.draw(world.scene);
        const auto before = drawn.canvas().read();
        const auto objects = drawn.metrics().gpu_objects;
        std::ofstream(folder / "ribbon.frag") << "out vec4 o_color;\nvoid main() { o_color = vec3(1.0); }\n";
        const auto result = drawn.renderer().reload_shaders();
        ASSERT_FALSE(result);
        EXPECT_NE(result.error().where.find("ribbon.frag:2"), std::string::npos) << result.error().text();
        EXPECT_EQ(drawn.metrics().gpu_objects, objects);
        drawn.draw(world.scene);
        EXPECT_EQ(drawn.canvas().read(), before);
        EXPECT_EQ(drawn.metrics().gl_errors, 0U);
        std::ofstream(folder / "ribbon.frag")
            << "in vec4 v_place;\nout vec4 o_color;\nvoid main() { o_color = vec4(1.0, 0.0, 0.0, 1.0); }\n";
        ASSERT_TRUE(drawn.renderer().reload_shaders());
        drawn.draw(world.scene);
        EXPECT_NE(drawn.canvas().read(), before);
    }
    std::filesystem::remove_all(folder);
}

} // namespace
