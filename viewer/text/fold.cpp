#include "text/fold.hpp"
#include "text/utf8.hpp"
#include <cstdlib>
#include <memory>
#include <utf8proc.h>
#include <utility>

namespace text {
namespace {

/// Letters that are their own in Unicode but stand for each other in a search; 0: dropped.
char32_t base_letter(char32_t code)
{
    switch (code) {
    case U'ә': return U'а';
    case U'ғ': return U'г';
    case U'қ': return U'к';
    case U'ң': return U'н';
    case U'ө': return U'о';
    case U'ұ':
    case U'ү': return U'у';
    case U'һ': return U'х';
    case U'і':
    case U'ы': return U'и';
    case U'ø': return U'o';
    case U'ł': return U'l';
    case U'đ': return U'd';
    case U'ı': return U'i';
    case U'\u0649': // alef maksura, Uyghur i
    case U'\u06D0': // Uyghur ë
    case U'\u06CC': // Farsi yeh
        return U'\u064A';
    case U'\u06D5': // Uyghur e
    case U'\u06C1':
    case U'\u0629': return U'\u0647';
    case U'\u06A9': return U'\u0643';
    case U'\u06C6': // Uyghur ö, u, ü and w are all written over one letter
    case U'\u06C7':
    case U'\u06C8':
    case U'\u06CB': return U'\u0648';
    case U'\u0626': // only carries the vowel behind it, and is often left out
    case U'\u0640': // stretches a word
    case U'\'':
    case U'\u2019':
    case U'\u02BC': return 0;
    default: return code;
    }
}

bool separates(char32_t code)
{
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    return category >= UTF8PROC_CATEGORY_PC; // punctuation, signs, spaces, controls
}

void append(std::string& out, char32_t code)
{
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

struct Free {
    void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string without_marks(const std::string& utf8)
{
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                                             UTF8PROC_IGNORE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    utf8proc_uint8_t* folded = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                   static_cast<utf8proc_ssize_t>(utf8.size()), &folded, kOptions);
    const std::unique_ptr<utf8proc_uint8_t, Free> owned(folded);
    return size > 0 ? std::string(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size))
                    : std::string();
}

} // namespace

std::string fold(std::string_view utf8)
{
    CodePoints points;
    decode(utf8, points);
    std::string letters; // before marks are stripped: the carrier of Uyghur vowels would fall apart
    for (const char32_t code : points.code)
        if (code != 0xFFFD && code != U'\u0626') append(letters, code);
    decode(without_marks(letters), points);

    std::string out;
    bool space = false;
    for (const char32_t code : points.code) {
        const char32_t letter = base_letter(code);
        if (letter == 0) continue;
        if (separates(letter)) {
            space = !out.empty();
            continue;
        }
        if (std::exchange(space, false)) out += ' ';
        append(out, letter);
    }
    return out;
}

} // namespace text
