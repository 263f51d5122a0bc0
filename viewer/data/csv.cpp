#include "data/csv.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace data {

namespace {

class CsvParser {
public:
    CsvParser(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

    base::Result<CsvRow> row()
    {
        CsvRow row;
        row.line = line_;
        for (;;) {
            std::string field;
            if (!at_end() && text_[at_] == '"') {
                if (auto ok = quoted(field); !ok) return tl::unexpected(ok.error());
            } else {
                const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
                field = text_.substr(at_, end - at_);
                at_ = end;
            }
            row.fields.push_back(std::move(field));
            if (at_end()) return row;
            if (text_[at_] == ',') {
                ++at_;
                continue;
            }
            if (text_[at_] != '\r' && text_[at_] != '\n')
                return base::fail("text after a closing quote", place(line_),
                                  "double every quote inside a quoted field");
            line_break();
            return row;
        }
    }

private:
    std::string place(int line) const { return fmt::format("{}, line {}", file_, line); }

    void line_break()
    {
        if (text_[at_] == '\r') ++at_;
        if (!at_end() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    base::Result<void> quoted(std::string& field)
    {
        const int opened = line_;
        ++at_;
        for (;;) {
            const std::size_t end = text_.find('"', at_);
            if (end == std::string_view::npos) return base::fail("a quote is opened and never closed", place(opened));
            const std::string_view piece = text_.substr(at_, end - at_);
            line_ += static_cast<int>(std::count(piece.begin(), piece.end(), '\n'));
            field += piece;
            at_ = end + 1;
            if (at_end() || text_[at_] != '"') return {};
            field += '"';
            ++at_;
        }
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    int line_ = 1;
};

std::string joined(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

} // namespace

int CsvTable::column(std::string_view name) const
{
    const auto it = std::find(columns.begin(), columns.end(), name);
    return it == columns.end() ? -1 : static_cast<int>(it - columns.begin());
}

const std::string& CsvTable::at(const CsvRow& row, int column) const
{
    static const std::string empty;
    return column < 0 ? empty : row.fields[static_cast<std::size_t>(column)];
}

std::string CsvTable::place(const CsvRow& row) const { return fmt::format("{}, line {}", file, row.line); }

base::Result<CsvTable> parse_csv(std::string_view text, std::string file, std::vector<base::Error>* problems)
{
    CsvTable table;
    table.file = std::move(file);
    CsvParser parser(text, table.file);
    while (!parser.at_end()) {
        auto row = parser.row();
        if (!row) return tl::unexpected(row.error());
        if (row->fields.size() == 1 && row->fields[0].empty()) continue; // blank line
        if (table.columns.empty()) {
            table.columns = std::move(row->fields);
        } else if (row->fields.size() == table.columns.size()) {
            table.rows.push_back(std::move(*row));
        } else if (problems != nullptr) {
            problems->push_back(
                {fmt::format("the row has {} fields, the header {}", row->fields.size(), table.columns.size()),
                 table.place(*row), "quote fields that hold a comma"});
        }
    }
    if (table.columns.empty()) return base::fail("is empty: a header row is needed", table.file);
    return table;
}

base::Result<void> check_columns(const CsvTable& table, std::span<const std::string_view> required,
                                 std::span<const std::string_view> optional)
{
    for (const std::string_view name : required)
        if (table.column(name) < 0)
            return base::fail(fmt::format("column '{}' is missing", name), table.file, "columns: " + joined(required));
    for (const std::string& name : table.columns) {
        const bool known = std::find(required.begin(), required.end(), name) != required.end() ||
                           std::find(optional.begin(), optional.end(), name) != optional.end();
        if (!known)
            return base::fail(fmt::format("unknown column '{}'", name), table.file, "columns: " + joined(required));
        if (std::count(table.columns.begin(), table.columns.end(), name) > 1)
            return base::fail(fmt::format("column '{}' is there twice", name), table.file);
    }
    return {};
}

} // namespace data
