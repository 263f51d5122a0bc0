#include "data/toml_reader.hpp"
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <limits>

namespace data {

void ReadLog::define(const std::string& kind, const std::string& id, const std::string& place)
{
    if (!defined_[kind].insert(id).second) error({fmt::format("{} '{}' is defined twice", kind, id), place, {}});
}

void ReadLog::refer(const std::string& kind, const std::string& id, const std::string& place)
{
    references_.push_back({kind, id, place});
}

void ReadLog::check_references()
{
    for (const Reference& reference : references_) {
        const std::set<std::string>& known = defined_[reference.kind];
        if (known.contains(reference.id)) continue;
        error({fmt::format("{} '{}' is not defined", reference.kind, reference.id), reference.place,
               known.empty() ? fmt::format("there is no {}", reference.kind)
                             : fmt::format("defined: {}", fmt::join(known, ", "))});
    }
}

TableReader::TableReader(const toml::table& table, std::string file, std::string subject, ReadLog& log)
    : table_(table), file_(std::move(file)), subject_(std::move(subject)), log_(log)
{
}

TableReader::~TableReader()
{
    for (const auto& [key, value] : table_)
        if (!asked_.contains(key.str()))
            log_.warning({fmt::format("unknown key '{}'", key.str()), place(key.str()), "it has no effect"});
}

std::string TableReader::place(std::string_view key) const
{
    const toml::node* node = key.empty() ? nullptr : table_.get(key);
    const auto line = (node == nullptr ? table_.source() : node->source()).begin.line;
    std::string out = file_;
    if (line > 0) out += fmt::format(", line {}", line);
    if (!subject_.empty()) out += ", " + subject_;
    return out;
}

void TableReader::wrong(std::string_view key, const std::string& what, std::string hint)
{
    log_.error({fmt::format("{} {}", key, what), place(key), std::move(hint)});
}

const toml::node* TableReader::find(std::string_view key, Need need)
{
    asked_.emplace(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr && need == Need::required) wrong(key, "is missing");
    return node;
}

std::string TableReader::text(std::string_view key, Need need, std::string fallback)
{
    const toml::node* node = find(key, need);
    if (node == nullptr) return fallback;
    const auto value = node->value_exact<std::string>();
    if (!value) wrong(key, "is not text");
    if (value && value->empty() && need == Need::required) wrong(key, "is empty");
    return value.value_or(std::move(fallback));
}

std::string TableReader::id(const std::string& kind)
{
    std::string value = text("id");
    if (value.empty()) return value;
    subject_ += fmt::format(" '{}'", value);
    log_.define(kind, value, place());
    return value;
}

std::string TableReader::reference(std::string_view key, const std::string& kind, Need need)
{
    std::string value = text(key, need);
    if (!value.empty()) log_.refer(kind, value, place(key));
    return value;
}

std::string TableReader::file_name(std::string_view key)
{
    std::string name = text(key);
    const std::filesystem::path path(name);
    bool outside = path.is_absolute() || name.find(':') != std::string::npos;
    for (const auto& part : path) outside = outside || part == "..";
    if (outside) wrong(key, fmt::format("'{}' is not inside the atlas folder", name), "write a relative file name");
    return name;
}

TableReader::Localized TableReader::translations(const toml::node& node, std::string_view key)
{
    Localized out;
    if (const auto plain = node.value_exact<std::string>()) {
        out = {{"en", *plain}};
    } else if (const toml::table* languages = node.as_table()) {
        for (const auto& [language, value] : *languages) {
            if (const auto translated = value.value_exact<std::string>())
                out[std::string(language.str())] = *translated;
            else
                wrong(key, fmt::format("in '{}' is not text", language.str()));
        }
    } else {
        wrong(key, "is not text", "write \"text\" or { en = \"text\", zh = \"文字\" }");
        return out;
    }
    LocalizedText text{fmt::format("{}, {}", place(key), key), {}};
    for (const auto& [language, translated] : out)
        if (!translated.empty()) text.languages.push_back(language);
    log_.text(std::move(text));
    return out;
}

TableReader::Localized TableReader::localized(std::string_view key, Need need)
{
    const toml::node* node = find(key, need);
    return node == nullptr ? Localized{} : translations(*node, key);
}

std::vector<TableReader::Localized> TableReader::localized_list(std::string_view key)
{
    const toml::node* node = find(key, Need::optional);
    std::vector<Localized> out;
    if (node == nullptr) return out;
    const toml::array* list = node->as_array();
    if (list == nullptr) wrong(key, "is not a list of texts");
    if (list != nullptr)
        for (const toml::node& item : *list) out.push_back(translations(item, key));
    return out;
}

double TableReader::number(std::string_view key, double fallback, double low, double high)
{
    const toml::node* node = find(key, Need::optional);
    if (node == nullptr) return fallback;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (value && std::isfinite(*value) && *value >= low && *value <= high) return *value;
    wrong(key, "is not a number in range", fmt::format("{} to {}", low, high));
    return fallback;
}

double TableReader::positive(std::string_view key, Need need)
{
    if (need == Need::required && find(key, need) == nullptr) return 1;
    return number(key, 1, std::numeric_limits<double>::min(), 1e12);
}

int TableReader::whole(std::string_view key, int fallback, int low, int high)
{
    const toml::node* node = find(key, Need::optional);
    if (node == nullptr) return fallback;
    const auto value = node->value_exact<std::int64_t>();
    if (value && *value >= low && *value <= high) return static_cast<int>(*value);
    wrong(key, "is not a whole number in range", fmt::format("{} to {}", low, high));
    return fallback;
}

bool TableReader::flag(std::string_view key, bool fallback)
{
    const toml::node* node = find(key, Need::optional);
    if (node == nullptr) return fallback;
    const auto value = node->value_exact<bool>();
    if (!value) wrong(key, "is neither true nor false");
    return value.value_or(fallback);
}

} // namespace data
