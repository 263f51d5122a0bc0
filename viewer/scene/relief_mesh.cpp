#include "scene/relief_mesh.hpp"
#include <algorithm>
#include <cmath>

namespace scene {

std::shared_ptr<const ReliefMesh> relief_mesh(std::shared_ptr<const data::Raster> raster,
                                              const geo::Projection& projection, geo::Projected origin)
{
    // A chord of s degrees on a curve of the Earth's radius is off by s^2 R/8: 240 m at half a degree, 1 km at one.
    // Large rasters are for small scales, so the grid gets coarser with them (triangles are what software GL pays for).
    const double span = raster->lon_max - raster->lon_min;
    const int columns = std::clamp(static_cast<int>(std::ceil(span / (span > 80 ? 1.5 : 0.5))), 1, 180);
    const int rows =
        std::clamp(static_cast<int>(std::ceil(columns * (raster->lat_max - raster->lat_min) / span)), 1, 120);
    std::vector<geo::LonLat> nodes;
    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i <= columns; ++i)
            nodes.push_back({raster->lon_min + span * i / columns,
                             raster->lat_max - (raster->lat_max - raster->lat_min) * j / rows});
    std::vector<geo::Projected> projected;
    projection.forward(nodes, projected);

    auto mesh = std::make_shared<ReliefMesh>();
    mesh->raster = std::move(raster);
    for (std::size_t k = 0; k < nodes.size(); ++k) {
        const std::size_t column = k % (columns + 1), row = k / (columns + 1);
        mesh->vertices.push_back({static_cast<float>(projected[k].x - origin.x),
                                  static_cast<float>(projected[k].y - origin.y),
                                  static_cast<float>(column) / static_cast<float>(columns),
                                  static_cast<float>(row) / static_cast<float>(rows)});
    }
    const auto usable = [&](std::uint32_t k) {
        return std::isfinite(mesh->vertices[k].x) && std::isfinite(mesh->vertices[k].y);
    };
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) {
            const auto a = static_cast<std::uint32_t>(j * (columns + 1) + i), b = a + 1;
            const auto c = a + static_cast<std::uint32_t>(columns) + 1, d = c + 1;
            if (usable(a) && usable(b) && usable(c) && usable(d))
                mesh->indices.insert(mesh->indices.end(), {a, c, b, b, c, d});
        }
    return mesh;
}

} // namespace scene
