#pragma once
#include "scene/camera.hpp"
#include "scene/map_geometry.hpp"

namespace scene {

/// Calls f(point, before) for the points of a mesh up to `to_m` whose chunk comes within `margin_px` of the window;
/// `before` is the point that precedes it on the line. A mesh of a continent costs only what is on screen.
template <class F> void visit_visible(const LineMesh& mesh, const CameraView& camera, geo::Projected origin,
                                      float margin_px, float to_m, F&& f)
{
    auto window = camera.bounds(margin_px);
    window = {window.x_min - origin.x, window.y_min - origin.y, window.x_max - origin.x, window.y_max - origin.y};
    for (const auto& chunk : mesh.chunks) {
        const auto& b = chunk.bounds;
        if (b.x_max < window.x_min || b.x_min > window.x_max || b.y_max < window.y_min || b.y_min > window.y_max)
            continue;
        for (std::uint32_t i = chunk.first + 1; i <= chunk.first + chunk.count + 1; ++i) {
            if (mesh.points[i].distance > to_m) break;
            f(mesh.points[i], mesh.points[i - 1]);
        }
    }
}

} // namespace scene
