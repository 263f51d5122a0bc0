#pragma once
#include "scene/camera.hpp"
#include "scene/reduce.hpp"

/// A small atlas with two views in two projections, for tests of state.
namespace fixture {

inline data::AtlasFile atlas()
{
    data::AtlasFile a;
    a.languages = {"en", "zh"};
    a.home_view = "wide";
    a.home_year = 2024;
    a.first_year = 2011;
    a.last_year = 2025;
    a.focus_subject = "xinjiang";
    a.projections = {{"plane", {{"en", "Plane"}}, "+proj=laea +lat_0=42 +lon_0=85 +datum=WGS84 +units=m", {}},
                     {"mercator", {{"en", "Mercator"}}, "EPSG:3857", {}}};
    a.views = {{"wide", {}, {}, "plane", {85, 42}, 3000, 0, "default", true},
               {"near", {}, {}, "plane", {80.4, 44.2}, 300, 0, "default", true},
               {"web", {}, {}, "mercator", {85, 42}, 3000, 0, "default", true}};
    a.groups = {{"roads", {}, {}, "road", true}, {"air", {}, {}, "air", false}};
    data::OverlaySpec trains, ports;
    trains.id = "trains";
    ports.id = "ports";
    a.overlays = {trains, ports};
    return a;
}

struct World {
    data::AtlasFile file = atlas();
    std::map<std::string, geo::Projection> projections;
    scene::AppState state;

    World()
    {
        for (const auto& p : file.projections) projections.emplace(p.id, geo::Projection::create(p.definition).value());
        state = scene::initial_state(file, {1600, 900, 1});
        act(scene::SetView{"wide", false});
    }
    std::vector<scene::Effect> act(const scene::Action& action)
    {
        auto reduced = scene::reduce(state, action, {file, projections});
        state = std::move(reduced.state);
        return std::move(reduced.effects);
    }
    [[nodiscard]] geo::LonLat at(float x, float y) const
    {
        const auto& plane = projections.at(state.projection);
        return plane.inverse(scene::resolve(state, plane).to_projected({x, y})).value();
    }
};

} // namespace fixture
