#pragma once
#include <string>
#include <string_view>

namespace text {

/// What two spellings of a name have in common, to search by: no case, accents, marks or points; hyphens and other
/// signs as one space; Kazakh letters as the Russian ones they grew from, the letters of Arabic script that keyboards
/// of its languages exchange as one. Unicode's own foldings come from utf8proc. Bytes that are no UTF-8 are left out.
[[nodiscard]] std::string fold(std::string_view utf8);

} // namespace text
