#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <string_view>

// On a key such as [[~view]] toml++ 3.3 fails an assertion (or, with NDEBUG and clang, assumes it to hold) just before
// it would report the error itself. Without both it reports it. Other files include this header before toml++'s own.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

/// toml++ is built without exceptions everywhere (TOML_EXCEPTIONS=0 in CMakeLists.txt): its two modes do not mix.
namespace base {

/// Error names the file and the line. Files over 4 MB are refused: no settings file is that long.
Result<toml::table> read_toml(const std::filesystem::path& file);
/// The same for text that has been read already; `name` is what errors call it.
Result<toml::table> parse_toml(std::string_view text, const std::string& name);

} // namespace base
