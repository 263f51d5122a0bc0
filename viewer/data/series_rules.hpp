#pragma once
#include "data/series.hpp"
#include <span>

namespace data {

/// Settles one year of one series from its facts (indices into `table.facts`, all of one subject, scope and unit).
/// `preferred` may be null.
[[nodiscard]] YearValue settle_year(const FactTable& table, std::span<const std::size_t> facts,
                                    const PreferSpec* preferred);

/// True when two figures say the same once both are rounded as the coarser of them is.
[[nodiscard]] bool figures_agree(const Fact& a, const Fact& b);

/// True when an exact, published figure of the full year is shown: the only kind that may be added or subtracted.
[[nodiscard]] bool usable_operand(const YearValue& year, const FactTable& table);

} // namespace data
