#pragma once
#include "data/series.hpp"
#include "scene/strings.hpp"
#include <string>

/// A figure in words, the same on the map, the panels and in exports. Digits exactly as published.
namespace scene {

/// "8,730", "about 6,300", "over 7,000", "at most 16,414", "no figure".
[[nodiscard]] std::string figure_text(const data::YearValue& value, const Strings& strings);

/// How it is known: "published", "computed: 16,414 − 8,730", "Jan–Aug 2022, not a year", "another source: 4,640".
[[nodiscard]] std::string state_text(const data::YearValue& value, const data::FactTable* facts, const Strings& strings);

} // namespace scene
