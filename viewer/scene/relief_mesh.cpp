#include "scene/relief_mesh.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

constexpr double kSeamEdge_deg = 1e-9; // beside the seam, see geo::Projection::forward_line
constexpr double kTear_m = 5e6;        // no cell of a degree or so is drawn this large unless the map is torn there

std::vector<double> steps(double from, double to, int parts)
{
    std::vector<double> out;
    for (int i = 0; i <= parts; ++i) out.push_back(i == parts ? to : from + (to - from) * i / parts);
    return out;
}

/// Puts a column on either edge of the map where the seam runs through; returns the first of the two, -1 without.
std::size_t split_at_seam(std::vector<double>& lons, const geo::Projection& projection)
{
    constexpr auto kNone = static_cast<std::size_t>(-1);
    if (!projection.torn_at_seam()) return kNone;
    double seam = projection.seam_lon();
    while (seam < lons.front()) seam += 360;
    const auto after = std::upper_bound(lons.begin(), lons.end(), seam);
    if (after == lons.end() || after == lons.begin()) return kNone;
    const auto at = lons.insert(after, {seam - kSeamEdge_deg, seam + kSeamEdge_deg});
    return static_cast<std::size_t>(at - lons.begin());
}

} // namespace

std::shared_ptr<const ReliefMesh> relief_mesh(std::shared_ptr<const data::Raster> raster,
                                              const geo::Projection& projection, geo::Projected origin)
{
    // A chord of s degrees on a curve of the Earth's radius is off by s^2 R/8: 240 m at half a degree, 1 km at one.
    // Large rasters are for small scales, so the grid gets coarser with them (triangles are what software GL pays for).
    const double span = raster->lon_max - raster->lon_min;
    const int columns = std::clamp(static_cast<int>(std::ceil(span / (span > 80 ? 1.5 : 0.5))), 1, 180);
    const int rows =
        std::clamp(static_cast<int>(std::ceil(columns * (raster->lat_max - raster->lat_min) / span)), 1, 120);
    std::vector<double> lons = steps(raster->lon_min, raster->lon_max, columns);
    const std::vector<double> lats = steps(raster->lat_max, raster->lat_min, rows);
    const std::size_t torn_after = split_at_seam(lons, projection);
    std::vector<geo::LonLat> nodes;
    for (const double lat : lats)
        for (const double lon : lons) nodes.push_back({lon, lat});
    std::vector<geo::Projected> projected;
    projection.forward(nodes, projected);

    auto mesh = std::make_shared<ReliefMesh>();
    const double high = raster->lat_max - raster->lat_min;
    for (std::size_t k = 0; k < nodes.size(); ++k)
        mesh->vertices.push_back({static_cast<float>(projected[k].x - origin.x),
                                  static_cast<float>(projected[k].y - origin.y),
                                  static_cast<float>((nodes[k].lon - raster->lon_min) / span),
                                  static_cast<float>((raster->lat_max - nodes[k].lat) / high)});
    mesh->raster = std::move(raster);
    const auto usable = [&](std::uint32_t k) {
        return std::isfinite(mesh->vertices[k].x) && std::isfinite(mesh->vertices[k].y);
    };
    const auto near = [&](std::uint32_t a, std::uint32_t b) {
        return std::hypot(projected[a].x - projected[b].x, projected[a].y - projected[b].y) < kTear_m;
    };
    const std::size_t across = lons.size();
    for (std::size_t j = 0; j + 1 < lats.size(); ++j)
        for (std::size_t i = 0; i + 1 < across; ++i) {
            if (i == torn_after) continue;
            const auto a = static_cast<std::uint32_t>(j * across + i), b = a + 1;
            const auto c = a + static_cast<std::uint32_t>(across), d = c + 1;
            if (usable(a) && usable(b) && usable(c) && usable(d) && near(a, d) && near(b, c))
                mesh->indices.insert(mesh->indices.end(), {a, c, b, b, c, d});
        }
    return mesh;
}

} // namespace scene
