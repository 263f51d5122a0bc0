#include "scene/isolates.hpp"
#include <algorithm>

namespace scene {
namespace {

constexpr std::string_view kFirstStrong = "\u2068";

bool is_isolate_sign(std::string_view rest) // U+2066 to U+2069
{
    return rest.size() >= 3 && rest[0] == '\xE2' && rest[1] == '\x81' && rest[2] >= '\xA6' && rest[2] <= '\xA9';
}

} // namespace

std::string as_fallback(std::string_view utf8) { return std::string(kFallbackBegin).append(utf8).append(kIsolateEnd); }

std::string isolated(std::string_view utf8) { return std::string(kFirstStrong).append(utf8).append(kIsolateEnd); }

bool has_arabic(std::string_view utf8)
{
    return std::any_of(utf8.begin(), utf8.end(), [](char c) { // first bytes of U+0600 to U+06FF
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD8 && byte <= 0xDB;
    });
}

std::vector<Isolate> isolates(std::string_view utf8)
{
    std::vector<Isolate> found;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto rest = utf8.substr(i);
        if (!is_isolate_sign(rest)) continue;
        if (rest.substr(0, kIsolateEnd.size()) != kIsolateEnd) {
            const bool fallback = rest.substr(0, kFallbackBegin.size()) == kFallbackBegin;
            open.push_back(found.size());
            found.push_back({i, utf8.size(), rest.substr(0, fallback ? kFallbackBegin.size() : 3), false});
        } else if (!open.empty()) {
            found[open.back()].end = i + kIsolateEnd.size();
            found[open.back()].closed = true;
            open.pop_back();
        }
    }
    return found;
}

} // namespace scene
