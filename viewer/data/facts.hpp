#pragma once
#include "base/result.hpp"
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace data {

enum class Approximation { exact, about, over, under };
enum class PeriodKind { full, partial, as_of, cumulative, multi_year, undated };

struct Source {
    std::string id, publisher, title, published_on, address, confidence;
};

/// One published figure in one source. Never derived.
struct Fact {
    std::string id, series, subject_kind, subject, measure, scope;
    int year = 0; ///< 0 = none
    std::string period_from, period_to;
    PeriodKind period_kind = PeriodKind::full;
    std::string period_label;
    std::string printed; ///< the value column, to the letter
    double value = 0;    ///< NaN when the value is a date
    std::string unit;
    Approximation approximation = Approximation::exact;
    std::string source; ///< Source id
    bool drawable = true;
    std::string note;
    int row = 0; ///< line in facts.csv
};

struct Subject {
    std::string id, kind;
    std::map<std::string, std::string> name; ///< by language
};

struct FactTable {
    std::vector<Fact> facts;
    std::map<std::string, Source> sources;
    std::map<std::string, Subject> subjects; ///< from names.csv and subjects.csv

    [[nodiscard]] const Source* source(const Fact& fact) const;
    /// Name of a subject in a language, English else, else the id itself.
    [[nodiscard]] std::string subject_name(const std::string& subject, const std::string& language) const;
};

/// Reads facts.csv, sources.csv, subjects.csv and names.csv of an atlas. Unknown or missing columns are an error;
/// a bad row (number, enum, unknown source, duplicate id) is left out and reported with its file, row and column.
base::Result<FactTable> load_facts(const std::filesystem::path& folder, std::vector<base::Error>* problems = nullptr);

/// "435.11", "8,730", "about 421,000", "over 7,000", "under 180": digits exactly as published, thousands separated.
[[nodiscard]] std::string format_printed(const std::string& printed, Approximation approximation,
                                         const std::string& language = "en");
/// A whole number with the language's thousands separator (en 8,730; zh 8,730; ru/kk 8 730).
[[nodiscard]] std::string format_number(double value, int decimals = 0, const std::string& language = "en");

} // namespace data
