#include "data/toml_reader.hpp"
#include <cmath>
#include <fmt/format.h>

namespace data {

std::vector<std::string> TableReader::texts(std::string_view key, Need need)
{
    const toml::node* node = find(key, need);
    std::vector<std::string> out;
    if (node == nullptr) return out;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong(key, "is not a list of texts");
        return out;
    }
    for (const toml::node& item : *list) {
        if (const auto value = item.value_exact<std::string>())
            out.push_back(*value);
        else
            wrong(key, "is not a list of texts");
    }
    return out;
}

std::vector<double> TableReader::numbers(std::string_view key, std::size_t count)
{
    const toml::node* node = find(key, Need::optional);
    std::vector<double> out;
    if (node == nullptr) return out;
    const std::string wanted = count == 0 ? "a list of numbers" : fmt::format("a list of {} numbers", count);
    if (const toml::array* list = node->as_array())
        for (const toml::node& item : *list) {
            const auto value = item.is_number() ? item.value<double>() : std::nullopt;
            if (value && std::isfinite(*value)) out.push_back(*value);
        }
    const std::size_t given = node->is_array() ? node->as_array()->size() : 0;
    if (!node->is_array() || out.size() != given || (count != 0 && given != count)) {
        wrong(key, "is not " + wanted);
        out.assign(count, 0);
    }
    return out;
}

std::map<std::string, double> TableReader::positive_numbers(std::string_view key)
{
    const toml::node* node = find(key, Need::optional);
    std::map<std::string, double> out;
    if (node == nullptr) return out;
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        wrong(key, "is not a table of numbers", "write { default = 0.0014 }");
        return out;
    }
    for (const auto& [name, item] : *table) {
        const auto value = item.is_number() ? item.value<double>() : std::nullopt;
        if (value && std::isfinite(*value) && *value > 0)
            out[std::string(name.str())] = *value;
        else
            wrong(key, fmt::format("of '{}' is not a number above 0", name.str()));
    }
    return out;
}

std::vector<std::vector<std::string>> TableReader::text_rows(std::string_view key, std::size_t columns)
{
    const toml::node* node = find(key, Need::optional);
    std::vector<std::vector<std::string>> out;
    if (node == nullptr) return out;
    const auto row_of = [&](const toml::node& item) {
        std::vector<std::string> row;
        if (const toml::array* list = item.as_array())
            for (const toml::node& cell : *list)
                if (const auto value = cell.value_exact<std::string>()) row.push_back(*value);
        return row;
    };
    if (const toml::array* list = node->as_array())
        for (const toml::node& item : *list) out.push_back(row_of(item));
    bool good = node->is_array();
    for (const auto& row : out) good = good && row.size() == columns;
    if (!good) {
        wrong(key, fmt::format("is not a list of rows of {} texts", columns));
        out.clear();
    }
    return out;
}

void TableReader::each(std::string_view key, const std::string& subject, const std::function<void(TableReader&)>& read)
{
    const toml::node* node = find(key, Need::optional);
    if (node == nullptr) return;
    const toml::array* list = node->as_array();
    bool tables = list != nullptr;
    if (list != nullptr)
        for (const toml::node& item : *list) {
            if (const toml::table* table = item.as_table()) {
                TableReader reader(*table, file_, subject_.empty() ? subject : subject_ + ", " + subject, log_);
                read(reader);
            } else {
                tables = false;
            }
        }
    if (!tables) wrong(key, "is not a list of tables", fmt::format("write [[{}]]", key));
}

void TableReader::child(std::string_view key, const std::function<void(TableReader&)>& read)
{
    const toml::node* node = find(key, Need::optional);
    if (node == nullptr) return;
    if (const toml::table* table = node->as_table()) {
        TableReader reader(*table, file_, std::string(key), log_);
        read(reader);
    } else {
        wrong(key, "is not a table", fmt::format("write [{}]", key));
    }
}

} // namespace data
