#pragma once
#include "base/result.hpp"
#include "print/drawing.hpp"
#include <filesystem>

namespace print {

/// SVG 1.1 with text as <text>: the fonts are named, not embedded. Lengths are CSS pixels (1/96 inch), the page size is
/// given in mm. Written directly: the usual libraries turn text into outlines.
[[nodiscard]] std::string to_svg(const Drawing& drawing);
base::Result<void> write_svg(const Drawing& drawing, const std::filesystem::path& file);

} // namespace print
