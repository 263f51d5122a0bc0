#include "base/toml_file.hpp"
#include <fstream>
#include <sstream>

namespace base {
namespace {
constexpr std::uintmax_t kMaxBytes = 4'000'000;
} // namespace

Result<toml::table> parse_toml(std::string_view text, const std::string& name)
{
    toml::parse_result parsed = toml::parse(text);
    if (parsed) return std::move(parsed).table();
    return fail(std::string(parsed.error().description()), name + ", line " + std::to_string(parsed.error().source().begin.line),
                "correct this line of TOML");
}

Result<toml::table> read_toml(const std::filesystem::path& file)
{
    std::error_code fault;
    const auto bytes = std::filesystem::file_size(file, fault);
    if (fault) return fail("cannot be read: " + fault.message(), file.string(), "check that the file exists");
    if (bytes > kMaxBytes) return fail("is larger than 4 MB", file.string(), "this is not a settings file");
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return fail("cannot be read", file.string(), "check its permissions");
    return parse_toml(text.str(), file.string());
}

} // namespace base
