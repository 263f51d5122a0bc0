#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Texts of different directions in one line (Unicode UAX 9). Isolates keep a piece whole wherever it is put.
namespace scene {

/// Stand around a text that a right-to-left language lacks: it runs left to right. The joiner after the isolate's sign
/// tells it from others; panels underline what lies between.
inline constexpr std::string_view kFallbackBegin = "\u2066\u2060", kIsolateEnd = "\u2069";

[[nodiscard]] std::string as_fallback(std::string_view utf8);
/// Runs as its own first letter says; a bare number or sum left to right.
[[nodiscard]] std::string isolated(std::string_view utf8);
[[nodiscard]] bool has_arabic(std::string_view utf8);

struct Isolate {
    std::size_t begin = 0, end = 0; ///< bytes, signs included; `end` is the end of the string when it is never closed
    std::string_view opening;       ///< the sign, with the joiner of a fallback
    bool closed = false;
};
/// Every isolate of a text, inner ones after those around them.
[[nodiscard]] std::vector<Isolate> isolates(std::string_view utf8);

} // namespace scene
