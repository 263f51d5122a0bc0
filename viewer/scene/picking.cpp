#include "scene/picking.hpp"
#include "scene/symbols.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

struct Hit {
    Selection selection;
    float distance = 0; ///< px, 0 inside
    int rank = 0;       ///< lower first among equals
};

float segment_distance(geo::ScreenPx p, geo::ScreenPx a, geo::ScreenPx b)
{
    const float dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const float t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0F, 1.0F) : 0.0F;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Distance to a mesh in pixels, looking only at chunks that come near.
float mesh_distance(const LineMesh& mesh, const Scene& scene, geo::ScreenPx at, float reach, float to_m = 1e30F,
                    float offset = 0, std::uint32_t* feature = nullptr)
{
    float best = 1e9F;
    const auto& origin = scene.geometry->origin;
    const auto here = scene.camera.to_projected(at);
    const double x = here.x - origin.x, y = here.y - origin.y,
                 margin = (reach + std::abs(offset)) * scene.camera.metres_per_px;
    for (const auto& chunk : mesh.chunks) {
        if (x < chunk.bounds.x_min - margin || x > chunk.bounds.x_max + margin || y < chunk.bounds.y_min - margin ||
            y > chunk.bounds.y_max + margin)
            continue;
        for (std::uint32_t i = chunk.first + 1; i <= chunk.first + chunk.count; ++i) {
            const auto &p = mesh.points[i], &q = mesh.points[i + 1];
            if (p.distance > to_m) break;
            auto a = scene.camera.to_screen({p.x + origin.x, p.y + origin.y}),
                 b = scene.camera.to_screen({q.x + origin.x, q.y + origin.y});
            const float dx = b.x - a.x, dy = b.y - a.y, length = std::max(1e-3F, std::hypot(dx, dy)),
                        shift = offset * std::max(0.0F, p.weight);
            a = {a.x - dy / length * shift, a.y + dx / length * shift};
            b = {b.x - dy / length * shift, b.y + dx / length * shift};
            const float d = segment_distance(at, a, b);
            if (d < best) {
                best = d;
                if (feature) *feature = chunk.feature;
            }
        }
    }
    return best;
}

void pick_symbols(const AppState& state, const Scene& scene, const data::Dataset& dataset, geo::ScreenPx at,
                  float radius, std::vector<Hit>& hits)
{
    for (const auto& s : placed_symbols(state, dataset, *scene.geometry)) {
        if (s.feature->number("opened", 0) > state.year ||
            (s.style == "zone" && s.feature->number("established", 0) > state.year))
            continue;
        const auto p = scene.camera.to_screen(s.point->at);
        const float d = std::max(0.0F, std::hypot(p.x - at.x, p.y - at.y) - s.radius_px);
        const int rank = s.style == "port" ? 0 : s.style == "zone" ? 1 : 3;
        if (d <= radius) hits.push_back({{s.style, s.feature->id}, d, rank});
    }
}

void pick_overlay(const Scene& scene, geo::ScreenPx at, float radius, std::vector<Hit>& hits)
{
    for (const auto& c : scene.circles) {
        const auto p = scene.camera.to_screen(c.at);
        const float d = std::max(0.0F, std::hypot(p.x - at.x, p.y - at.y) - c.radius_px);
        if (d <= radius) hits.push_back({{"port", c.subject}, d, 2});
    }
    for (const auto& r : scene.ribbons) {
        if (!r.mesh) continue;
        const float d = std::max(0.0F, mesh_distance(*r.mesh, scene, at, radius + r.width_px, r.to_m, r.offset_px) -
                                           r.width_px / 2);
        if (d <= radius && !r.series.empty()) hits.push_back({{"corridor", r.subject}, d, 2});
    }
}

void pick_lines(const AppState& state, const Scene& scene, const data::Dataset& dataset, geo::ScreenPx at, float radius,
                std::vector<Hit>& hits)
{
    for (const auto& spec : dataset.atlas->layers) {
        const bool corridor =
            spec.style.find("railway") == 0 || spec.style == "road" || spec.style == "pipeline" || spec.style == "air";
        const auto mesh = scene.geometry->layers.find(spec.id);
        const auto layer = dataset.layers.find(spec.id);
        if (!corridor || mesh == scene.geometry->layers.end() || layer == dataset.layers.end() || !layer->second ||
            !layer_visible(state, spec))
            continue;
        const auto* level = mesh->second.level_for(scene.camera.metres_per_px);
        std::uint32_t index = 0;
        const float d =
            level && level->lines ? mesh_distance(*level->lines, scene, at, radius, 1e30F, 0, &index) : 1e9F;
        if (d > radius) continue;
        const auto& feature = layer->second->features[index];
        const auto line = feature.attribute("line");
        hits.push_back({{"corridor", line.empty() ? feature.id : std::string(line)}, d, 4});
    }
}

bool inside_focus(const Scene& scene, const geo::Projected& at)
{
    const auto mesh = scene.geometry->layers.find(scene.focus_layer);
    const auto* level = mesh == scene.geometry->layers.end() ? nullptr : mesh->second.coarsest();
    if (!level || !level->areas) return false;
    const auto& areas = *level->areas;
    const auto x = static_cast<float>(at.x - scene.geometry->origin.x),
               y = static_cast<float>(at.y - scene.geometry->origin.y);
    for (std::size_t i = 0; i + 2 < areas.indices.size(); i += 3) {
        const auto &a = areas.points[areas.indices[i]], &b = areas.points[areas.indices[i + 1]],
                   &c = areas.points[areas.indices[i + 2]];
        const auto side = [&](const auto& p, const auto& q) {
            return (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
        };
        const float s = side(a, b), t = side(b, c), u = side(c, a);
        if ((s >= 0 && t >= 0 && u >= 0) || (s <= 0 && t <= 0 && u <= 0)) return true;
    }
    return false;
}

} // namespace

std::vector<Selection> pick(const AppState& state, const Scene& scene, const data::Dataset& dataset, geo::ScreenPx at,
                            float radius_px)
{
    std::vector<Selection> out;
    if (!scene.geometry || !dataset.atlas) return out;
    std::vector<Hit> hits;
    pick_symbols(state, scene, dataset, at, radius_px, hits);
    pick_overlay(scene, at, radius_px * 0.4F, hits);
    if (hits.empty()) pick_lines(state, scene, dataset, at, radius_px * 0.6F, hits);
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        // Something right under the finger wins; else the more important kind, then the nearer.
        const bool direct_a = a.distance < 1, direct_b = b.distance < 1;
        if (direct_a != direct_b) return direct_a;
        if (a.rank != b.rank) return a.rank < b.rank;
        return a.distance < b.distance;
    });
    for (const auto& hit : hits)
        if (std::none_of(out.begin(), out.end(),
                         [&](const Selection& s) { return s.subject == hit.selection.subject; }))
            out.push_back(hit.selection);
    if (out.empty() && inside_focus(scene, scene.camera.to_projected(at)))
        out.push_back({"region", dataset.atlas->focus_subject});
    return out;
}

} // namespace scene
