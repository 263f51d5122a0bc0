// The bytes as facts.csv, beside small sound sources, subjects and names; then as each of those.
#include "data/facts.hpp"
#include "data/series.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/input_folder.hpp"

namespace {

constexpr const char* kFacts =
    "id,series,subject_kind,subject,measure,scope,year,period_from,period_to,period_kind,period_label,value,unit,"
    "approx,source,drawable,note\n"
    "f1,s,port,horgos,trains,through_port,2024,,,full,2024,8730,trains,exact,s001,yes,\n";
constexpr const char* kSources = "id,publisher,title,published_on,address,confidence\n"
                                 "s001,Paper,Title,2025-03-05,,reported\ns002,Office,Tables,2025,,official\n";
constexpr const char* kSubjects = "id,kind,name,name_zh,note\nhorgos,port,Horgos,霍尔果斯,\n";
constexpr const char* kNames = "id,kind,en,zh,ru,kk,ug,source,review\nxinjiang,region,Xinjiang,新疆,,,,CLDR,\n";

void check(const fuzz::InputFolder& folder)
{
    std::vector<base::Error> problems;
    const auto table = data::load_facts(folder.path(), &problems);
    if (!table) {
        fuzz::require(table.error().text().find(".csv") != std::string::npos, "an error names the file");
        return;
    }
    for (const data::Fact& fact : table->facts) {
        fuzz::require(table->source(fact) != nullptr, "a fact has a source");
        fuzz::require(!fact.id.empty() && fact.row > 1, "a fact has an id and a row");
        fuzz::require(!data::format_printed(fact.printed, fact.approximation, "ru").empty(), "a fact has a figure");
        (void)table->subject_name(fact.subject, "zh");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFolder folder("facts");
    const std::string bytes = fuzz::as_text(data, size);
    const std::pair<const char*, const char*> sound[] = {
        {"facts.csv", kFacts}, {"sources.csv", kSources}, {"subjects.csv", kSubjects}, {"names.csv", kNames}};
    for (const auto& [name, text] : sound) folder.write(name, text);
    for (const auto& [name, text] : sound) {
        folder.write(name, bytes);
        check(folder);
        folder.write(name, text);
    }
    return 0;
}
