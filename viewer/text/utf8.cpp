#include "text/utf8.hpp"

namespace text {
namespace {

struct Decoded {
    char32_t code;
    std::size_t bytes;
};

Decoded decode_one(std::string_view rest)
{
    constexpr Decoded kBroken{0xFFFD, 1};
    const auto at = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(rest[i]); };
    const char32_t lead = at(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || rest.size() < bytes) return kBroken;
    char32_t code = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((at(i) & 0xC0) != 0x80) return kBroken;
        code = (code << 6) | (at(i) & 0x3F);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < kSmallest[bytes] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return kBroken;
    return {code, bytes};
}

char32_t drawable(char32_t code)
{
    if (code == '\t' || code == '\n' || code == '\r') return ' ';
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return 0xFFFD;
    return code;
}

} // namespace

void decode(std::string_view utf8, CodePoints& out)
{
    out.code.clear();
    out.byte.clear();
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, bytes] = decode_one(utf8.substr(at));
        out.code.push_back(drawable(code));
        out.byte.push_back(static_cast<std::uint32_t>(at));
        at += bytes;
    }
    out.byte.push_back(static_cast<std::uint32_t>(utf8.size()));
}

} // namespace text
