#pragma once
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace data {

/// The eight states of a year of a series; eight looks (DESIGN section 2).
enum class State { published, about, minimum, partial, conflicting, computed, at_most, absent };
[[nodiscard]] const char* to_string(State state); ///< "published", ... "at most"

struct YearValue {
    State state = State::absent;
    double value = 0;    ///< meaningless when absent
    std::string printed; ///< as published ("8730"); for computed: the exact decimal result
    Approximation approximation = Approximation::exact;
    std::vector<std::size_t> facts;  ///< indices into FactTable::facts that say this value; the shown one first
    std::vector<std::size_t> others; ///< figures of the same year that differ (conflict), or shorter periods
    std::string period_label;        ///< partial: the months
    std::string formula;             ///< computed: "16,414 − 8,730"
    std::map<std::string, std::string> reason; ///< conflicting: why the atlas prefers the shown one, by language
    std::string rule;                          ///< else the rule that chose it: "exact" or "latest"
    std::string unit;                          ///< of the series; "" when absent
};

/// All years of one subject x measure x scope x unit.
struct Series {
    std::string id, subject, measure, scope, unit;
    std::map<int, YearValue> years; ///< only years that have something

    [[nodiscard]] const YearValue& at(int year) const; ///< absent when there is nothing
};

struct SeriesTable {
    std::vector<Series> series;
    [[nodiscard]] const Series* find(const std::string& id) const;
    [[nodiscard]] std::vector<const Series*> of_subject(const std::string& subject) const;
};

/// Groups facts into series (by series id, subject, scope and unit; drawable, dated facts of kind full or partial;
/// as_of figures too, for measures such as area, routes and length), settles each year's state and adds what
/// `computed` allows: only years in which the series itself has no full-year figure and both operands do.
/// Rules: exact beats about when they agree after rounding; several different full-year figures are a conflict, the
/// atlas' `preferred` one shown (else the exact one, else the latest published, and the reason says which);
/// a year with only partial figures shows the longest period; a threshold ("over 7,000") is a minimum unless a
/// figure for the full year exists ("under 180" alone is an at_most). Two scopes or units never meet in one series.
SeriesTable build_series(const FactTable& facts, const AtlasFile& atlas);

} // namespace data
