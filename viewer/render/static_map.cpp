#include "render/static_map.hpp"
#include <algorithm>

namespace render {

namespace {

const scene::LayerMesh::Level* level_of(const scene::Scene& scene, const std::string& layer)
{
    const auto found = scene.geometry->layers.find(layer);
    return found == scene.geometry->layers.end() ? nullptr : found->second.level_for(scene.camera.metres_per_px);
}

const std::shared_ptr<const scene::LineMesh>& graticule_of(const scene::Scene& scene)
{
    return scene.geometry->graticule(scene.graticule_step_deg);
}

template <class Use> void for_each_line_mesh(const scene::Scene& scene, Use use)
{
    for (const auto& layer : scene.layers)
        if (const auto* level = level_of(scene, layer.layer);
            level != nullptr && level->lines && !layer.strokes.empty())
            use(level->lines);
}

} // namespace

StaticMap::StaticMap(gpu::Counters& counters) : counters_(counters), ramp_(counters) {}

void StaticMap::begin_sync()
{
    lines_.forget_use();
    areas_.forget_use();
    reliefs_.forget_use();
}

void StaticMap::sync(const scene::Scene& scene)
{
    if (scene.theme != ramp_theme_) {
        ramp_.create(256, 2, 4, gpu::Filter::linear, ramp_texels(*scene.theme).data());
        ramp_theme_ = scene.theme;
    }
    for_each_line_mesh(scene, [&](const auto& mesh) { lines_.get(mesh, counters_); });
    for (const auto& layer : scene.layers) {
        const auto* level = level_of(scene, layer.layer);
        if (layer.area && layer.fill.a > 0 && level != nullptr && level->areas) areas_.get(level->areas, counters_);
    }
    if (const auto* focus = level_of(scene, scene.focus_layer); focus != nullptr && focus->areas)
        areas_.get(focus->areas, counters_);
    if (const auto& graticule = graticule_of(scene)) lines_.get(graticule, counters_);
    if (scene.geometry->world) areas_.get(scene.geometry->world, counters_);
    if (scene.geometry->world_edge) lines_.get(scene.geometry->world_edge, counters_);
    const scene::ReliefMesh* above = nullptr;
    for (auto id = scene.reliefs.rbegin(); id != scene.reliefs.rend(); ++id) {
        const auto found = scene.geometry->reliefs.find(*id);
        if (found == scene.geometry->reliefs.end() || !found->second) continue;
        auto& relief = reliefs_.get(found->second, counters_);
        if (const auto& raster = found->second->raster) {
            relief.raster = &rasters_.get(raster, counters_).texture;
            if (owns_rasters_ && relief.raster->width() > 0) raster->free_pixels();
        }
        relief.cover(*found->second, above);
        if (!relief.empty()) above = found->second.get();
    }
}

void StaticMap::sweep(const std::unordered_set<const void*>& keep)
{
    lines_.sweep(keep);
    areas_.sweep(keep);
    reliefs_.sweep(keep);
    rasters_.sweep_orphans();
}

void StaticMap::draw(const scene::Scene& scene, const Target& target, const Programs& programs)
{
    const auto& ground = scene.theme->relief_outside;
    const scene::Color land = ground.empty() ? scene::Color{0, 0, 0, 1} : ground.front().color;
    const bool ends = world_ends(scene, target);
    const scene::Color background = ends ? scene.theme->color("map.space") : land;
    glClearColor(background.r, background.g, background.b, 1);
    glClearStencil(0);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    if (!scene.geometry) return;
    if (ends && scene.geometry->world)
        draw_area(areas_.get(scene.geometry->world, counters_), land, 1, target, programs, counters_);

    const bool focus = mark_focus(scene, target, programs);
    // Each pixel is shaded once: where the stencil says focus, only the second time.
    if (focus) glStencilFunc(GL_EQUAL, 0, 0xFF);
    draw_reliefs(scene, Tint::outside, target, programs);
    if (focus) glDisable(GL_STENCIL_TEST);
    draw_layers(scene, false, target, programs);
    if (focus) {
        glEnable(GL_STENCIL_TEST);
        glStencilFunc(GL_EQUAL, 1, 0xFF);
        const auto* level = level_of(scene, scene.focus_layer);
        if (!scene.theme->relief_focus.empty())
            draw_area(areas_.get(level->areas, counters_), scene.theme->relief_focus.front().color, 1, target, programs,
                      counters_);
        draw_reliefs(scene, Tint::focus, target, programs);
        glDisable(GL_STENCIL_TEST);
    }
    draw_graticule(scene, target, programs);
    draw_layers(scene, true, target, programs);
    if (ends && !(scene.plane && scene.plane->globe())) draw_world_edge(scene, target, programs);
}

/// The camera looks at a place of the world, so where no edge comes into view there is nothing but the world.
bool StaticMap::world_ends(const scene::Scene& scene, const Target& target)
{
    if (!scene.geometry || !scene.geometry->world_edge) return false;
    const auto view = target.view.bounds(target.view.whole());
    return std::any_of(scene.geometry->world_edge->chunks.begin(), scene.geometry->world_edge->chunks.end(),
                       [&](const scene::LineChunk& chunk) {
                           const auto& b = chunk.bounds;
                           return b.x_min < view.x_max && b.x_max > view.x_min && b.y_min < view.y_max &&
                                  b.y_max > view.y_min;
                       });
}

void StaticMap::draw_world_edge(const scene::Scene& scene, const Target& target, const Programs& programs)
{
    scene::LineStyle style;
    style.width = 1.2F * scene.scale;
    style.color = scene.theme->color("map.coast");
    draw_lines(lines_.get(scene.geometry->world_edge, counters_), style, 1, target, programs, counters_);
}

bool StaticMap::mark_focus(const scene::Scene& scene, const Target& target, const Programs& programs)
{
    const auto* level = level_of(scene, scene.focus_layer);
    if (level == nullptr || !level->areas) return false;
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_ALWAYS, 1, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    draw_area(areas_.get(level->areas, counters_), {}, 1, target, programs, counters_);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    return true;
}

void StaticMap::draw_reliefs(const scene::Scene& scene, Tint tint, const Target& target, const Programs& programs)
{
    bool on_another = false;
    for (const auto& id : scene.reliefs) {
        const auto found = scene.geometry->reliefs.find(id);
        if (found == scene.geometry->reliefs.end() || !found->second) continue;
        draw_relief(reliefs_.get(found->second, counters_), ramp_, tint, on_another, scene.relief_opacity, *scene.theme,
                    target, programs, counters_);
        on_another = true;
    }
}

void StaticMap::draw_graticule(const scene::Scene& scene, const Target& target, const Programs& programs)
{
    const auto& mesh = graticule_of(scene);
    if (!mesh) return;
    scene::LineStyle style;
    style.width = scene.theme->number("line.graticule.width", 1) * scene.scale;
    style.color = scene.theme->color("map.graticule");
    style.opacity = scene.theme->number("line.graticule.opacity", 0.055F);
    draw_lines(lines_.get(mesh, counters_), style, 1, target, programs, counters_);
}

void StaticMap::draw_layers(const scene::Scene& scene, bool above_focus, const Target& target, const Programs& programs)
{
    for (const auto& layer : scene.layers) {
        if (layer.above_relief_focus != above_focus || layer.opacity <= 0) continue;
        const auto* level = level_of(scene, layer.layer);
        if (level == nullptr) continue;
        if (layer.area && layer.fill.a > 0 && level->areas)
            draw_area(areas_.get(level->areas, counters_), layer.fill, layer.opacity, target, programs, counters_);
        if (!level->lines) continue;
        for (const auto& stroke : layer.strokes)
            draw_lines(lines_.get(level->lines, counters_), stroke, layer.opacity, target, programs, counters_);
    }
}

std::vector<const void*> StaticMap::meshes(const scene::Scene& scene)
{
    std::vector<const void*> shown;
    if (!scene.geometry) return shown;
    for (const auto& layer : scene.layers)
        if (const auto* level = level_of(scene, layer.layer)) {
            shown.push_back(level->lines.get());
            shown.push_back(level->areas.get());
        }
    if (const auto* focus = level_of(scene, scene.focus_layer)) shown.push_back(focus->areas.get());
    shown.push_back(graticule_of(scene).get());
    for (const auto& id : scene.reliefs)
        if (const auto found = scene.geometry->reliefs.find(id); found != scene.geometry->reliefs.end())
            shown.push_back(found->second.get());
    return shown;
}

bool StaticMap::differs(const scene::Scene& scene, int year, int other_year)
{
    if (year == other_year || !scene.geometry) return false;
    const auto from = static_cast<float>(std::min(year, other_year)),
               to = static_cast<float>(std::max(year, other_year));
    bool found = false;
    for_each_line_mesh(scene, [&](const auto& mesh) {
        for (const float turn : lines_.get(mesh, counters_).turning_years())
            found = found || (turn > from && turn <= to);
    });
    return found;
}

} // namespace render
