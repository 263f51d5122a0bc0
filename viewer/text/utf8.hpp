#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

/// Code points of a string and where each begins in it.
struct CodePoints {
    std::vector<char32_t> code;
    std::vector<std::uint32_t> byte; ///< one more than `code`: the last is the length of the string
};

/// A byte that begins no well-formed sequence gives U+FFFD, so does a control character; a tab or line end gives a
/// space. Overwrites `out`, so that its memory is reused.
void decode(std::string_view utf8, CodePoints& out);

} // namespace text
