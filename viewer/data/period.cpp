#include "data/period.hpp"
#include <charconv>
#include <chrono>

namespace data {

namespace {

struct DateParts {
    int year = 0, month = 0, day = 0; ///< 0 = not given
};

std::optional<int> digits(std::string_view text)
{
    int out = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (failure != std::errc() || end != text.data() + text.size() || text.starts_with('-')) return std::nullopt;
    return out;
}

std::optional<DateParts> parts(std::string_view text)
{
    const bool shape = text.size() == 4 || (text.size() == 7 && text[4] == '-') ||
                       (text.size() == 10 && text[4] == '-' && text[7] == '-');
    if (!shape) return std::nullopt;
    DateParts out;
    const auto year = digits(text.substr(0, 4));
    if (!year) return std::nullopt;
    out.year = *year;
    if (text.size() >= 7) {
        const auto month = digits(text.substr(5, 2));
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        out.month = *month;
    }
    if (text.size() == 10) {
        const auto day = digits(text.substr(8, 2));
        if (!day || *day < 1) return std::nullopt;
        out.day = *day;
    }
    return out;
}

std::optional<int> day_number(int year, int month, int day)
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return static_cast<int>(sys_days{date}.time_since_epoch().count());
}

} // namespace

std::optional<int> first_day(std::string_view iso_date)
{
    const auto date = parts(iso_date);
    if (!date) return std::nullopt;
    return day_number(date->year, date->month == 0 ? 1 : date->month, date->day == 0 ? 1 : date->day);
}

std::optional<int> last_day(std::string_view iso_date)
{
    const auto date = parts(iso_date);
    if (!date) return std::nullopt;
    if (date->day != 0) return day_number(date->year, date->month, date->day);
    const bool december = date->month == 0 || date->month == 12;
    const auto next = day_number(december ? date->year + 1 : date->year, december ? 1 : date->month + 1, 1);
    if (!next) return std::nullopt;
    return *next - 1;
}

bool is_iso_date(std::string_view text) { return first_day(text).has_value(); }

int period_days(std::string_view from, std::string_view to)
{
    const auto first = first_day(from);
    const auto last = last_day(to);
    return first && last ? *last - *first + 1 : 0;
}

} // namespace data
