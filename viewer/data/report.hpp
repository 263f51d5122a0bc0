#pragma once
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/validate.hpp"
#include <optional>
#include <string>

/// What `corridor-atlas info | validate | facts` print, as text for readers and as JSON for programs.
namespace data {

/// Views, projections, layers with their feature counts, reliefs with their sizes, overlays with their series.
base::Result<std::string> info_text(const std::filesystem::path& folder);
base::Result<std::string> info_json(const std::filesystem::path& folder);

[[nodiscard]] std::string validation_text(const ValidationReport& report);
[[nodiscard]] std::string validation_json(const ValidationReport& report);

/// Blank members match everything; text matches whole, as in facts.csv.
struct FactFilter {
    std::string subject = {}, measure = {}, scope = {}, series = {};
    std::optional<int> year = {};
};

/// Every fact with its source: publisher, title, date.
[[nodiscard]] std::string facts_text(const FactTable& table, const FactFilter& filter,
                                     const std::string& language = "en");
[[nodiscard]] std::string facts_json(const FactTable& table, const FactFilter& filter,
                                     const std::string& language = "en");

/// Names as in facts.csv.
[[nodiscard]] const char* to_string(Approximation approximation);
[[nodiscard]] const char* to_string(PeriodKind kind);

} // namespace data
