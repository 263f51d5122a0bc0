#pragma once
#include "scene/color.hpp"
#include <array>
#include <optional>
#include <string_view>

/// How a picture looks to people whose colour vision lacks one kind of cone, for checking that nothing hangs on colour
/// alone. Matrices: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency", IEEE TVCG 15 (2009), severity 1.0; for linear RGB of the sRGB primaries.
namespace scene {

/// Row by row.
using ColorMatrix = std::array<float, 9>;

/// "protanopia", "deuteranopia", "tritanopia"; nothing for "none" and for what is not known.
[[nodiscard]] std::optional<ColorMatrix> color_vision_matrix(std::string_view kind);
/// Also "none": what SetColorVision takes.
[[nodiscard]] bool is_color_vision(std::string_view kind);
/// A colour (sRGB) as it is seen.
[[nodiscard]] Color seen_as(const Color& color, const ColorMatrix& matrix);

} // namespace scene
