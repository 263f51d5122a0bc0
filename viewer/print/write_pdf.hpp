#pragma once
#include "base/result.hpp"
#include "print/drawing.hpp"
#include <filesystem>

namespace print {

/// One page, fonts embedded as subsets, text as text. The same drawing gives the same bytes. Main thread.
/// Errors: the file cannot be written; a font file is gone.
base::Result<void> write_pdf(const Drawing& drawing, const std::filesystem::path& file);

} // namespace print
