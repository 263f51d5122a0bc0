#include "scene/number_format.hpp"
#include "data/decimal.hpp"
#include "data/facts.hpp"
#include <charconv>

namespace scene {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0", kMinus = "\u2212";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool digit_at(std::string_view words, std::size_t at) { return at < words.size() && is_digit(words[at]); }

} // namespace

int unit_shift(const Strings& strings, std::string_view unit)
{
    const std::string id(unit);
    const auto own = strings.texts.find("unit_shift." + id);
    if (own == strings.texts.end()) return 0;
    // Moved digits beside a unit fallen back to English would be a wrong figure.
    for (const char* table : {"unit.", "unit_pattern."})
        if (strings.fallback.contains(table + id) && !strings.texts.contains(table + id)) return 0;
    const auto& text = own->second;
    int shift = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), shift);
    return error == std::errc{} && end == text.data() + text.size() ? shift : 0;
}

std::string number_words(const Strings& strings, const std::string& printed, std::string_view unit)
{
    return data::format_printed(data::move_point(printed, unit_shift(strings, unit)), data::Approximation::exact,
                                strings.language);
}

std::vector<std::string> numbers_in(const Strings& strings, std::string_view words, std::string_view unit)
{
    const bool comma_is_point = strings.language == "ru" || strings.language == "kk";
    const int shift = unit_shift(strings, unit);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size();) {
        if (!is_digit(words[i])) {
            ++i;
            continue;
        }
        std::string plain = i >= kMinus.size() && words.substr(i - kMinus.size(), kMinus.size()) == kMinus ? "-" : "";
        while (i < words.size()) {
            if (is_digit(words[i])) {
                plain += words[i++];
            } else if ((words[i] == ',' || words[i] == '.') && digit_at(words, i + 1)) {
                if ((words[i++] == ',') == comma_is_point) plain += '.';
            } else if (words.substr(i).starts_with(kNoBreakSpace) && digit_at(words, i + kNoBreakSpace.size())) {
                i += kNoBreakSpace.size();
            } else {
                break;
            }
        }
        found.push_back(data::move_point(plain, -shift));
    }
    return found;
}

} // namespace scene
