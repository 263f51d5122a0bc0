#include "scene/ribbon_mesh.hpp"
#include "data/network.hpp"
#include "geo/simplify.hpp"
#include "scene/mesh_builder.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

/// A ribbon tens of pixels wide cannot follow bends tighter than itself: its centre line is smoothed with the scale.
constexpr double kSigmas[] = {0, 1'500, 5'000, 12'000};

/// 0 on the member's own line, 1 on the trunk, eased over the last `ramp` metres before it.
float trunk_weight(double distance, double join, double ramp)
{
    const double t = std::clamp((distance - (join - ramp)) / ramp, 0.0, 1.0);
    return static_cast<float>(t * t * (3 - 2 * t));
}

geo::ProjectedLine projected_path(const std::vector<const data::VectorLayer*>& corridors,
                                  const std::vector<data::PathStep>& path, const geo::Projection& projection)
{
    geo::ProjectedLine out;
    const auto line = data::chain_path(corridors, path);
    if (!line) return out;
    projection.forward(*line, out);
    std::erase_if(out, [](const auto& p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
    return out;
}

const data::SectionSpec* trunk_of(const data::OverlaySpec& overlay, const std::string& section)
{
    for (const auto& s : overlay.sections)
        if (std::find(s.members.begin(), s.members.end(), section) != s.members.end()) return &s;
    return nullptr;
}

RibbonMesh::Level ribbon_level(const geo::ProjectedLine& own, const geo::ProjectedLine& trunk, double sigma,
                               geo::Projected origin)
{
    geo::ProjectedLine path = own;
    if (!trunk.empty()) path.insert(path.end(), trunk.begin(), trunk.end());
    // Smoothing shortens a line a little: the join moves in proportion.
    const double raw = geo::length(path), share = raw > 0 ? geo::length(own) / raw : 1;
    if (sigma > 0) path = geo::smooth(path, sigma, std::max(300.0, sigma / 4));
    RibbonMesh::Level level;
    level.sigma_m = sigma;
    level.total_length_m = geo::length(path);
    level.own_length_m = trunk.empty() ? level.total_length_m : level.total_length_m * share;
    auto mesh = std::make_shared<LineMesh>();
    const double ramp = std::max(10'000.0, 6 * sigma);
    append_line(*mesh, path, origin, {}, trunk.empty() ? nullptr : trunk_weight, level.own_length_m, ramp);
    level.lines = mesh;
    return level;
}

} // namespace

std::vector<RibbonMesh> ribbon_meshes(const data::Dataset& dataset, const geo::Projection& projection,
                                      geo::Projected origin)
{
    std::vector<const data::VectorLayer*> corridors;
    for (const auto& spec : dataset.atlas->layers) {
        const auto it = dataset.layers.find(spec.id);
        const bool carries = spec.kind == data::LayerKind::line && !spec.geodesic && spec.source.find("corridors") == 0;
        if (carries && it != dataset.layers.end() && it->second) corridors.push_back(it->second.get());
    }
    std::vector<RibbonMesh> out;
    for (const auto& overlay : dataset.atlas->overlays)
        for (const auto& section : overlay.sections) {
            const auto own = projected_path(corridors, section.path, projection);
            if (own.size() < 2) continue;
            const auto* trunk = trunk_of(overlay, section.id);
            const auto onward = trunk ? projected_path(corridors, trunk->path, projection) : geo::ProjectedLine{};
            RibbonMesh mesh{overlay.id, section.id, {}};
            for (const double sigma : kSigmas) mesh.levels.push_back(ribbon_level(own, onward, sigma, origin));
            out.push_back(std::move(mesh));
        }
    return out;
}

} // namespace scene
