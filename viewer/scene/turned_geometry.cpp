#include "scene/turned_geometry.hpp"
#include "scene/standing.hpp"

namespace scene {
namespace {

/// A flow's points where they are seen now; what has gone behind the horizon is cut away.
std::shared_ptr<const LineMesh> turned(const LineMesh& mesh, const geo::Projection& from, const geo::Projection& to)
{
    auto out = std::make_shared<LineMesh>(mesh);
    LinePoint last{};
    for (auto& p : out->points) {
        const auto place = from.inverse({p.x, p.y});
        const auto at = place ? to.forward(*place) : std::nullopt;
        if (at) {
            p.x = static_cast<float>(at->x);
            p.y = static_cast<float>(at->y);
            last = p;
        } else {
            p.x = last.x;
            p.y = last.y;
            p.weight = kBreak;
        }
    }
    for (auto& chunk : out->chunks) {
        chunk.bounds = {1e30, 1e30, -1e30, -1e30};
        for (std::uint32_t i = chunk.first + 1; i <= chunk.first + chunk.count + 1; ++i) {
            const auto& p = out->points[i];
            chunk.bounds = {std::min<double>(chunk.bounds.x_min, p.x), std::min<double>(chunk.bounds.y_min, p.y),
                            std::max<double>(chunk.bounds.x_max, p.x), std::max<double>(chunk.bounds.y_max, p.y)};
        }
    }
    return out;
}

} // namespace

std::shared_ptr<const MapGeometry> turned_geometry(const MapGeometry& built, const data::Dataset& dataset,
                                                   const geo::Projection& plane, const std::string& overlay,
                                                   double metres_per_px)
{
    auto out = std::make_shared<MapGeometry>(built);
    add_standing(dataset, plane, *out);
    const geo::Projection from = plane.turned_to(*built.centre);
    for (auto& ribbon : out->ribbons) {
        const auto* shown = ribbon.overlay == overlay ? ribbon.level_for(metres_per_px) : nullptr;
        if (!shown || !shown->lines) continue;
        RibbonMesh::Level level = *shown;
        level.lines = turned(*shown->lines, from, plane);
        ribbon.levels = {level};
    }
    return out;
}

} // namespace scene
