#pragma once
#include "base/result.hpp"
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace data {

struct CsvRow {
    int line = 0; ///< line of the file on which the row starts, from 1
    std::vector<std::string> fields;
};

/// A table with a header row. Every row has as many fields as there are columns.
struct CsvTable {
    std::string file;
    std::vector<std::string> columns;
    std::vector<CsvRow> rows;

    /// Index of a column, or -1.
    [[nodiscard]] int column(std::string_view name) const;
    [[nodiscard]] const std::string& at(const CsvRow& row, int column) const;
    /// "facts.csv, row 12"
    [[nodiscard]] std::string place(const CsvRow& row) const;
};

/// Comma-separated text as of RFC 4180: quoted fields may hold commas, doubled quotes and line breaks; CRLF or LF.
/// A row with too many or too few fields is left out and reported in `problems`; an open quote is an error.
base::Result<CsvTable> parse_csv(std::string_view text, std::string file, std::vector<base::Error>* problems);

/// All of `required` present, none but those and `optional`, none twice.
base::Result<void> check_columns(const CsvTable& table, std::span<const std::string_view> required,
                                 std::span<const std::string_view> optional = {});

} // namespace data
