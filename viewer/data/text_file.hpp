#pragma once
#include "base/result.hpp"
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace data {

/// A whole UTF-8 text file, without byte order mark. Larger than `max_bytes`, not a regular file or not UTF-8: an
/// error.
base::Result<std::string> read_text_file(const std::filesystem::path& file, std::size_t max_bytes = 64U << 20U);

/// Offset of the first byte that is not valid UTF-8, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

} // namespace data
