#include "scene/map_geometry.hpp"
#include "geo/geodesic.hpp"
#include "geo/graticule.hpp"
#include "geo/simplify.hpp"
#include "scene/mesh_builder.hpp"
#include "scene/relief_mesh.hpp"
#include "scene/ribbon_mesh.hpp"
#include "scene/standing.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

/// Tolerances of the levels of detail, metres: half a pixel at 0.9 to 8 km a pixel. Close together, because triangles
/// are what software OpenGL pays for; only those are built that a picture needs. Areas and the lines round them agree.
constexpr double kTolerances[] = {0, 450, 800, 1500, 2400, 4000};
/// A globe is built for every turn: one more level, for the whole of it.
constexpr double kGlobeLineTolerances[] = {0, 450, 1500, 5000};
constexpr double kGlobeAreaTolerances[] = {0, 1500, 5000};

std::span<const double> tolerances_of(bool area, bool globe)
{
    if (globe) return area ? std::span<const double>(kGlobeAreaTolerances) : kGlobeLineTolerances;
    return kTolerances;
}

LineAttributes attributes_of(const data::Feature& feature, std::uint32_t index)
{
    return {static_cast<float>(feature.number("opened", 0)), static_cast<float>(feature.number("closed", 9999)), index,
            0};
}

/// Each part of a layer as the pieces that the seam, the horizon or the antipode leave of it.
using ProjectedParts = std::vector<std::vector<geo::ProjectedLine>>;

/// Fine enough for the deepest zoom: the chord lies 2 m beside the arc. With a tolerance 20 times that is as good.
constexpr double kGeodesicStep_m = 10'000;

ProjectedParts project(const data::VectorLayer& layer, const data::LayerSpec& spec, const geo::Projection& projection,
                       double tolerance_m = 0)
{
    const double step = std::max(kGeodesicStep_m, 20 * tolerance_m);
    ProjectedParts out(layer.part_ends.size());
    for (std::uint32_t p = 0; p < layer.part_ends.size(); ++p) {
        const auto part = layer.part(p);
        if (spec.geodesic && part.size() >= 2)
            out[p] = projection.forward_line(geo::geodesic_line(part.front(), part.back(), step));
        else if (!spec.geodesic)
            out[p] = projection.forward_line(part);
    }
    return out;
}

std::shared_ptr<const LineMesh> line_level(const data::VectorLayer& layer, const ProjectedParts& projected,
                                           double tolerance, geo::Projected origin)
{
    auto mesh = std::make_shared<LineMesh>();
    for (std::uint32_t f = 0; f < layer.features.size(); ++f) {
        const auto& feature = layer.features[f];
        for (std::uint32_t p = feature.first_part; p < feature.first_part + feature.part_count; ++p) {
            auto attributes = attributes_of(feature, f); // dashes run on from piece to piece
            for (const auto& piece : projected[p]) {
                const auto line = tolerance > 0 ? geo::simplify(piece, tolerance) : piece;
                append_line(*mesh, line, origin, attributes);
                attributes.start_m += geo::length(line);
            }
        }
    }
    return mesh;
}

/// Rings of every feature, cut at the projection's seam, horizon and antipode.
std::vector<std::vector<geo::ProjectedLine>> project_areas(const data::VectorLayer& layer,
                                                           const geo::Projection& projection)
{
    std::vector<std::vector<geo::ProjectedLine>> out;
    for (const auto& feature : layer.features) {
        std::vector<geo::Line> rings;
        for (std::uint32_t p = feature.first_part; p < feature.first_part + feature.part_count; ++p) {
            const auto ring = layer.part(p);
            rings.emplace_back(ring.begin(), ring.end());
        }
        out.push_back(projection.forward_area(rings));
    }
    return out;
}

std::shared_ptr<const AreaMesh> area_level(const std::vector<std::vector<geo::ProjectedLine>>& features,
                                           double tolerance, geo::Projected origin)
{
    geo::Triangles triangles;
    for (const auto& projected : features) {
        if (tolerance <= 0) {
            geo::triangulate(projected, triangles);
            continue;
        }
        std::vector<geo::ProjectedLine> rings;
        for (const auto& ring : projected)
            if (auto simple = geo::simplify(ring, tolerance); simple.size() >= 4) rings.push_back(std::move(simple));
        geo::triangulate(rings, triangles);
    }
    return to_area_mesh(triangles, origin);
}

std::size_t wanted_level(const LayerMesh& mesh, double metres_per_px)
{
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < mesh.levels.size(); ++i)
        if (mesh.levels[i].tolerance_m <= 0.5 * metres_per_px) wanted = i;
    return wanted;
}

/// Adds the levels that `only` needs (null = all) to what an earlier geometry lends.
LayerMesh layer_mesh(const std::shared_ptr<const data::VectorLayer>& layer, const data::LayerSpec& spec,
                     const geo::Projection& projection, const Detail* only, LayerMesh mesh, MapGeometry& out)
{
    const bool area = spec.kind == data::LayerKind::area;
    if (mesh.levels.empty())
        for (const double tolerance : tolerances_of(area, projection.turns()))
            mesh.levels.push_back({tolerance, nullptr, nullptr});
    std::vector<LayerMesh::Level*> missing;
    for (std::size_t i = 0; i < mesh.levels.size(); ++i)
        if (!mesh.levels[i].built() && (!only || i == wanted_level(mesh, only->metres_per_px)))
            missing.push_back(&mesh.levels[i]);
    if (missing.empty()) return mesh;
    if (projection.turns()) { // generalised once, projected for every turn
        for (auto* level : missing) {
            const auto source = generalised(layer, level->tolerance_m, out.general);
            level->lines = line_level(*source, project(*source, spec, projection, level->tolerance_m), 0, out.origin);
            if (area) level->areas = area_level(project_areas(*source, projection), 0, out.origin);
        }
        return mesh;
    }
    const auto projected = project(*layer, spec, projection);
    const auto areas = area ? project_areas(*layer, projection) : std::vector<std::vector<geo::ProjectedLine>>{};
    for (auto* level : missing) {
        level->lines = line_level(*layer, projected, level->tolerance_m, out.origin);
        if (area) level->areas = area_level(areas, level->tolerance_m, out.origin);
    }
    return mesh;
}

std::shared_ptr<const LineMesh> graticule_mesh(double step, const geo::Projection& projection, geo::Projected origin)
{
    auto mesh = std::make_shared<LineMesh>();
    for (const auto& line : geo::graticule(step))
        for (const auto& piece : projection.forward_line(line, 1.0)) append_line(*mesh, piece, origin, {});
    return mesh;
}

/// What is inside the edge of the map, and the edge itself.
void add_outline(const geo::Projection& projection, const MapGeometry* lender, MapGeometry& out)
{
    if (lender) {
        out.world = lender->world;
        out.world_edge = lender->world_edge;
        return;
    }
    const auto ring = projection.outline();
    geo::Triangles triangles;
    geo::triangulate(std::span(&ring, 1), triangles);
    out.world = to_area_mesh(triangles, out.origin);
    auto edge = std::make_shared<LineMesh>();
    append_line(*edge, ring, out.origin, {});
    out.world_edge = edge;
}

bool lends(const MapGeometry* previous, const MapGeometry& wanted)
{
    return previous && previous->projection == wanted.projection && previous->centre == wanted.centre;
}

base::Result<geo::Projection> make_projection(const data::ProjectionSpec* spec, const std::string& definition,
                                              std::optional<geo::LonLat> centre)
{
    if (!spec || !spec->turns) return geo::Projection::create(spec ? spec->definition : definition);
    auto made = geo::Projection::create_turning(spec->definition);
    if (made && centre) return made->turned_to(*centre);
    return made;
}

} // namespace

const LayerMesh::Level* LayerMesh::level_for(double metres_per_px) const
{
    const Level* best = nullptr;
    for (const auto& level : levels)
        if (level.built() && (!best || level.tolerance_m <= 0.5 * metres_per_px)) best = &level;
    return best;
}

const LayerMesh::Level* LayerMesh::coarsest() const
{
    const auto found = std::find_if(levels.rbegin(), levels.rend(), [](const auto& level) { return level.built(); });
    return found == levels.rend() ? nullptr : &*found;
}

const std::shared_ptr<const LineMesh>& MapGeometry::graticule(double step_deg) const
{
    if (step_deg >= 30) return graticule_30;
    if (step_deg >= 10) return graticule_10;
    return step_deg >= 5 ? graticule_5 : graticule_1;
}

bool MapGeometry::serves(const Detail& detail) const
{
    if (!graticule(detail.graticule_step_deg)) return false;
    if (centre && !has_ribbons(ribbon_sigma_m(detail.metres_per_px))) return false;
    return std::all_of(layers.begin(), layers.end(), [&](const auto& layer) {
        const auto& mesh = layer.second;
        return mesh.levels.empty() || mesh.levels[wanted_level(mesh, detail.metres_per_px)].built();
    });
}

bool MapGeometry::has_ribbons(std::optional<double> sigma_m) const
{
    return std::all_of(ribbons.begin(), ribbons.end(), [&](const RibbonMesh& ribbon) {
        return !sigma_m || std::any_of(ribbon.levels.begin(), ribbon.levels.end(),
                                       [&](const auto& level) { return level.sigma_m == *sigma_m; });
    });
}

const RibbonMesh::Level* RibbonMesh::level_for(double metres_per_px) const
{
    const Level* best = levels.empty() ? nullptr : &levels.front();
    for (const auto& level : levels)
        if (level.sigma_m <= kRibbonSmoothingPx * metres_per_px) best = &level;
    return best;
}

base::Result<MapGeometry> build_map_geometry(const data::Dataset& dataset, const std::string& projection_id,
                                             const MapGeometry* previous, const Detail* only,
                                             std::optional<geo::LonLat> centre)
{
    if (!dataset.atlas) return base::fail("the atlas file is not loaded yet");
    const auto* spec = dataset.atlas->projection(projection_id);
    auto projection = make_projection(spec, projection_id, centre);
    if (!projection) return base::within("projection '" + projection_id + "'", projection.error());

    MapGeometry out;
    out.projection = projection_id;
    if (projection->turns()) out.centre = projection->centre();
    if (const auto* home = projection->turns() ? nullptr : dataset.atlas->view(dataset.atlas->home_view))
        out.origin = projection->forward(home->centre).value_or(geo::Projected{});
    if (out.centre && previous && previous->projection == projection_id) out.general = previous->general;
    const MapGeometry* lender = lends(previous, out) ? previous : nullptr;
    for (const auto& layer : dataset.atlas->layers) {
        const auto loaded = dataset.layers.find(layer.id);
        if (loaded == dataset.layers.end() || !loaded->second) continue;
        if (!stands(layer)) {
            const bool lent = lender && lender->layers.contains(layer.id);
            out.layers[layer.id] = layer_mesh(loaded->second, layer, *projection, only,
                                              lent ? lender->layers.at(layer.id) : LayerMesh{}, out);
        }
    }
    for (const auto& [id, raster] : dataset.reliefs) {
        if (!raster) continue;
        const auto lent = lender ? lender->reliefs.find(id) : out.reliefs.end();
        if (lender && lent != lender->reliefs.end() && lent->second->raster == raster)
            out.reliefs[id] = lent->second;
        else
            out.reliefs[id] = relief_mesh(raster, *projection, out.origin);
    }
    const auto sigma = projection->turns() && only ? std::optional(ribbon_sigma_m(only->metres_per_px)) : std::nullopt;
    if (lender && !lender->ribbons.empty() && lender->has_ribbons(sigma))
        out.ribbons = lender->ribbons;
    else
        out.ribbons = ribbon_meshes(dataset, *projection, out.origin, sigma);
    add_standing(dataset, *projection, out);
    add_outline(*projection, lender, out);
    const auto add_graticule = [&](std::shared_ptr<const LineMesh> MapGeometry::*mesh, double step) {
        if (lender) out.*mesh = lender->*mesh;
        if (!(out.*mesh) && (!only || &out.graticule(only->graticule_step_deg) == &(out.*mesh)))
            out.*mesh = graticule_mesh(step, *projection, out.origin);
    };
    add_graticule(&MapGeometry::graticule_30, 30);
    add_graticule(&MapGeometry::graticule_10, 10);
    add_graticule(&MapGeometry::graticule_5, 5);
    add_graticule(&MapGeometry::graticule_1, 1);
    const bool same =
        lender && lender->content && lender->reliefs == out.reliefs && lender->layers.size() == out.layers.size();
    out.content = same ? lender->content : std::make_shared<const char>();
    return out;
}

} // namespace scene
