#pragma once
#include "text/shape.hpp"

namespace text {

/// The cells of a shaped line in visual order, left to right. Their union is the line without gaps.
[[nodiscard]] std::vector<Cell> cells_of(const ShapedLine& line);

} // namespace text
