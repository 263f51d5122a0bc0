#pragma once
#include "base/toml_file.hpp"
#include "data/atlas_file.hpp"
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <toml++/toml.h>

namespace data {

/// What went wrong while a TOML file is read, and which names it defines and uses.
class ReadLog {
public:
    void error(base::Error error) { errors_.push_back(std::move(error)); }
    void warning(base::Error error) { warnings_.push_back(std::move(error)); }
    void define(const std::string& kind, const std::string& id, const std::string& place);
    void refer(const std::string& kind, const std::string& id, const std::string& place);
    void check_references(); ///< after everything is read
    void text(LocalizedText text) { texts_.push_back(std::move(text)); }
    [[nodiscard]] const std::vector<LocalizedText>& texts() const { return texts_; }

    [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_; }
    [[nodiscard]] const std::vector<base::Error>& warnings() const { return warnings_; }

private:
    struct Reference {
        std::string kind, id, place;
    };
    std::vector<base::Error> errors_, warnings_;
    std::map<std::string, std::set<std::string>> defined_;
    std::vector<Reference> references_;
    std::vector<LocalizedText> texts_;
};

enum class Need { required, optional };

/// Reads the keys of one TOML table. Everything wrong goes to the log with the key and its line; a key that nobody
/// asked for is reported when the reader ends.
class TableReader {
public:
    using Localized = std::map<std::string, std::string>;

    TableReader(const toml::table& table, std::string file, std::string subject, ReadLog& log);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
    std::string text(std::string_view key, Need need = Need::required, std::string fallback = {});
    std::string id(const std::string& kind); ///< key `id`, defined as a `kind`; also names the table in messages
    std::string reference(std::string_view key, const std::string& kind, Need need = Need::required);
    std::string file_name(std::string_view key); ///< relative, inside the folder
    Localized localized(std::string_view key, Need need = Need::optional);
    std::vector<Localized> localized_list(std::string_view key); ///< a list of texts or of tables by language
    double number(std::string_view key, double fallback, double low, double high);
    double positive(std::string_view key, Need need = Need::required);
    int whole(std::string_view key, int fallback, int low, int high);
    bool flag(std::string_view key, bool fallback);
    std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
    std::vector<double> numbers(std::string_view key, std::size_t count = 0); ///< count 0 = any
    std::map<std::string, double> positive_numbers(std::string_view key);     ///< a table of numbers > 0
    std::vector<std::vector<std::string>> text_rows(std::string_view key, std::size_t columns);
    void each(std::string_view key, const std::string& subject, const std::function<void(TableReader&)>& read);
    void child(std::string_view key, const std::function<void(TableReader&)>& read);

    template <class Value, std::size_t N>
    Value choice(std::string_view key, const std::array<std::pair<std::string_view, Value>, N>& choices)
    {
        const std::string found = text(key);
        std::string allowed;
        for (const auto& [name, value] : choices) {
            if (name == found) return value;
            allowed += (allowed.empty() ? "" : ", ") + std::string(name);
        }
        if (!found.empty()) wrong(key, "'" + found + "' is not known", "one of " + allowed);
        return choices[0].second;
    }

    void wrong(std::string_view key, const std::string& what, std::string hint = {});
    [[nodiscard]] std::string place(std::string_view key = {}) const;
    ReadLog& log() { return log_; }

private:
    const toml::node* find(std::string_view key, Need need);
    Localized translations(const toml::node& node, std::string_view key);

    const toml::table& table_;
    std::string file_, subject_;
    ReadLog& log_;
    std::set<std::string, std::less<>> asked_;
};

} // namespace data
