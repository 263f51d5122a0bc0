#pragma once
#include "scene/map_geometry.hpp"
#include <span>

/// Projected polylines and rings -> meshes relative to an origin.
namespace scene {

struct LineAttributes {
    float opened = 0, closed = 9999;
    std::uint32_t feature = 0;
    double start_m = 0; ///< distance at its first point: a line that was cut runs on behind the cut
};

/// Appends one polyline; `weight_of(distance_m)` gives the lateral weight (0 when empty).
void append_line(LineMesh& mesh, std::span<const geo::Projected> line, geo::Projected origin,
                 const LineAttributes& attributes,
                 float (*weight_of)(double distance, double from, double ramp) = nullptr, double ramp_end = 0,
                 double ramp = 1);

[[nodiscard]] std::shared_ptr<const AreaMesh> to_area_mesh(const geo::Triangles& triangles, geo::Projected origin);

/// Splits at NaN points (outside the projection).
[[nodiscard]] std::vector<std::span<const geo::Projected>> finite_runs(std::span<const geo::Projected> line);

} // namespace scene
