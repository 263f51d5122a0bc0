#include "fixture.hpp"
#include <gtest/gtest.h>

using namespace scene;
using fixture::World;

TEST(Reduce, opens_at_the_home_view_and_year)
{
    const World w;
    EXPECT_EQ(w.state.view, "wide");
    EXPECT_EQ(w.state.projection, "plane");
    EXPECT_EQ(w.state.year, 2024);
    EXPECT_EQ(w.state.overlay, "trains");
    EXPECT_FALSE(w.state.layers.at("air").visible);
    EXPECT_NEAR(w.state.camera.metres_per_px, 3'000'000 / 1600.0, 1);
}

TEST(Reduce, pan_keeps_the_grabbed_place_under_the_pointer)
{
    World w;
    const auto grabbed = w.at(500, 300);
    w.act(Pan{120, -60});
    const auto now = w.at(620, 240);
    EXPECT_NEAR(now.lon, grabbed.lon, 1e-6);
    EXPECT_NEAR(now.lat, grabbed.lat, 1e-6);
}

TEST(Reduce, zoom_keeps_the_place_under_the_pointer)
{
    World w;
    const auto place = w.at(300, 700);
    w.act(ZoomAt{2, 300, 700, false});
    EXPECT_NEAR(w.at(300, 700).lon, place.lon, 1e-6);
    EXPECT_NEAR(w.at(300, 700).lat, place.lat, 1e-6);
    EXPECT_NEAR(w.state.camera.metres_per_px, 3'000'000 / 3200.0, 1);
}

TEST(Reduce, animated_zoom_ends_where_the_plain_one_does)
{
    World a, b;
    a.act(ZoomAt{2, 300, 700, false});
    b.act(ZoomAt{2, 300, 700, true});
    for (int i = 0; i < 60; ++i) b.act(Tick{1 / 60.0});
    EXPECT_EQ(b.state.motion.kind, Motion::Kind::none);
    EXPECT_NEAR(a.state.camera.metres_per_px, b.state.camera.metres_per_px, 1e-6);
    EXPECT_NEAR(a.state.camera.centre.lon, b.state.camera.centre.lon, 1e-6);
}

TEST(Reduce, zoom_stops_at_the_limits)
{
    World w;
    for (int i = 0; i < 60; ++i) w.act(ZoomAt{2, 800, 450, false});
    EXPECT_DOUBLE_EQ(w.state.camera.metres_per_px, kMinMetresPerPx);
    for (int i = 0; i < 60; ++i) w.act(ZoomAt{0.5, 800, 450, false});
    EXPECT_DOUBLE_EQ(w.state.camera.metres_per_px,
                     farthest_metres_per_px(w.state.free_rect, w.projections.at("plane")));
}

TEST(Reduce, a_fling_slows_down_and_stops)
{
    World w;
    w.act(Fling{900, 0});
    const double before = w.state.camera.centre.lon;
    for (int i = 0; i < 300; ++i) w.act(Tick{1 / 60.0});
    EXPECT_EQ(w.state.motion.kind, Motion::Kind::none);
    EXPECT_LT(w.state.camera.centre.lon, before); // the map follows the hand to the right, so we look further west
}

TEST(Reduce, home_and_views_fly_and_arrive)
{
    World w;
    w.act(SetView{"near", true});
    EXPECT_EQ(w.state.motion.kind, Motion::Kind::fly);
    for (int i = 0; i < 120; ++i) w.act(Tick{1 / 60.0});
    EXPECT_NEAR(w.state.camera.centre.lon, 80.4, 1e-6);
    EXPECT_NEAR(w.state.camera.centre.lat, 44.2, 1e-6);
    w.act(Pan{300, 200});
    w.act(Home{});
    for (int i = 0; i < 120; ++i) w.act(Tick{1 / 60.0});
    EXPECT_NEAR(w.state.camera.centre.lon, 80.4, 1e-6);
}

TEST(Reduce, a_change_of_projection_keeps_place_and_ground_width)
{
    World w;
    const auto before = w.at(800, 450);
    w.act(SetProjection{"mercator"});
    EXPECT_EQ(w.state.projection, "mercator");
    EXPECT_NEAR(w.at(800, 450).lon, before.lon, 1e-6);
    const auto& plane = w.projections.at("mercator");
    EXPECT_NEAR(w.state.camera.metres_per_px * plane.ground_metres_per_unit_x({85, 42}), 3'000'000 / 1600.0, 5);
}

TEST(Reduce, years_stay_in_the_atlas)
{
    World w;
    w.act(SetYear{1990});
    EXPECT_EQ(w.state.year, 2011);
    w.act(SetYear{2099});
    EXPECT_EQ(w.state.year, 2025);
    w.act(StepYear{-1});
    EXPECT_EQ(w.state.year, 2024);
}

TEST(Reduce, play_steps_a_year_a_beat_and_stops_at_the_end)
{
    World w;
    w.act(TogglePlay{});
    EXPECT_TRUE(w.state.playing);
    w.act(Tick{0.9});
    EXPECT_EQ(w.state.year, 2024);
    w.act(Tick{0.2});
    EXPECT_EQ(w.state.year, 2025);
    w.act(Tick{1.0});
    EXPECT_FALSE(w.state.playing);
    EXPECT_EQ(w.state.year, 2025);
    w.act(TogglePlay{}); // from the end it starts over
    EXPECT_EQ(w.state.year, 2011);
    w.act(SetYear{2020}); // a hand on the year bar stops it
    EXPECT_FALSE(w.state.playing);
}

TEST(Reduce, unknown_ids_change_nothing)
{
    World w;
    const auto before = w.state;
    for (const Action& action : std::vector<Action>{
             SetView{"nowhere", false}, SetProjection{"none"}, SetOverlay{"none"}, SetLayerVisible{"none", false},
             SetLanguage{"xx"}, ZoomAt{-1, 0, 0, false}, Resize{0, -5, 1}, FlyTo{10, 500, 100}})
        w.act(action);
    EXPECT_EQ(w.state, before);
}

TEST(Reduce, layers_and_selection)
{
    World w;
    w.act(SetLayerVisible{"roads", false});
    EXPECT_FALSE(w.state.layers.at("roads").visible);
    w.act(SetLayerOpacity{"roads", 3});
    EXPECT_FLOAT_EQ(w.state.layers.at("roads").opacity, 1);
    w.act(Select{"port", "horgos"});
    EXPECT_EQ(w.state.selection->subject, "horgos");
    w.act(ClearSelection{});
    EXPECT_FALSE(w.state.selection);
}

TEST(Reduce, effects_ask_for_what_lies_outside_the_state)
{
    World w;
    const auto tap = w.act(Tap{10, 20});
    ASSERT_EQ(tap.size(), 1U);
    EXPECT_FLOAT_EQ(std::get<PickAt>(tap[0]).at.y, 20);
    EXPECT_EQ(std::get<WriteScreenshot>(w.act(SaveScreenshot{"a.png"}).at(0)).file, "a.png");
    EXPECT_TRUE(std::get<ApplyFullscreen>(w.act(SetFullscreen{true}).at(0)).on);
    w.act(Quit{});
    EXPECT_TRUE(w.state.quit);
}

TEST(Reduce, search_opens_types_and_forgets)
{
    World w;
    w.act(SetChromeVisible{false});
    w.act(SetSearchOpen{true});
    EXPECT_TRUE(w.state.search_open);
    EXPECT_TRUE(w.state.chrome_visible) << "the field stands in the bar";
    w.act(SetSearch{"хоргос"});
    EXPECT_EQ(w.state.search, "хоргос");
    w.act(SetSearch{std::string(100'000, 'x')});
    EXPECT_LT(w.state.search.size(), 1000U);
    w.act(SetSearchOpen{false});
    EXPECT_TRUE(w.state.search.empty());
    w.act(SetSearchOpen{true});
    w.act(SetChromeVisible{false});
    EXPECT_FALSE(w.state.search_open);
}

TEST(Reduce, color_vision_takes_only_what_is_known)
{
    World w;
    w.act(SetColorVision{"tritanopia"});
    EXPECT_EQ(w.state.color_vision, "tritanopia");
    w.act(SetColorVision{"x-ray"});
    EXPECT_EQ(w.state.color_vision, "tritanopia");
    w.act(SetProjectionDraft{"EPSG:3395"});
    EXPECT_EQ(w.state.projection_draft, "EPSG:3395");
    w.act(SetColorVision{"none"});
    EXPECT_EQ(w.state.color_vision, "none");
}

TEST(Reduce, a_viewpoint_must_be_one_of_the_atlas)
{
    World w;
    w.file.viewpoints = {{"one", {{"en", "One"}}, {}}, {"other", {{"en", "Other"}}, {}}};
    w.act(SetViewpoint{"other"});
    EXPECT_EQ(w.state.viewpoint, "other");
    w.act(SetViewpoint{"none"});
    EXPECT_EQ(w.state.viewpoint, "other");
}

TEST(Reduce, a_page_is_written_by_an_effect)
{
    World w;
    const auto effects = w.act(ExportMap{"map.pdf"});
    ASSERT_EQ(effects.size(), 1U);
    ASSERT_TRUE(std::holds_alternative<WritePage>(effects.front()));
    EXPECT_EQ(std::get<WritePage>(effects.front()).file, "map.pdf");
}
