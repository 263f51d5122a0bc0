#include "data/text_file.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace data {

namespace {

// Length of the UTF-8 sequence at the start of `text`, or 0 (overlong forms and surrogates are not valid).
std::size_t sequence_length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return length;
}

} // namespace

std::size_t find_invalid_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

base::Result<std::string> read_text_file(const std::filesystem::path& file, std::size_t max_bytes)
{
    const std::string name = file.filename().string();
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) return base::fail("no such file", file.string());
    if (!std::filesystem::is_regular_file(file, failure)) return base::fail("is not a regular file", file.string());
    const auto size = std::filesystem::file_size(file, failure);
    if (failure) return base::fail("cannot be read: " + failure.message(), file.string());
    if (size > max_bytes)
        return base::fail(fmt::format("is {} bytes long; at most {} are read", size, max_bytes), file.string());
    std::ifstream in(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in || !in.read(text.data(), static_cast<std::streamsize>(size)))
        return base::fail("cannot be read", file.string(), "check the file's permissions");
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string::npos) {
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
        return base::fail("is not UTF-8 text", fmt::format("{}, line {}", name, line), "save the file as UTF-8");
    }
    return text;
}

} // namespace data
