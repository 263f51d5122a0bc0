#include "data/fact_row.hpp"
#include "data/decimal.hpp"
#include "data/period.hpp"
#include <array>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace data {

namespace {

constexpr std::array<std::string_view, 17> kFactColumns{
    "id",   "series",      "subject_kind", "subject",     "measure",      "scope",
    "year", "period_from", "period_to",    "period_kind", "period_label", "value",
    "unit", "approx",      "source",       "drawable",    "note"};

constexpr std::array<std::pair<std::string_view, Approximation>, 4> kApproximations{{{"exact", Approximation::exact},
                                                                                     {"about", Approximation::about},
                                                                                     {"over", Approximation::over},
                                                                                     {"under", Approximation::under}}};
constexpr std::array<std::pair<std::string_view, PeriodKind>, 6> kPeriodKinds{{{"full", PeriodKind::full},
                                                                               {"partial", PeriodKind::partial},
                                                                               {"as_of", PeriodKind::as_of},
                                                                               {"cumulative", PeriodKind::cumulative},
                                                                               {"multi_year", PeriodKind::multi_year},
                                                                               {"undated", PeriodKind::undated}}};
constexpr std::array<std::pair<std::string_view, bool>, 4> kYesNo{
    {{"yes", true}, {"no", false}, {"true", true}, {"false", false}}};

// Reads the fields of one row; the first thing that is wrong is kept, all later reads do nothing.
class RowReader {
public:
    RowReader(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

    const std::string& text(std::string_view column) const { return table_.at(row_, table_.column(column)); }

    const std::string& required(std::string_view column)
    {
        const std::string& value = text(column);
        if (value.empty()) wrong(column, "is empty");
        return value;
    }

    template <class Value, std::size_t N>
    void choice(std::string_view column, const std::array<std::pair<std::string_view, Value>, N>& choices, Value& out)
    {
        std::string allowed;
        for (const auto& [name, value] : choices) {
            if (name == text(column)) {
                out = value;
                return;
            }
            allowed += (allowed.empty() ? "" : ", ") + std::string(name);
        }
        wrong(column, fmt::format("'{}' is not known", text(column)), "one of " + allowed);
    }

    void wrong(std::string_view column, std::string what, std::string hint = {})
    {
        if (failed_) return;
        failed_ = true;
        error_ = {fmt::format("{} {}", column, what), table_.place(row_), std::move(hint)};
    }

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] const base::Error& error() const { return error_; }

private:
    const CsvTable& table_;
    const CsvRow& row_;
    bool failed_ = false;
    base::Error error_;
};

void read_period(RowReader& row, Fact& fact)
{
    row.choice("period_kind", kPeriodKinds, fact.period_kind);
    fact.period_from = row.text("period_from");
    fact.period_to = row.text("period_to");
    fact.period_label = row.text("period_label");
    for (const char* column : {"period_from", "period_to"})
        if (!row.text(column).empty() && !is_iso_date(row.text(column)))
            row.wrong(column, fmt::format("'{}' is not a date", row.text(column)), "write 2024, 2024-03 or 2024-03-27");
    if (!fact.period_from.empty() && !fact.period_to.empty() && period_days(fact.period_from, fact.period_to) <= 0)
        row.wrong("period_to", fmt::format("'{}' is before period_from", fact.period_to));
    const std::string& year = row.text("year");
    const auto number = parse_decimal(year);
    if (!year.empty() && (!number || number->decimals != 0 || number->mantissa < 1 || number->mantissa > 9999))
        row.wrong("year", fmt::format("'{}' is not a year", year));
    else if (number)
        fact.year = static_cast<int>(number->mantissa);
    const bool needs_year = fact.period_kind == PeriodKind::full || fact.period_kind == PeriodKind::partial;
    if (needs_year && fact.year == 0)
        row.wrong("year", "is empty", "a full or partial year needs its year; otherwise period_kind is undated");
}

void read_value(RowReader& row, Fact& fact)
{
    fact.printed = row.required("value");
    row.choice("approx", kApproximations, fact.approximation);
    fact.value = std::numeric_limits<double>::quiet_NaN();
    if (const auto number = parse_decimal(fact.printed); number && fact.unit != "date")
        fact.value = number->value();
    else if (fact.unit == "date" && !is_iso_date(fact.printed))
        row.wrong("value", fmt::format("'{}' is not a date", fact.printed), "write 2024, 2024-03 or 2024-03-27");
    else if (fact.unit != "date")
        row.wrong("value", fmt::format("'{}' is not a plain decimal number", fact.printed),
                  "digits and one point only: 8730, not 8,730");
}

} // namespace

std::span<const std::string_view> fact_columns() { return kFactColumns; }

base::Result<Fact> read_fact_row(const CsvTable& table, const CsvRow& csv_row)
{
    RowReader row(table, csv_row);
    Fact fact;
    fact.row = csv_row.line;
    fact.id = row.required("id");
    fact.series = row.required("series");
    fact.subject_kind = row.text("subject_kind");
    fact.subject = row.required("subject");
    fact.measure = row.required("measure");
    fact.scope = row.required("scope");
    fact.unit = row.required("unit");
    fact.source = row.required("source");
    fact.note = row.text("note");
    row.choice("drawable", kYesNo, fact.drawable);
    read_period(row, fact);
    read_value(row, fact);
    if (row.failed()) return tl::unexpected(row.error());
    return fact;
}

} // namespace data
