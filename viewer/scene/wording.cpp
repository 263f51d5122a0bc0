#include "scene/wording.hpp"
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

std::string digits(const Strings& strings, const std::string& printed)
{
    return data::format_printed(printed, data::Approximation::exact, strings.language);
}

std::string approximate(const Strings& strings, data::Approximation approximation, const std::string& number)
{
    switch (approximation) {
    case data::Approximation::about: return fill_in(strings("figure.about"), {{"n", number}});
    case data::Approximation::over: return fill_in(strings("figure.over"), {{"n", number}});
    case data::Approximation::under: return fill_in(strings("figure.under"), {{"n", number}});
    case data::Approximation::exact: break;
    }
    return number;
}

std::string in_unit(const Strings& strings, const std::string& number, const std::string& unit)
{
    const auto pattern = known(strings, key("unit_pattern", unit));
    return pattern.empty() ? number + " " + unit_name(strings, unit) : fill_in(pattern, {{"n", number}});
}

std::string said(const Strings& strings, const data::YearValue& value, const std::string& unit)
{
    if (value.state == data::State::absent) return strings("figure.none");
    std::string number = digits(strings, value.printed);
    if (!unit.empty()) number = in_unit(strings, number, unit);
    if (value.state == data::State::at_most && value.approximation != data::Approximation::under)
        return fill_in(strings("figure.at_most"), {{"n", number}});
    return approximate(strings, value.approximation, number);
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
    for (std::size_t i = 0; i < pattern.size();) {
        const auto close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            out += pattern[i++];
            continue;
        }
        const auto name = pattern.substr(i + 1, close - i - 1);
        const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
        out += found == values.end() ? std::string(pattern.substr(i, close - i + 1)) : found->second;
        i = close + 1;
    }
    return out;
}

std::string figure(const Strings& strings, const data::YearValue& value) { return said(strings, value, ""); }

std::string figure(const Strings& strings, const data::YearValue& value, const std::string& unit)
{
    return said(strings, value, unit);
}

std::string figure(const Strings& strings, const data::Fact& fact, bool with_unit)
{
    const auto number = digits(strings, fact.printed);
    return approximate(strings, fact.approximation, with_unit ? in_unit(strings, number, fact.unit) : number);
}

std::string brief_figure(const Strings& strings, const data::YearValue& value, const std::string& unit)
{
    return said(strings, value, known(strings, key("unit_pattern", unit)).empty() ? std::string() : unit);
}

std::string short_figure(const Strings& strings, const data::YearValue& value)
{
    if (value.state == data::State::absent) return strings("figure.none");
    const auto dot = value.printed.find('.');
    const bool longish = dot != std::string::npos && value.printed.size() - dot > 3;
    std::string number =
        longish ? data::format_number(value.value, 1, strings.language) : digits(strings, value.printed);
    if (value.approximation == data::Approximation::about) number = "≈" + number;
    if (value.approximation == data::Approximation::over) number = ">" + number;
    if (value.approximation == data::Approximation::under) number = "<" + number;
    return number;
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
    case data::State::computed: return fill_in(strings("remark.computed"), {{"sum", value.formula}});
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

std::string months(const Strings& strings, const data::Fact& fact)
{
    const Date from = parse_date(fact.period_from);
    const Date to = parse_date(fact.period_to);
    if (from.month == 0 || to.month == 0 || from.year != to.year) return fact.period_label;
    const auto last = month_name(strings, "month_short", to.month);
    if (from.month > 1)
        return from.month == to.month
                   ? last
                   : fill_in(strings("period.months"),
                             {{"from", month_name(strings, "month_short", from.month)}, {"to", last}});
    if (month_end(to)) return fill_in(strings("period.to_month"), {{"month", last}});
    return fill_in(strings("period.to_day"), {{"day", std::to_string(to.day)}, {"month", last}});
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

std::string axis_number(const Strings& strings, double value)
{
    int decimals = 0;
    for (double scaled = value; decimals < 3 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) scaled *= 10;
    return data::format_number(value, decimals, strings.language);
}

} // namespace scene
