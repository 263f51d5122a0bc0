#include "geo/projection.hpp"
#include "gl/render/drawn.hpp"
#include <gtest/gtest.h>

namespace {

using namespace test;

std::shared_ptr<const geo::Projection> plane(const char* definition)
{
    return std::make_shared<const geo::Projection>(geo::Projection::create(definition).value());
}

/// Two maps of one world: what is red in the first is green in the second.
struct Maps {
    scene::Scene a, b;

    Maps()
    {
        const auto red = std::make_shared<scene::MapGeometry>(), green = std::make_shared<scene::MapGeometry>();
        red->layers["area"].levels.push_back({0, nullptr, rectangle(-4e6, -3e6, 4e6, 3e6)});
        green->layers["area"].levels.push_back({0, nullptr, rectangle(-4e6, -3e6, 4e6, 3e6)});
        auto theme = plain_theme();
        theme->colors.insert_or_assign("map.space", rgb(0x0000FF));
        theme->colors.insert_or_assign("map.limb", rgb(0xFFFFFF));
        a = scene_of(320, 200, red, theme);
        b = scene_of(320, 200, green, theme);
        a.plane = plane("+proj=laea +lat_0=42 +lon_0=85");
        b.plane = plane("+proj=aeqd +lat_0=42 +lon_0=85");
        for (auto* scene : {&a, &b}) {
            scene->camera.metres_per_px = 15'000;
            scene->layers.resize(1);
            scene->layers[0].layer = "area";
            scene->layers[0].area = true;
            scene->layers[0].fill = scene == &a ? rgb(0xFF0000) : rgb(0x00FF00);
        }
        a.base_key = 1;
        b.base_key = 2;
    }
    [[nodiscard]] scene::Scene step(float t) const
    {
        auto scene = b;
        scene.morph = scene::MorphDraw{a.plane, a.camera, t};
        return scene;
    }
};

TEST(Morph, starts_as_the_one_map_and_ends_as_the_other)
{
    const Maps maps;
    Drawn drawn(320, 200);
    drawn.draw(maps.a);
    const Pixel before = drawn.pixel(160, 100);
    EXPECT_EQ(before.r, 255);
    drawn.draw(maps.step(0));
    EXPECT_EQ(drawn.pixel(160, 100), before);
    EXPECT_EQ(drawn.pixel(20, 10).r, 255);
    drawn.draw(maps.step(0.5F));
    const Pixel half = drawn.pixel(160, 100);
    EXPECT_NEAR(half.r, 128, 2);
    EXPECT_NEAR(half.g, 128, 2);
    drawn.draw(maps.step(1));
    EXPECT_EQ(drawn.pixel(160, 100).r, 0);
    EXPECT_EQ(drawn.pixel(160, 100).g, 255);
    drawn.draw(maps.b);
    EXPECT_EQ(drawn.pixel(160, 100).g, 255);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

TEST(Morph, takes_two_pictures_once_and_frees_them)
{
    const Maps maps;
    Drawn drawn(320, 200);
    drawn.draw(maps.a);
    drawn.draw(maps.b);
    drawn.draw(maps.a);
    const auto objects = drawn.metrics().gpu_objects;
    drawn.draw(maps.step(0.1F));
    const auto redraws = drawn.metrics().base_redraws;
    EXPECT_GT(drawn.metrics().gpu_objects, objects);
    for (const float t : {0.2F, 0.5F, 0.9F}) drawn.draw(maps.step(t));
    EXPECT_EQ(drawn.metrics().base_redraws, redraws);
    drawn.draw(maps.b);
    EXPECT_EQ(drawn.metrics().base_redraws, redraws); // the map it led to is at hand
    EXPECT_EQ(drawn.metrics().gpu_objects, objects);
}

TEST(Morph, without_a_map_before_it_there_is_none)
{
    const Maps maps;
    Drawn drawn(320, 200);
    drawn.draw(maps.step(0.3F));
    EXPECT_EQ(drawn.pixel(160, 100).g, 255);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

TEST(Globe, an_older_picture_is_turned_until_the_layers_are_there)
{
    const auto base = geo::Projection::create_turning("+proj=ortho +lat_0=0 +lon_0=0 +datum=WGS84 +units=m").value();
    const auto at = [&](geo::LonLat centre) { return std::make_shared<const geo::Projection>(base.turned_to(centre)); };
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->centre = geo::LonLat{0, 0};
    geometry->layers["area"].levels.push_back({0, nullptr, rectangle(-3e5, -3e5, 3e5, 3e5)}); // at 0, 0
    auto theme = plain_theme();
    theme->colors.insert_or_assign("map.space", rgb(0x0000FF));
    theme->colors.insert_or_assign("map.sea", rgb(0x400000));
    theme->colors.insert_or_assign("map.limb", rgb(0xFFFFFF));
    auto scene = scene_of(400, 400, geometry, theme);
    scene.plane = at({0, 0});
    scene.camera.metres_per_px = 40'000; // a radius of 159 px
    scene.layers.resize(1);
    scene.layers[0].layer = "area";
    scene.layers[0].area = true;
    scene.layers[0].fill = rgb(0x00FF00);
    Drawn drawn(400, 400);
    EXPECT_TRUE(drawn.draw(scene));
    EXPECT_GT(drawn.pixel(200, 200).g, 200);
    scene.plane = at({30, 0}); // half a radius to the left
    EXPECT_FALSE(drawn.draw(scene));
    EXPECT_GT(drawn.pixel(200 - 80, 200).g, 180);
    EXPECT_LT(drawn.pixel(200, 200).g, 30);
    EXPECT_EQ(drawn.pixel(5, 5).b, 255);                                      // space
    EXPECT_GT(std::max(drawn.pixel(40, 200).g, drawn.pixel(41, 200).g), 120); // the limb
    EXPECT_EQ(drawn.metrics().base_redraws, 1U);
    scene.plane = at({179, 0}); // the far side: the plain sphere
    drawn.draw(scene);
    EXPECT_NEAR(drawn.pixel(200, 200).r, 0x40, 2);
    EXPECT_EQ(drawn.metrics().gl_errors, 0U);
}

} // namespace
