#pragma once
#include "data/raster.hpp"

namespace golden {

/// Fraction of pixels whose YIQ colour distance is past 0.1285 of the largest possible (the pixelmatch measure);
/// paints them red over a faded copy in `diff`.
base::Result<double> compare(const std::filesystem::path& actual, const std::filesystem::path& expected,
                             const std::filesystem::path& diff);

} // namespace golden
