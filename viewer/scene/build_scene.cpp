#include "scene/build_scene.hpp"
#include "geo/graticule.hpp"
#include "scene/label_placement.hpp"
#include "scene/labels.hpp"
#include "scene/layer_styles.hpp"
#include "scene/overlay_draw.hpp"
#include "scene/symbols.hpp"
#include "scene/visible_points.hpp"
#include "scene/zone_lens.hpp"
#include <algorithm>
#include <cmath>
#include <functional>

namespace scene {
namespace {

float group_opacity(const AppState& state, const std::string& group)
{
    const auto it = state.layers.find(group);
    return it == state.layers.end() ? 1.0F : it->second.visible ? it->second.opacity : 0.0F;
}

void add_layers(const AppState& state, const data::AtlasFile& atlas, Scene& scene)
{
    for (const auto& spec : atlas.layers) {
        if (spec.style == "focus" && spec.kind == data::LayerKind::area) scene.focus_layer = spec.id;
        if (spec.kind == data::LayerKind::point || spec.style == "place" || !scene.geometry->layers.contains(spec.id))
            continue;
        if (!spec.viewpoint.empty() && spec.viewpoint != state.viewpoint) continue; // another view of the boundaries
        const float opacity = group_opacity(state, spec.group);
        if (opacity <= 0.01F) continue;
        auto draw = layer_draw(spec, *scene.theme, state.camera.metres_per_px, state.viewport.scale);
        draw.opacity = opacity;
        scene.layers.push_back(std::move(draw));
    }
}

/// What the static map depends on, the camera apart.
std::uint64_t base_key(const AppState& state, const Scene& scene)
{
    std::uint64_t key = 1469598103934665603ULL;
    const auto mix = [&key](std::uint64_t v) { key = (key ^ v) * 1099511628211ULL; };
    if (!scene.geometry->centre) // a globe that turns is the same map from another side
        mix(std::hash<const void*>{}(scene.geometry->content ? scene.geometry->content.get() : scene.geometry.get()));
    mix(std::hash<const void*>{}(scene.theme.get()));
    mix(std::hash<float>{}(scene.scale));
    mix(std::hash<float>{}(scene.relief_opacity));
    mix(scene.reliefs.size());
    for (const auto& layer : scene.layers) {
        mix(std::hash<std::string>{}(layer.layer));
        mix(std::hash<float>{}(layer.opacity));
    }
    // A line that opens or closes between two years changes the static map; other years do not.
    for (const auto& [id, layer] : scene.geometry->layers) {
        const auto* level = layer.coarsest();
        if (!level || !level->lines) continue;
        for (const auto& chunk : level->lines->chunks) {
            const auto& p = level->lines->points[chunk.first + 1];
            if (p.opened > 0 || p.closed < 9999)
                mix((p.opened <= static_cast<float>(state.year) && static_cast<float>(state.year) < p.closed ? 1U
                                                                                                             : 2U));
        }
    }
    return key;
}

/// Ribbons are not written upon: their course is taken before any label looks for room.
/// Figures only keep off what carries a value, names keep off every ribbon.
void take_ribbons(const Scene& scene, const CameraView& camera, CollisionGrid& grid, bool absent)
{
    for (const auto& ribbon : scene.ribbons) {
        if (!ribbon.mesh || absent != (ribbon.state == data::State::absent)) continue;
        const float half = std::max(2.0F, ribbon.width_px / 2);
        const float step_px = std::max(3.0F, half);
        const double step_m = static_cast<double>(step_px) * camera.metres_per_px;
        geo::ScreenPx last{-1e6F, -1e6F};
        double last_m = -1e30;
        visit_visible(*ribbon.mesh, camera, scene.geometry->origin, half, ribbon.to_m,
                      [&](const LinePoint& p, const LinePoint& a) {
                          // Along the line it is at least as far as across the screen.
                          if (std::abs(static_cast<double>(p.distance) - last_m) < step_m) return;
                          auto at = camera.to_screen({p.x + scene.geometry->origin.x, p.y + scene.geometry->origin.y});
                          const float dx = p.x - a.x, dy = p.y - a.y, length = std::max(1e-3F, std::hypot(dx, dy));
                          const float shift = ribbon.offset_px * std::max(0.0F, p.weight);
                          at.x += dy / length * shift; // right of the direction, in screen axes
                          at.y += dx / length * shift;
                          if (std::hypot(at.x - last.x, at.y - last.y) < step_px) return;
                          last = at;
                          last_m = static_cast<double>(p.distance);
                          grid.take({at.x - half, at.y - half, 2 * half, 2 * half});
                      });
    }
}

/// Squares inside the circles: a name may touch the rim, not the disc.
void take_circles(const Scene& scene, const CameraView& camera, CollisionGrid& grid)
{
    for (const auto& c : scene.circles) {
        if (c.state == data::State::absent) continue;
        const auto at = camera.to_screen(c.at);
        const float r = c.radius_px * 0.8F;
        grid.take({at.x - r, at.y - r, 2 * r, 2 * r});
    }
}

void take_symbols(const std::vector<PlacedSymbol>& symbols, const CameraView& camera, CollisionGrid& grid)
{
    for (const auto& s : symbols) {
        const auto at = camera.to_screen(s.point->at);
        const float r = s.radius_px * 0.9F;
        grid.take({at.x - r, at.y - r, 2 * r, 2 * r});
    }
}

} // namespace

Scene build_scene(const AppState& state, const data::Dataset& dataset, const geo::Projection& projection,
                  std::shared_ptr<const MapGeometry> geometry, std::shared_ptr<const Theme> theme,
                  const Strings& strings, text::Engine& engine, SceneMemory& memory)
{
    Scene scene;
    scene.camera = resolve(state, projection);
    scene.year = state.year;
    scene.scale = state.viewport.scale;
    scene.theme = std::move(theme);
    scene.geometry = std::move(geometry);
    if (!scene.geometry || !dataset.atlas || scene.geometry->projection != state.projection) {
        scene.geometry = nullptr;
        return scene;
    }
    const auto ground = projection.ground_metres_per_unit_x(state.camera.centre);
    scene.graticule_step_deg = geo::graticule_step_deg(state.camera.metres_per_px * (ground > 0 ? ground : 1));
    scene.relief_opacity = group_opacity(state, "relief");
    if (scene.relief_opacity > 0.01F)
        for (const auto& relief : dataset.atlas->reliefs)
            if (scene.geometry->reliefs.contains(relief.id)) scene.reliefs.push_back(relief.id);
    add_layers(state, *dataset.atlas, scene);
    draw_overlay(state, dataset, *scene.geometry, *scene.theme, scene);

    const auto symbols = placed_symbols(state, dataset, *scene.geometry);
    scene.symbols = symbol_instances(state, symbols, *scene.geometry, *scene.theme, memory);

    CollisionGrid grid(static_cast<float>(scene.camera.width_px), static_cast<float>(scene.camera.height_px));
    for (const auto& panel : state.covered) grid.take(panel);
    take_ribbons(scene, scene.camera, grid, false);
    take_circles(scene, scene.camera, grid);
    CollisionGrid all = grid;
    take_symbols(symbols, scene.camera, all);
    const LabelInput input{state,   dataset, *scene.geometry, scene.camera,  *scene.theme,
                           strings, symbols, scene.ribbons,   scene.circles, engine};
    draw_figures(input, grid, all, scene);
    take_ribbons(scene, scene.camera, all, true);
    draw_zone_lenses(input, all, scene);
    draw_labels(input, all, memory.labels, scene);
    scene.base_key = base_key(state, scene);
    return scene;
}

} // namespace scene
