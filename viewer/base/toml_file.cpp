#include "base/toml_file.hpp"
#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

namespace base {
namespace {
constexpr std::uintmax_t kMaxBytes = 4'000'000;

/// The line of the first non-ASCII character outside quotes and comments, where TOML 1.0 allows none, or at the start
/// of a line that \ joins to the one before. toml++ 3.3 asks there whether it is a space, which for many characters
/// (U+00A1 to U+0499 among them) is undefined behaviour.
std::optional<int> line_of_bare_character(std::string_view text)
{
    int line = 1;
    std::string_view until; // what ends the string or comment we are in
    for (std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.front() == '\n') {
            ++line;
            if (until.size() != 3) until = {};
        } else if (until.empty()) {
            if (static_cast<unsigned char>(rest.front()) >= 0x80) return line;
            if (rest.front() == '#') until = "\n";
            for (const std::string_view quote : {"\"\"\"", "'''", "\"", "'"})
                if (until.empty() && rest.starts_with(quote)) until = quote, i += quote.size() - 1;
        } else if (until.front() == '"' && rest.front() == '\\') {
            const std::size_t next = rest.find_first_not_of(" \t\r\n", 1);
            if (next != rest.npos && next > 1 && static_cast<unsigned char>(rest[next]) >= 0x80)
                return line + static_cast<int>(std::count(rest.begin(), rest.begin() + static_cast<long>(next), '\n'));
            if (rest.size() > 1 && rest[1] != '\n') ++i;
        } else if (rest.starts_with(until)) {
            i += until.size() - 1;
            until = {};
        }
    }
    return std::nullopt;
}
} // namespace

Result<toml::table> parse_toml(std::string_view text, const std::string& name)
{
    if (const auto line = line_of_bare_character(text))
        return fail("a letter other than a-z is not in quotes, or follows \\ and a line break",
                    name + ", line " + std::to_string(*line),
                    "put keys and texts in quotes, and a text that goes on after \\ on one line");
    toml::parse_result parsed = toml::parse(text);
    if (parsed) return std::move(parsed).table();
    return fail(std::string(parsed.error().description()),
                name + ", line " + std::to_string(parsed.error().source().begin.line), "correct this line of TOML");
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
