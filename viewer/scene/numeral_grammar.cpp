#include "scene/numeral_grammar.hpp"
#include <array>

namespace scene {
namespace {

/// The numeral spoken last: its digit, and how many zeros follow it (0 one to nine, 1 tens, 2 hundred, 3 thousand ...).
struct LastWord {
    std::size_t digit = 0, zeros = 0;
};

LastWord last_word(std::string_view printed)
{
    const auto point = printed.find('.');
    const auto spoken = point == std::string_view::npos ? printed : printed.substr(point + 1);
    const auto last = spoken.find_last_of("123456789");
    if (last == std::string_view::npos) return {};
    return {static_cast<std::size_t>(spoken[last] - '0'), spoken.size() - 1 - last};
}

using Endings = std::array<std::string_view, 10>;
struct AblativeEndings {
    Endings ones, tens; ///< by digit; ones[0] is zero
    std::string_view hundred, thousand, million, milliard;
};

constexpr AblativeEndings kKazakh{{"-ден", "-ден", "-ден", "-тен", "-тен", "-тен", "-дан", "-ден", "-ден", "-дан"},
                                  {"", "-нан", "-дан", "-дан", "-тан", "-ден", "-тан", "-тен", "-нен", "-нан"},
                                  "-ден",
                                  "-нан",
                                  "-нан",
                                  "-тан"};
constexpr AblativeEndings kUyghur{{"دىن", "دىن", "دىن", "تىن", "تىن", "تىن", "دىن", "دىن", "دىن", "دىن"},
                                  {"", "دىن", "دىن", "دىن", "تىن", "تىن", "تىن", "تىن", "دىن", "دىن"},
                                  "دىن",
                                  "دىن",
                                  "دىن",
                                  "تىن"};

std::string_view ending(const AblativeEndings& of, LastWord word)
{
    if (word.zeros == 0) return of.ones[word.digit];
    if (word.zeros == 1) return of.tens[word.digit];
    if (word.zeros == 2) return of.hundred;
    return word.zeros < 6 ? of.thousand : word.zeros < 9 ? of.million : of.milliard;
}

} // namespace

std::string_view plural_form(std::string_view language, std::string_view printed, bool governed)
{
    if (language == "en") return printed == "1" ? "one" : "many";
    if (language != "ru") return "many";
    if (printed.find('.') != std::string_view::npos) return "fraction";
    const char ones = printed.empty() ? '0' : printed.back();
    const char tens = printed.size() > 1 ? printed[printed.size() - 2] : '0';
    if (tens == '1' || ones == '0' || ones > '4') return "many";
    if (ones == '1') return governed ? "few" : "one"; // "few" is the genitive singular
    return governed ? "many" : "few";
}

std::string_view ablative_ending(std::string_view language, std::string_view printed)
{
    if (language == "kk") return ending(kKazakh, last_word(printed));
    if (language == "ug") return ending(kUyghur, last_word(printed));
    return {};
}

} // namespace scene
