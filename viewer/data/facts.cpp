#include "data/facts.hpp"
#include "data/csv.hpp"
#include "data/fact_row.hpp"
#include "data/text_file.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace data {

namespace {

using Problems = std::vector<base::Error>;
using namespace std::string_view_literals;

constexpr std::array kSourceColumns{"id"sv, "publisher"sv, "title"sv, "published_on"sv, "address"sv, "confidence"sv};
constexpr std::array kSubjectColumns{"id"sv, "kind"sv, "name"sv};
constexpr std::array kSubjectOptional{"name_zh"sv, "name_ru"sv, "name_kk"sv, "name_ug"sv, "note"sv};
constexpr std::array kNameColumns{"id"sv, "kind"sv, "en"sv};
constexpr std::array kNameExtra{"source"sv, "review"sv, "note"sv};

base::Result<CsvTable> read_table(const std::filesystem::path& file, Problems& problems)
{
    auto text = read_text_file(file);
    if (!text) return tl::unexpected(text.error());
    return parse_csv(*text, file.filename().string(), &problems);
}

bool is_language_tag(std::string_view column)
{
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return column.size() >= 2 && column.size() <= 3 && std::all_of(column.begin(), column.end(), lower);
}

base::Result<void> read_sources(const std::filesystem::path& folder, FactTable& out, Problems& problems)
{
    const auto table = read_table(folder / "sources.csv", problems);
    if (!table) return tl::unexpected(table.error());
    if (auto ok = check_columns(*table, kSourceColumns); !ok) return ok;
    const auto column = [&](std::size_t i) { return table->column(kSourceColumns[i]); };
    for (const CsvRow& row : table->rows) {
        const auto field = [&](std::size_t i) { return table->at(row, column(i)); };
        Source source{field(0), field(1), field(2), field(3), field(4), field(5)};
        if (source.id.empty())
            problems.push_back({"id is empty", table->place(row), {}});
        else if (const std::string id = source.id; !out.sources.emplace(id, std::move(source)).second)
            problems.push_back(
                {fmt::format("source '{}' is there twice", id), table->place(row), "the first one is used"});
    }
    return {};
}

// subjects.csv names what has no feature; names.csv names everything, so it wins where both do.
base::Result<void> read_subjects(const std::filesystem::path& folder, FactTable& out, Problems& problems)
{
    const auto file = folder / "subjects.csv";
    if (!std::filesystem::exists(file)) return {};
    const auto table = read_table(file, problems);
    if (!table) return tl::unexpected(table.error());
    if (auto ok = check_columns(*table, kSubjectColumns, kSubjectOptional); !ok) return ok;
    for (const CsvRow& row : table->rows) {
        Subject subject{table->at(row, table->column("id")), table->at(row, table->column("kind")), {}};
        for (const std::string& name : table->columns) {
            if (!name.starts_with("name")) continue;
            const std::string& text = table->at(row, table->column(name));
            if (!text.empty()) subject.name[name == "name" ? "en" : name.substr(5)] = text;
        }
        const std::string id = subject.id;
        if (id.empty())
            problems.push_back({"id is empty", table->place(row), {}});
        else if (!out.subjects.emplace(id, std::move(subject)).second)
            problems.push_back(
                {fmt::format("subject '{}' is there twice", id), table->place(row), "the first one is used"});
    }
    return {};
}

base::Result<void> read_names(const std::filesystem::path& folder, FactTable& out, Problems& problems)
{
    const auto file = folder / "names.csv";
    if (!std::filesystem::exists(file)) return {};
    const auto table = read_table(file, problems);
    if (!table) return tl::unexpected(table.error());
    std::vector<std::string_view> optional(kNameExtra.begin(), kNameExtra.end());
    for (const std::string& name : table->columns)
        if (is_language_tag(name)) optional.push_back(name);
    if (auto ok = check_columns(*table, kNameColumns, optional); !ok) return ok;
    std::set<std::string> seen;
    for (const CsvRow& row : table->rows) {
        const std::string& id = table->at(row, table->column("id"));
        if (id.empty() || !seen.insert(id).second) {
            problems.push_back({id.empty() ? "id is empty" : fmt::format("name of '{}' is there twice", id),
                                table->place(row), "the first one is used"});
            continue;
        }
        Subject& subject = out.subjects[id];
        subject.id = id;
        if (subject.kind.empty()) subject.kind = table->at(row, table->column("kind"));
        for (const std::string& language : table->columns) {
            if (language == "id" || !is_language_tag(language)) continue;
            const std::string& text = table->at(row, table->column(language));
            if (!text.empty()) subject.name[language] = text;
        }
    }
    return {};
}

base::Result<void> read_facts(const std::filesystem::path& folder, FactTable& out, Problems& problems)
{
    const auto table = read_table(folder / "facts.csv", problems);
    if (!table) return tl::unexpected(table.error());
    if (auto ok = check_columns(*table, fact_columns()); !ok) return ok;
    std::set<std::string> seen;
    for (const CsvRow& row : table->rows) {
        auto fact = read_fact_row(*table, row);
        if (!fact)
            problems.push_back(fact.error());
        else if (!seen.insert(fact->id).second)
            problems.push_back({fmt::format("id '{}' is there twice", fact->id), table->place(row),
                                "the first one is used; give every fact its own id"});
        else if (!out.sources.contains(fact->source))
            problems.push_back({fmt::format("source '{}' is not in sources.csv", fact->source), table->place(row),
                                "a fact without a source is not shown"});
        else
            out.facts.push_back(std::move(*fact));
    }
    return {};
}

} // namespace

const Source* FactTable::source(const Fact& fact) const
{
    const auto it = sources.find(fact.source);
    return it == sources.end() ? nullptr : &it->second;
}

std::string FactTable::subject_name(const std::string& subject, const std::string& language) const
{
    const auto it = subjects.find(subject);
    if (it == subjects.end()) return subject;
    const auto& names = it->second.name;
    if (const auto name = names.find(language); name != names.end()) return name->second;
    if (const auto name = names.find("en"); name != names.end()) return name->second;
    return subject;
}

base::Result<FactTable> load_facts(const std::filesystem::path& folder, std::vector<base::Error>* problems)
{
    FactTable table;
    Problems found;
    for (const auto read : {read_sources, read_subjects, read_names, read_facts})
        if (auto ok = read(folder, table, found); !ok) return tl::unexpected(ok.error());
    if (problems != nullptr) problems->insert(problems->end(), found.begin(), found.end());
    return table;
}

} // namespace data
