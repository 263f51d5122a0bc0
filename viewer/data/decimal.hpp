#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace data {

/// A decimal number as printed, without binary rounding: mantissa / 10^decimals.
struct Decimal {
    std::int64_t mantissa = 0;
    int decimals = 0;

    [[nodiscard]] double value() const;
    [[nodiscard]] std::string text() const; ///< "7684", "-0.07414"
};

/// Plain digits with an optional sign and decimal point, at most 17 digits. No exponent, no thousands separators.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// Exact; nothing when the result has more than 17 digits.
[[nodiscard]] std::optional<Decimal> add(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> subtract(Decimal a, Decimal b);

/// "435.11" with its point moved right by `places` (left when negative): "4351.1", the same figure in a unit ten times
/// smaller. Exact: digits are moved, never changed; zeros that only filled a whole number up go ("46000" by -4 is
/// "4.6"). The text itself when it is no decimal number or `places` is beyond 17.
[[nodiscard]] std::string move_point(std::string_view text, int places);

/// The power of ten to which a figure is rounded: -2 for 435.11, 2 for a rounded 16400. Trailing zeros of whole
/// numbers count as rounding in a figure that is `about`, and in an exact one as long as three digits remain.
[[nodiscard]] int rounded_to(Decimal value, bool about);

/// True when both, rounded half away from zero to 10^power, are the same number.
[[nodiscard]] bool equal_rounded(Decimal a, Decimal b, int power);

} // namespace data
