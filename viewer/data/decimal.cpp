#include "data/decimal.hpp"
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace data {

namespace {

constexpr int kMaxDigits = 17;

std::int64_t power_of_ten(int exponent)
{
    std::int64_t out = 1;
    for (int i = 0; i < exponent; ++i) out *= 10;
    return out;
}

int digit_count(std::int64_t value)
{
    int digits = 1;
    for (value = std::abs(value); value >= 10; value /= 10) ++digits;
    return digits;
}

std::optional<Decimal> with_decimals(Decimal value, int decimals)
{
    const int more = decimals - value.decimals;
    if (digit_count(value.mantissa) + more > kMaxDigits) return std::nullopt;
    return Decimal{value.mantissa * power_of_ten(more), decimals};
}

// value / 10^power as a whole number, rounded half away from zero
std::int64_t rounded(Decimal value, int power)
{
    const int drop = value.decimals + power;
    if (drop <= 0) return value.mantissa * power_of_ten(std::min(-drop, kMaxDigits - digit_count(value.mantissa)));
    if (drop > kMaxDigits) return 0;
    const std::int64_t unit = power_of_ten(drop);
    const std::int64_t half = value.mantissa < 0 ? -unit / 2 : unit / 2;
    return (value.mantissa + half) / unit;
}

std::optional<Decimal> combine(Decimal a, Decimal b, std::int64_t sign)
{
    const int decimals = std::max(a.decimals, b.decimals);
    const auto left = with_decimals(a, decimals);
    const auto right = with_decimals(b, decimals);
    if (!left || !right) return std::nullopt;
    const Decimal out{left->mantissa + sign * right->mantissa, decimals};
    if (digit_count(out.mantissa) > kMaxDigits) return std::nullopt;
    return out;
}

} // namespace

double Decimal::value() const { return std::strtod(text().c_str(), nullptr); }

std::string Decimal::text() const
{
    std::string digits = std::to_string(std::abs(mantissa));
    if (decimals > 0) {
        const auto places = static_cast<std::size_t>(decimals);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, 1, '.');
    }
    return mantissa < 0 ? "-" + digits : digits;
}

std::optional<Decimal> parse_decimal(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    Decimal out;
    int digits = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point && digits > 0) {
            point = true;
        } else if (c >= '0' && c <= '9' && digits < kMaxDigits) {
            out.mantissa = out.mantissa * 10 + (c - '0');
            out.decimals += point ? 1 : 0;
            ++digits;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || text.back() == '.') return std::nullopt;
    if (negative) out.mantissa = -out.mantissa;
    return out;
}

std::optional<Decimal> add(Decimal a, Decimal b) { return combine(a, b, 1); }
std::optional<Decimal> subtract(Decimal a, Decimal b) { return combine(a, b, -1); }

std::string move_point(std::string_view text, int places)
{
    const auto value = parse_decimal(text);
    if (!value || places == 0 || std::abs(places) > kMaxDigits) return std::string(text);
    const int decimals = value->decimals - places;
    std::string digits = std::to_string(std::abs(value->mantissa));
    if (decimals <= 0) {
        if (value->mantissa != 0) digits.append(static_cast<std::size_t>(-decimals), '0');
    } else {
        const auto after = static_cast<std::size_t>(decimals);
        if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
        digits.insert(digits.size() - after, 1, '.');
        if (value->decimals == 0) {
            digits.erase(digits.find_last_not_of('0') + 1);
            if (digits.back() == '.') digits.pop_back();
        }
    }
    return value->mantissa < 0 ? "-" + digits : digits;
}

int rounded_to(Decimal value, bool about)
{
    if (value.decimals > 0) return -value.decimals;
    if (value.mantissa == 0) return 0;
    int zeros = 0;
    for (std::int64_t rest = value.mantissa; rest % 10 == 0; rest /= 10) ++zeros;
    const int digits = digit_count(value.mantissa);
    return about ? zeros : std::clamp(zeros, 0, std::max(0, digits - 3));
}

bool equal_rounded(Decimal a, Decimal b, int power) { return rounded(a, power) == rounded(b, power); }

} // namespace data
