#pragma once
#include "scene/map_geometry.hpp"

namespace scene {

/// A ribbon's centre line is smoothed over this many pixels at most.
inline constexpr double kRibbonSmoothingPx = 7;
/// The smoothing that a scale asks for.
[[nodiscard]] double ribbon_sigma_m(double metres_per_px);

/// The centre lines of every ribbon overlay's sections, smoothed for the scales they are seen at. A section whose lines
/// are not loaded or do not chain is left out (validate says why). `only_sigma_m`: no other level.
[[nodiscard]] std::vector<RibbonMesh> ribbon_meshes(const data::Dataset& dataset, const geo::Projection& projection,
                                                    geo::Projected origin, std::optional<double> only_sigma_m = {});

} // namespace scene
