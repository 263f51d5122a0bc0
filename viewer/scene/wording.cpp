#include "scene/wording.hpp"
#include "data/decimal.hpp"
#include "scene/isolates.hpp"
#include "scene/number_format.hpp"
#include "scene/numeral_grammar.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace scene {
namespace {

std::string key(std::string_view prefix, std::string_view name)
{
    return std::string(prefix) + "." + std::string(name);
}

/// The text of a key, or nothing when no language has it.
std::string known(const Strings& strings, const std::string& name)
{
    const auto& text = strings(name);
    return text == name ? std::string() : text;
}

/// A form that only this language has: English must not fill in for it.
std::string own(const Strings& strings, const std::string& name)
{
    const auto found = strings.texts.find(name);
    return found == strings.texts.end() ? std::string() : found->second;
}

/// A published number on its way to words.
struct Said {
    const std::string& printed;
    const std::string& unit;     ///< of the facts
    const char* limit = nullptr; ///< "about", "over" ...: key of the words around it; null when exact
    bool with_unit = false;
};

const char* limit_of(data::Approximation approximation)
{
    switch (approximation) {
    case data::Approximation::about: return "about";
    case data::Approximation::over: return "over";
    case data::Approximation::under: return "under";
    case data::Approximation::exact: break;
    }
    return nullptr;
}

/// "trains" behind the number: its own form for 1, for 2 to 4, for a fraction where the language has one.
std::string counted_unit(const Strings& strings, const Said& said)
{
    const auto shown = data::move_point(said.printed, unit_shift(strings, said.unit));
    const auto form = plural_form(strings.language, shown, said.limit != nullptr);
    const auto word = own(strings, "plural." + std::string(form) + "." + said.unit);
    return word.empty() ? unit_name(strings, said.unit) : word;
}

std::string in_unit(const Strings& strings, const Said& said, const std::string& number)
{
    const auto pattern = known(strings, key("unit_pattern", said.unit));
    const auto& words = pattern.empty() ? strings("figure.counted") : pattern;
    return fill_in(words, {{"n", number}, {"unit", counted_unit(strings, said)}});
}

std::string say(const Strings& strings, const Said& said)
{
    const std::string number = number_words(strings, said.printed, said.unit);
    if (!said.limit) return said.with_unit ? in_unit(strings, said, number) : number;
    const auto& words = strings(key("figure", said.limit));
    // Where "over" takes a case, the number ("7 000-нан") or a unit that belongs to it ("1,5 млрд юаннан") bears it.
    if (words.find("{case}") != std::string::npos) {
        const auto unit_in_case = said.with_unit ? own(strings, key("unit_case", said.unit)) : std::string();
        if (!unit_in_case.empty()) return fill_in(words, {{"n", fill_in(unit_in_case, {{"n", number}})}, {"case", ""}});
        const auto shown = data::move_point(said.printed, unit_shift(strings, said.unit));
        const auto limited =
            fill_in(words, {{"n", number}, {"case", std::string(ablative_ending(strings.language, shown))}});
        return said.with_unit ? in_unit(strings, said, limited) : limited;
    }
    return fill_in(words, {{"n", said.with_unit ? in_unit(strings, said, number) : number}});
}

std::string say(const Strings& strings, const data::YearValue& value, const std::string& unit, bool with_unit)
{
    if (value.state == data::State::absent) return strings("figure.none");
    const bool bounded = value.state == data::State::at_most && value.approximation != data::Approximation::under;
    return say(strings, {value.printed, unit, bounded ? "at_most" : limit_of(value.approximation), with_unit});
}

/// Would be torn apart in a sentence that runs right to left: foreign words, sums; not a bare number.
bool foreign(std::string_view value)
{
    return value.find_first_not_of("0123456789.,") != std::string_view::npos && !has_arabic(value) &&
           isolates(value).empty();
}

struct Date {
    int year = 0, month = 0, day = 0;
};

Date parse_date(const std::string& iso)
{
    Date date;
    const auto part = [&](std::size_t from, std::size_t count) {
        int number = 0;
        if (iso.size() >= from + count) {
            const auto* begin = iso.data() + from;
            const auto [end, error] = std::from_chars(begin, begin + count, number);
            if (error != std::errc{} || end != begin + count) return 0;
        }
        return number;
    };
    date.year = part(0, 4);
    if (iso.size() >= 7 && iso[4] == '-') date.month = part(5, 2);
    if (iso.size() >= 10 && iso[7] == '-') date.day = part(8, 2);
    if (date.month < 1 || date.month > 12) date.month = date.day = 0;
    return date;
}

bool month_end(const Date& date)
{
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return date.day == 0 || date.day >= kDays[date.month - 1];
}

std::string month_name(const Strings& strings, const char* form, int month)
{
    return strings(key(form, std::to_string(month)));
}

} // namespace

std::string fill_in(std::string_view pattern, std::initializer_list<std::pair<std::string_view, std::string>> values)
{
    std::string out;
    const bool right_to_left = has_arabic(pattern);
    for (std::size_t i = 0; i < pattern.size();) {
        const auto close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += pattern[i++];
            continue;
        }
        const auto name = pattern.substr(i + 1, close - i - 1);
        const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
        if (found == values.end())
            out += pattern.substr(i, close - i + 1);
        else
            out += right_to_left && foreign(found->second) ? isolated(found->second) : found->second;
        i = close + 1;
    }
    return out;
}

std::string figure(const Strings& strings, const data::YearValue& value)
{
    return say(strings, value, value.unit, false);
}

std::string figure(const Strings& strings, const data::YearValue& value, const std::string& unit)
{
    return say(strings, value, unit, true);
}

std::string figure(const Strings& strings, const data::Fact& fact, bool with_unit)
{
    return say(strings, {fact.printed, fact.unit, limit_of(fact.approximation), with_unit});
}

std::string brief_figure(const Strings& strings, const data::YearValue& value, const std::string& unit)
{
    return say(strings, value, unit,
               !known(strings, key("unit_pattern", unit)).empty() || unit_shift(strings, unit) != 0);
}

std::string short_figure(const Strings& strings, const data::YearValue& value)
{
    if (value.state == data::State::absent) return strings("figure.none");
    const auto shown = data::move_point(value.printed, unit_shift(strings, value.unit));
    const auto dot = shown.find('.');
    const bool longish = dot != std::string::npos && shown.size() - dot > 3;
    std::string number = longish ? data::format_number(std::strtod(shown.c_str(), nullptr), 1, strings.language)
                                 : number_words(strings, value.printed, value.unit);
    if (value.approximation == data::Approximation::about) number = "≈" + number;
    if (value.approximation == data::Approximation::over) number = ">" + number;
    if (value.approximation == data::Approximation::under) number = "<" + number;
    return number;
}

std::string sum_words(const Strings& strings, const data::YearValue& value)
{
    std::string out, number;
    for (const char c : value.formula + " ") {
        if ((c >= '0' && c <= '9') || c == '.') {
            number += c;
        } else if (c != ',') { // the formula is kept with English marks
            if (!number.empty()) out += number_words(strings, number, value.unit);
            number.clear();
            out += c;
        }
    }
    out.pop_back();
    return out;
}

std::vector<std::size_t> rivals(const data::YearValue& value, const data::FactTable& facts)
{
    std::vector<std::size_t> found;
    if (value.state != data::State::conflicting || value.facts.empty()) return found;
    const auto kind = facts.facts.at(value.facts.front()).period_kind;
    for (const auto index : value.others)
        if (facts.facts.at(index).period_kind == kind) found.push_back(index);
    return found;
}

std::string badge(const Strings& strings, const data::YearValue& value, const data::FactTable* facts)
{
    if (value.state == data::State::partial && facts && !value.facts.empty())
        return months(strings, facts->facts.at(value.facts.front()));
    if (value.state == data::State::conflicting && facts)
        if (const auto other = rivals(value, *facts); !other.empty())
            return fill_in(strings("badge.elsewhere"), {{"n", figure(strings, facts->facts.at(other.front()), false)}});
    std::string name = data::to_string(value.state);
    std::replace(name.begin(), name.end(), ' ', '_');
    return strings(key("badge", name));
}

std::string remark(const Strings& strings, const data::YearValue& value, const data::FactTable* facts)
{
    switch (value.state) {
    case data::State::partial: return fill_in(strings("remark.partial"), {{"period", badge(strings, value, facts)}});
    case data::State::computed: return fill_in(strings("remark.computed"), {{"sum", sum_words(strings, value)}});
    case data::State::conflicting:
        if (facts)
            if (const auto other = rivals(value, *facts); !other.empty())
                return fill_in(strings("remark.conflict"),
                               {{"n", figure(strings, facts->facts.at(other.front()), false)}});
        return strings("badge.conflicting");
    case data::State::minimum: return strings("remark.minimum");
    case data::State::at_most: return strings("remark.at_most");
    case data::State::absent: return strings("remark.absent");
    case data::State::published:
    case data::State::about: break;
    }
    if (facts && !value.facts.empty()) {
        const auto& fact = facts->facts.at(value.facts.front());
        const auto& day = fact.period_to.empty() ? fact.period_from : fact.period_to;
        if (fact.period_kind == data::PeriodKind::as_of && !day.empty())
            return fill_in(strings("remark.as_of"), {{"date", date_words(strings, day)}});
    }
    return {};
}

std::string reason_words(const Strings& strings, const data::YearValue& value)
{
    return value.rule.empty() ? data::localized(value.reason, strings.language) : strings(key("rule", value.rule));
}

std::string months(const Strings& strings, const data::Fact& fact)
{
    const Date from = parse_date(fact.period_from);
    const Date to = parse_date(fact.period_to);
    if (from.month == 0 || to.month == 0 || from.year != to.year) return fact.period_label;
    const auto last = month_name(strings, "month_short", to.month);
    const auto until = month_name(strings, "month_to", to.month);
    if (from.month > 1)
        return from.month == to.month
                   ? last
                   : fill_in(strings("period.months"),
                             {{"from", month_name(strings, "month_short", from.month)}, {"to", last}});
    if (month_end(to)) return fill_in(strings("period.to_month"), {{"month", until}});
    return fill_in(strings("period.to_day"), {{"day", std::to_string(to.day)}, {"month", until}});
}

std::string measure_name(const Strings& strings, const data::Series& series)
{
    // Several series of a subject can share a measure (growth of what?): then the language file names the series.
    if (const auto own = known(strings, key("series", series.id)); !own.empty()) return own;
    const auto name = known(strings, key("measure", series.measure));
    if (!name.empty()) return name;
    std::string plain = series.measure;
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return plain;
}

std::string scope_name(const Strings& strings, const std::string& scope)
{
    return scope.empty() ? std::string() : known(strings, key("scope", scope));
}

std::string unit_name(const Strings& strings, const std::string& unit)
{
    if (const auto name = known(strings, key("unit", unit)); !name.empty()) return name;
    std::string plain = unit;
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return plain;
}

std::string date_words(const Strings& strings, const std::string& iso)
{
    const Date date = parse_date(iso);
    if (date.year == 0 || date.month == 0 || iso.size() > 10) return iso;
    const auto year = std::to_string(date.year);
    if (date.day == 0)
        return fill_in(strings("date.month"), {{"month", month_name(strings, "month", date.month)}, {"year", year}});
    return fill_in(
        strings("date.day"),
        {{"day", std::to_string(date.day)}, {"month", month_name(strings, "month_of", date.month)}, {"year", year}});
}

std::string overlay_unit(const Strings& strings, const data::OverlaySpec& overlay)
{
    return unit_shift(strings, overlay.unit) != 0 ? unit_name(strings, overlay.unit)
                                                  : data::localized(overlay.unit_name, strings.language);
}

std::string axis_number(const Strings& strings, double value, std::string_view unit)
{
    value *= std::pow(10.0, unit_shift(strings, unit));
    int decimals = 0;
    for (double scaled = value; decimals < 3 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) scaled *= 10;
    return data::format_number(value, decimals, strings.language);
}

} // namespace scene
