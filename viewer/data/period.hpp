#pragma once
#include <optional>
#include <string_view>

namespace data {

/// True for 2024, 2024-03 and 2024-03-27 (a day that exists).
[[nodiscard]] bool is_iso_date(std::string_view text);

/// Days since 1970-01-01 of the first or, for a year or month, the last day meant by an ISO date.
[[nodiscard]] std::optional<int> first_day(std::string_view iso_date);
[[nodiscard]] std::optional<int> last_day(std::string_view iso_date);

/// Days from the first to the last, both counted; 0 when either is not known.
[[nodiscard]] int period_days(std::string_view from, std::string_view to);

} // namespace data
