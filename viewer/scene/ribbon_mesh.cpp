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
constexpr double kSamePlace_m = 1'000;

/// 0 on the member's own line, 1 on the trunk, eased over the last `ramp` metres before it.
float trunk_weight(double distance, double join, double ramp)
{
    const double t = std::clamp((distance - (join - ramp)) / ramp, 0.0, 1.0);
    return static_cast<float>(t * t * (3 - 2 * t));
}

/// What the seam or the horizon leaves of a path, in order.
std::vector<geo::ProjectedLine> projected_path(const std::vector<const data::VectorLayer*>& corridors,
                                               const std::vector<data::PathStep>& path,
                                               const geo::Projection& projection)
{
    const auto line = data::chain_path(corridors, path);
    return line ? projection.forward_line(*line) : std::vector<geo::ProjectedLine>{};
}

const data::SectionSpec* trunk_of(const data::OverlaySpec& overlay, const std::string& section)
{
    for (const auto& s : overlay.sections)
        if (std::find(s.members.begin(), s.members.end(), section) != s.members.end()) return &s;
    return nullptr;
}

double length_of(const std::vector<geo::ProjectedLine>& pieces)
{
    double sum = 0;
    for (const auto& piece : pieces) sum += geo::length(piece);
    return sum;
}

RibbonMesh::Level ribbon_level(const std::vector<geo::ProjectedLine>& own, const std::vector<geo::ProjectedLine>& trunk,
                               double sigma, geo::Projected origin)
{
    std::vector<geo::ProjectedLine> path = own;
    for (const auto& piece : trunk) // the trunk begins where the member ends, unless that is cut off
        if (&piece == &trunk.front() &&
            std::hypot(piece.front().x - path.back().back().x, piece.front().y - path.back().back().y) < kSamePlace_m)
            path.back().insert(path.back().end(), piece.begin(), piece.end());
        else
            path.push_back(piece);
    // Smoothing shortens a line a little: the join moves in proportion.
    const double raw = length_of(path), share = raw > 0 ? length_of(own) / raw : 1;
    if (sigma > 0)
        for (auto& piece : path) piece = geo::smooth(piece, sigma, std::max(300.0, sigma / 4));
    RibbonMesh::Level level;
    level.sigma_m = sigma;
    level.total_length_m = length_of(path);
    level.own_length_m = trunk.empty() ? level.total_length_m : level.total_length_m * share;
    auto mesh = std::make_shared<LineMesh>();
    const double ramp = std::max(10'000.0, 6 * sigma);
    LineAttributes attributes;
    for (const auto& piece : path) {
        append_line(*mesh, piece, origin, attributes, trunk.empty() ? nullptr : trunk_weight, level.own_length_m, ramp);
        attributes.start_m += geo::length(piece);
    }
    level.lines = mesh;
    return level;
}

} // namespace

double ribbon_sigma_m(double metres_per_px)
{
    double wanted = kSigmas[0];
    for (const double sigma : kSigmas)
        if (sigma <= kRibbonSmoothingPx * metres_per_px) wanted = sigma;
    return wanted;
}

std::vector<RibbonMesh> ribbon_meshes(const data::Dataset& dataset, const geo::Projection& projection,
                                      geo::Projected origin, std::optional<double> only_sigma_m)
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
            if (own.empty()) continue;
            const auto* trunk = trunk_of(overlay, section.id);
            const auto onward =
                trunk ? projected_path(corridors, trunk->path, projection) : std::vector<geo::ProjectedLine>{};
            RibbonMesh mesh{overlay.id, section.id, {}};
            for (const double sigma : kSigmas)
                if (!only_sigma_m || sigma == *only_sigma_m)
                    mesh.levels.push_back(ribbon_level(own, onward, sigma, origin));
            out.push_back(std::move(mesh));
        }
    return out;
}

} // namespace scene
