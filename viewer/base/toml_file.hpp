#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <string_view>
#include <toml++/toml.h>

/// toml++ is built without exceptions everywhere (TOML_EXCEPTIONS=0 in CMakeLists.txt): its two modes do not mix.
namespace base {

/// Error names the file and the line. Files over 4 MB are refused: no settings file is that long.
Result<toml::table> read_toml(const std::filesystem::path& file);
/// The same for text that has been read already; `name` is what errors call it.
Result<toml::table> parse_toml(std::string_view text, const std::string& name);

} // namespace base
