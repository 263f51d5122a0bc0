#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <string_view>

namespace print {

/// The whole file at once: a temporary file beside it, then rename, so that nothing half-written is left.
base::Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

} // namespace print
