#pragma once
#include "data/csv.hpp"
#include "data/facts.hpp"

namespace data {

/// The columns of facts.csv, in the order of the file as shipped; any order is read.
[[nodiscard]] std::span<const std::string_view> fact_columns();

/// One row of facts.csv, whose columns were checked, as a Fact; an error names the row and the column.
base::Result<Fact> read_fact_row(const CsvTable& table, const CsvRow& row);

} // namespace data
