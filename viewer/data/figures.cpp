#include "data/decimal.hpp"
#include "data/facts.hpp"
#include <cmath>
#include <fmt/format.h>

namespace data {

namespace {

constexpr const char* kNoBreakSpace = "\xC2\xA0";
constexpr const char* kMinus = "\xE2\x88\x92";

struct NumberStyle {
    std::string thousands = ",";
    std::string point = ".";
};

NumberStyle number_style(const std::string& language)
{
    if (language == "ru" || language == "kk") return {kNoBreakSpace, ","};
    return {};
}

// "12345.60" to "12,345.60"; digits are never changed.
std::string grouped(std::string_view plain, const NumberStyle& style)
{
    std::string out;
    if (plain.starts_with('-')) {
        out = kMinus;
        plain.remove_prefix(1);
    }
    const std::size_t point = plain.find('.');
    const std::string_view whole = plain.substr(0, point);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += style.thousands;
        out += whole[i];
    }
    if (point != std::string_view::npos) out += style.point + std::string(plain.substr(point + 1));
    return out;
}

// Signs where no source spells the word in the language.
std::string approximation_prefix(Approximation approximation, const std::string& language)
{
    const auto pick = [&](const char* en, const char* zh, const char* ru, const char* sign) {
        return std::string(language == "en" ? en : language == "zh" ? zh : language == "ru" ? ru : sign);
    };
    switch (approximation) {
    case Approximation::exact: return "";
    case Approximation::about: return pick("about ", "约", "около ", "≈ ");
    case Approximation::over: return pick("over ", "超过", "более ", "> ");
    case Approximation::under: return pick("under ", "不足", "менее ", "< ");
    }
    return "";
}

} // namespace

std::string format_printed(const std::string& printed, Approximation approximation, const std::string& language)
{
    const std::string figure = parse_decimal(printed) ? grouped(printed, number_style(language)) : printed;
    return approximation_prefix(approximation, language) + figure;
}

std::string format_number(double value, int decimals, const std::string& language)
{
    if (!std::isfinite(value)) return "";
    std::string plain = fmt::format("{:.{}f}", value, decimals < 0 ? 0 : decimals);
    if (plain.find_first_not_of("-0.") == std::string::npos && plain.starts_with('-')) plain.erase(0, 1);
    return grouped(plain, number_style(language));
}

} // namespace data
