#include "fixture.hpp"
#include "geo/geodesic.hpp"
#include "geo/orthographic.hpp"
#include "scene/plane.hpp"
#include "scene/turned_geometry.hpp"
#include "scene/warp_mesh.hpp"
#include <cmath>
#include <gtest/gtest.h>

using namespace scene;

namespace {

constexpr const char* kGlobe = "+proj=ortho +lat_0=42 +lon_0=75 +datum=WGS84 +units=m";

struct World : fixture::World {
    World()
    {
        file.projections.push_back({"globe", {{"en", "Globe"}}, kGlobe, {}, true});
        file.views.push_back({"far", {}, {}, "globe", {75, 40}, 14'000, 13'000, "default", true});
        projections.emplace("globe", geo::Projection::create_turning(kGlobe).value());
        act(SetView{"far", false});
    }
    [[nodiscard]] std::shared_ptr<const geo::Projection> plane() const { return plane_of(state, projections); }
    [[nodiscard]] std::optional<geo::LonLat> under(float x, float y) const
    {
        return plane()->inverse(resolve(state, *plane()).to_projected({x, y}));
    }
};

TEST(Globe, its_centre_is_the_cameras)
{
    World w;
    EXPECT_EQ(w.plane()->centre(), w.state.camera.centre);
    w.act(Pan{120, -50});
    EXPECT_EQ(w.plane()->centre(), w.state.camera.centre);
    EXPECT_LT(w.state.camera.centre.lon, 75);
    EXPECT_LT(w.state.camera.centre.lat, 40);
    EXPECT_NEAR(resolve(w.state, *w.plane()).centre.x, 0, 1e-9);
}

TEST(Globe, a_drag_takes_the_place_under_the_pointer_along)
{
    World w;
    float x = 950, y = 380;
    const auto place = *w.under(x, y);
    for (int i = 0; i < 30; ++i) {
        w.act(Drag{x, y, -9, 4});
        x -= 9;
        y += 4;
        const auto now = w.under(x, y);
        ASSERT_TRUE(now);
        EXPECT_LT(geo::geodesic_distance_m(*now, place) / w.state.camera.metres_per_px, 0.5);
    }
    const auto before = w.state.camera.centre; // beside the globe it turns as well
    w.act(Drag{5, 5, 20, 0});
    EXPECT_LT(w.state.camera.centre.lon, before.lon);
    w.act(SetView{"wide", false}); // on a flat map it is a pan
    auto panned = w.state;
    panned = reduce(panned, Pan{30, -20}, {w.file, w.projections}).state;
    w.act(Drag{700, 300, 30, -20});
    EXPECT_EQ(w.state.camera, panned.camera);
}

TEST(Globe, turns_all_the_way_round_and_stops_at_the_poles)
{
    World w;
    double turned = 0;
    for (int i = 0; i < 200; ++i) {
        const double before = w.state.camera.centre.lon;
        w.act(Pan{40, 0});
        turned += std::remainder(w.state.camera.centre.lon - before, 360);
    }
    EXPECT_LT(turned, -360);
    for (int i = 0; i < 100; ++i) w.act(Pan{0, 60});
    EXPECT_GT(w.state.camera.centre.lat, 85);
    EXPECT_LE(w.state.camera.centre.lat, 90);
    for (int i = 0; i < 200; ++i) w.act(Pan{0, -60});
    EXPECT_LT(w.state.camera.centre.lat, -85);
    EXPECT_GE(w.state.camera.centre.lat, -90);
    w.act(Pan{1e6F, 1e6F}); // nonsense turns it no further than the rim
    EXPECT_TRUE(std::isfinite(w.state.camera.centre.lon));
}

TEST(Globe, zoom_keeps_the_place_under_the_pointer)
{
    for (const auto& [x, y] : {std::pair{800.0F, 450.0F}, {950.0F, 380.0F}, {700.0F, 600.0F}}) {
        World w;
        const auto place = *w.under(x, y);
        for (const double factor : {2.0, 1.5, 0.6}) {
            w.act(ZoomAt{factor, x, y, false});
            const auto at = w.plane()->forward(place);
            ASSERT_TRUE(at);
            const auto px = resolve(w.state, *w.plane()).to_screen(*at);
            EXPECT_NEAR(px.x, x, 0.5);
            EXPECT_NEAR(px.y, y, 0.5);
        }
    }
    World w; // in space: the middle stays
    const auto middle = w.state.camera.centre;
    w.act(ZoomAt{1.2, 10, 10, false});
    EXPECT_EQ(w.state.camera.centre, middle);
}

TEST(Globe, zooming_out_ends_with_the_whole_of_it)
{
    World w;
    for (int i = 0; i < 60; ++i) w.act(ZoomAt{0.5, 800, 450, false});
    const double diameter_px = 2 * 6'378'137 / w.state.camera.metres_per_px;
    EXPECT_LT(diameter_px, w.state.free_rect.h);
    EXPECT_GT(diameter_px, 0.8F * w.state.free_rect.h);
}

TEST(Globe, a_flight_goes_behind_the_horizon_and_arrives)
{
    World w;
    w.act(FlyTo{-100, -20, 3'000});
    double farthest = 0;
    for (int i = 0; i < 120; ++i) {
        const auto before = w.state.camera.centre;
        w.act(Tick{1 / 60.0});
        farthest = std::max(farthest, geo::geodesic_distance_m(before, w.state.camera.centre));
    }
    EXPECT_NEAR(w.state.camera.centre.lon, -100, 1e-6);
    EXPECT_NEAR(w.state.camera.centre.lat, -20, 1e-6);
    EXPECT_LT(farthest, 3e6); // no leap
}

TEST(Globe, is_shown_whole_when_chosen_from_afar_and_as_near_as_before_otherwise)
{
    World w;
    w.act(SetView{"wide", false});
    w.act(ZoomAt{0.5, 800, 450, false});
    w.act(SetProjection{"globe"});
    const double diameter_px = 2 * 6'378'137 / w.state.camera.metres_per_px;
    EXPECT_NEAR(diameter_px, 1.04 * w.state.free_rect.h, 20);
    w.act(SetView{"near", false});
    const double near = w.state.camera.metres_per_px;
    w.act(SetProjection{"globe"});
    EXPECT_NEAR(w.state.camera.metres_per_px, near, 0.01 * near);
}

TEST(Morph, begins_with_a_projection_and_ends_by_time_alone)
{
    World w;
    w.act(SetView{"wide", false});
    w.act(Tick{1});
    EXPECT_FALSE(w.state.morph);
    const Camera left = w.state.camera;
    w.act(SetProjection{"mercator"});
    ASSERT_TRUE(w.state.morph);
    EXPECT_EQ(w.state.morph->projection, "plane");
    EXPECT_EQ(w.state.morph->camera, left);
    w.act(SetYear{2020}); // may happen meanwhile
    w.act(Tick{0.3});
    EXPECT_TRUE(w.state.morph);
    w.act(Tick{0.11});
    EXPECT_FALSE(w.state.morph);
    w.act(SetProjection{"mercator"}); // the same again
    EXPECT_FALSE(w.state.morph);
    w.act(SetView{"near", true});
    EXPECT_TRUE(w.state.morph);
    w.act(Pan{30, 0}); // the hand has seen enough
    EXPECT_FALSE(w.state.morph);
    w.act(SetProjection{"no such"});
    EXPECT_EQ(w.state.projection, "plane");
    EXPECT_FALSE(w.state.morph);
}

CameraView camera_at(double metres_per_px) { return {{0, 0}, {800, 450}, metres_per_px, 1600, 900}; }

TEST(WarpMesh, a_morph_starts_and_ends_at_the_maps_own_pixels)
{
    const auto a = geo::Projection::create("+proj=laea +lat_0=42 +lon_0=85").value();
    const auto b = geo::Projection::create("EPSG:3857").value();
    CameraView there = camera_at(5'000);
    there.centre = b.forward({85, 42}).value();
    const WarpMesh net = morph_net(a, camera_at(4'000), b, there);
    ASSERT_FALSE(net.vertices.empty());
    int kept = 0;
    for (const auto& v : net.vertices) {
        EXPECT_EQ(v.ax, v.u);
        EXPECT_EQ(v.ay, v.v);
        if (v.shown < 1) {
            EXPECT_EQ(v.bx, v.ax);
            continue;
        }
        ++kept;
        const auto place = a.inverse(camera_at(4'000).to_projected({v.ax, v.ay}));
        ASSERT_TRUE(place);
        const auto px = there.to_screen(b.forward(*place).value());
        EXPECT_NEAR(px.x, v.bx, 0.01);
        EXPECT_NEAR(px.y, v.by, 0.01);
    }
    EXPECT_GT(kept, 10'000);
    for (const auto i : net.indices) ASSERT_LT(i, net.vertices.size());
}

TEST(WarpMesh, no_cell_of_a_morph_is_drawn_across_a_seam)
{
    const auto a = geo::Projection::create("+proj=robin +lon_0=87").value();
    const auto b = geo::Projection::create("EPSG:3857").value();
    const WarpMesh net = morph_net(a, camera_at(26'000), b, camera_at(26'000));
    for (std::size_t cell = 0; cell + 3 < net.vertices.size(); cell += 4)
        for (std::size_t i = 1; i < 4; ++i) EXPECT_LT(std::abs(net.vertices[cell].bx - net.vertices[cell + i].bx), 400);
}

TEST(WarpMesh, the_globes_picture_is_taken_from_where_it_was_drawn)
{
    const auto base = geo::Projection::create_turning(kGlobe).value();
    const auto from = base.turned_to({75, 42}), to = base.turned_to({60, 35});
    const WarpMesh net = turned_globe(from, camera_at(16'000), to, camera_at(16'000));
    const double radius = 6'378'137 / 16'000.0;
    int shown = 0;
    for (const auto& v : net.vertices) {
        EXPECT_LT(std::hypot(v.ax - 800, v.ay - 450), radius + 2); // nothing outside the limb
        if (v.shown <= 0) continue;
        ++shown;
        const auto place = to.inverse(camera_at(16'000).to_projected({v.ax, v.ay}));
        if (!place) continue; // on the limb itself
        const auto was = from.forward(*place);
        if (!was || to.globe()->facing(*place) < 0.05) continue;
        const auto uv = camera_at(16'000).to_screen(*was);
        EXPECT_NEAR(uv.x, v.u, 0.5);
        EXPECT_NEAR(uv.y, v.v, 0.5);
    }
    EXPECT_GT(shown, 2'000);
    // Turned to the far side nothing of the picture is left.
    for (const auto& v : turned_globe(from, camera_at(16'000), base.turned_to({-105, -42}), camera_at(16'000)).vertices)
        EXPECT_LT(v.shown, 1e-3);
}

/// A small data set: one line of two ends, one area, two places on either side of the world.
data::Dataset dataset_of(const data::AtlasFile& file)
{
    data::Dataset dataset;
    auto atlas = std::make_shared<data::AtlasFile>(file);
    const auto add = [&](const char* id, data::LayerKind kind, const char* style,
                         std::vector<std::vector<geo::LonLat>> parts) {
        data::LayerSpec spec;
        spec.id = id;
        spec.kind = kind;
        spec.style = style;
        atlas->layers.push_back(spec);
        auto layer = std::make_shared<data::VectorLayer>();
        layer->id = id;
        layer->kind = kind;
        for (std::uint32_t i = 0; i < parts.size(); ++i) {
            layer->points.insert(layer->points.end(), parts[i].begin(), parts[i].end());
            layer->part_ends.push_back(static_cast<std::uint32_t>(layer->points.size()));
            layer->features.push_back({std::string(id) + std::to_string(i), i, 1, {}});
        }
        dataset.layers[id] = layer;
    };
    add("route", data::LayerKind::line, "road", {{{75, 42}, {-105, 42}}, {{60, 40}, {90, 45}}});
    add("sea", data::LayerKind::area, "ocean", {{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}});
    add("ports", data::LayerKind::point, "port", {{{80, 44}}, {{-100, -44}}});
    dataset.atlas = atlas;
    return dataset;
}

TEST(Globe, what_lies_behind_the_horizon_is_not_there)
{
    const World w;
    const auto dataset = dataset_of(w.file);
    const auto built = build_map_geometry(dataset, "globe", nullptr, nullptr, geo::LonLat{75, 42}).value();
    ASSERT_TRUE(built.centre);
    EXPECT_EQ(*built.centre, (geo::LonLat{75, 42}));
    EXPECT_EQ(built.points.at("ports").size(), 1U);
    constexpr double kRadius = 6'378'200 + 22'000; // the disc's middle lies north of the map's origin
    for (const auto& p : built.layers.at("route").levels[0].lines->points) EXPECT_LE(std::hypot(p.x, p.y), kRadius);
    for (const auto& p : built.layers.at("sea").levels[0].areas->points) EXPECT_LE(std::hypot(p[0], p[1]), kRadius);
    EXPECT_FALSE(built.layers.at("sea").levels[0].areas->indices.empty());
    // The same globe from the other side, before its layers are built: the places are already right.
    const auto plane = w.projections.at("globe").turned_to({-105, -42});
    const auto turned = turned_geometry(built, dataset, plane, "trains", 20'000);
    ASSERT_EQ(turned->points.at("ports").size(), 1U);
    EXPECT_EQ(turned->points.at("ports")[0].lonlat, (geo::LonLat{-100, -44}));
    EXPECT_EQ(turned->centre, built.centre);
    EXPECT_EQ(turned->layers.at("sea").levels[0].areas, built.layers.at("sea").levels[0].areas);
}

TEST(MapGeometry, a_route_is_cut_at_the_seam_and_its_dashes_run_on)
{
    const World w;
    const auto dataset = dataset_of(w.file);
    const auto built = build_map_geometry(dataset, "+proj=robin +lon_0=-120").value(); // seam at 60 E
    const auto& mesh = *built.layers.at("route").levels[0].lines;
    int breaks = 0;
    for (std::size_t i = 1; i < mesh.points.size(); ++i) {
        if (mesh.points[i].weight == kBreak && mesh.points[i - 1].weight == kBreak) ++breaks;
        if (mesh.points[i].weight != kBreak && mesh.points[i - 1].weight != kBreak) {
            EXPECT_LT(std::hypot(mesh.points[i].x - mesh.points[i - 1].x, mesh.points[i].y - mesh.points[i - 1].y),
                      5e5);
        }
    }
    EXPECT_GE(breaks, 1);
    ASSERT_TRUE(built.world_edge);
    EXPECT_FALSE(built.world->indices.empty());
}

} // namespace
