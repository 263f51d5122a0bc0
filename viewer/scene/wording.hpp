#pragma once
#include "data/dataset.hpp"
#include "scene/strings.hpp"
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How figures, states, periods, units and dates are said, for the map and the panels. Numbers are written by
/// number_format.hpp: digits are always the published ones (or the exact result of a labelled sum), never rounded.
namespace scene {

/// "about {n}" with n = "421,000" -> "about 421,000".
[[nodiscard]] std::string fill_in(std::string_view pattern,
                                  std::initializer_list<std::pair<std::string_view, std::string>> values);

/// "8,730", "about 421,000", "over 7,000", "at most 16,414", "no figure".
[[nodiscard]] std::string figure(const Strings& strings, const data::YearValue& value);
/// The same with its unit: "¥435.11 bn", "over 24,000 vehicles".
[[nodiscard]] std::string figure(const Strings& strings, const data::YearValue& value, const std::string& unit);
[[nodiscard]] std::string figure(const Strings& strings, const data::Fact& fact, bool with_unit);
/// With its unit only where that is a sign or short ("¥135.2 bn", "14 %") or the language moved the point ("42.1万辆").
[[nodiscard]] std::string brief_figure(const Strings& strings, const data::YearValue& value, const std::string& unit);
/// For a place too narrow for all digits: one decimal at most. The exact figure stands in the card.
[[nodiscard]] std::string short_figure(const Strings& strings, const data::YearValue& value);

/// Facts for the same period that contradict the shown one; empty unless the year is conflicting.
[[nodiscard]] std::vector<std::size_t> rivals(const data::YearValue& value, const data::FactTable& facts);

/// The word on the badge: "published", "about", "at least", "to 23 Nov", "4,640 elsewhere", "computed", "not split",
/// "absent".
[[nodiscard]] std::string badge(const Strings& strings, const data::YearValue& value, const data::FactTable* facts);
/// What must be said beside the figure: "to 23 Nov: partial", "computed: 16,414 − 8,730", ...; empty for a plain one.
[[nodiscard]] std::string remark(const Strings& strings, const data::YearValue& value, const data::FactTable* facts);
/// Why this of several contradicting figures is shown; "" when there is nothing to explain.
[[nodiscard]] std::string reason_words(const Strings& strings, const data::YearValue& value);
/// The months a partial figure covers: "to Nov", "to 23 Nov", "Apr–Jun".
[[nodiscard]] std::string months(const Strings& strings, const data::Fact& fact);

[[nodiscard]] std::string measure_name(const Strings& strings, const data::Series& series);
[[nodiscard]] std::string scope_name(const Strings& strings, const std::string& scope);
[[nodiscard]] std::string unit_name(const Strings& strings, const std::string& unit);
/// "2025-01-04" -> "4 January 2025"; "2025-01" -> "January 2025"; anything else as it is.
[[nodiscard]] std::string date_words(const Strings& strings, const std::string& iso);
/// "16,414 − 8,730": the sum behind a computed figure, in the language's numbers; "" when it is not computed.
[[nodiscard]] std::string sum_words(const Strings& strings, const data::YearValue& value);
/// The unit under an overlay's numbers: the atlas's words for it, or the language's own unit when its numbers are moved
/// to that ([unit_shift]), so that number and unit always belong together.
[[nodiscard]] std::string overlay_unit(const Strings& strings, const data::OverlaySpec& overlay);
/// A tick of an axis or a legend value: not a fact, so it may be plain. `unit`: of the facts.
[[nodiscard]] std::string axis_number(const Strings& strings, double value, std::string_view unit = {});

} // namespace scene
