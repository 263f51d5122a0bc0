#include "data/report.hpp"
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace data {

namespace {

bool matches(const Fact& fact, const FactFilter& filter)
{
    const auto same = [](const std::string& wanted, const std::string& has) { return wanted.empty() || wanted == has; };
    return same(filter.subject, fact.subject) && same(filter.measure, fact.measure) && same(filter.scope, fact.scope) &&
           same(filter.series, fact.series) && (!filter.year || *filter.year == fact.year);
}

std::string period_of(const Fact& fact)
{
    if (!fact.period_label.empty()) return fact.period_label;
    return fact.year == 0 ? "undated" : std::to_string(fact.year);
}

std::string source_line(const Source* source)
{
    if (source == nullptr) return "source missing";
    std::string line = source->publisher;
    for (const std::string& part : {source->title, source->published_on, source->confidence, source->address})
        if (!part.empty()) line += "; " + part;
    return line;
}

} // namespace

const char* to_string(Approximation approximation)
{
    switch (approximation) {
    case Approximation::exact: return "exact";
    case Approximation::about: return "about";
    case Approximation::over: return "over";
    case Approximation::under: return "under";
    }
    return "exact";
}

const char* to_string(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::full: return "full";
    case PeriodKind::partial: return "partial";
    case PeriodKind::as_of: return "as_of";
    case PeriodKind::cumulative: return "cumulative";
    case PeriodKind::multi_year: return "multi_year";
    case PeriodKind::undated: return "undated";
    }
    return "undated";
}

std::string facts_text(const FactTable& table, const FactFilter& filter, const std::string& language)
{
    std::string out;
    std::size_t count = 0;
    for (const Fact& fact : table.facts) {
        if (!matches(fact, filter)) continue;
        ++count;
        out += fmt::format("{}  {}, {} ({}), {}: {} {}\n      {}\n", fact.id,
                           table.subject_name(fact.subject, language), fact.measure, fact.scope, period_of(fact),
                           format_printed(fact.printed, fact.approximation, language), fact.unit,
                           source_line(table.source(fact)));
        if (!fact.note.empty()) out += fmt::format("      note: {}\n", fact.note);
    }
    return out + fmt::format("{} of {} facts\n", count, table.facts.size());
}

std::string facts_json(const FactTable& table, const FactFilter& filter, const std::string& language)
{
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const Fact& fact : table.facts) {
        if (!matches(fact, filter)) continue;
        nlohmann::ordered_json row{{"id", fact.id},
                                   {"series", fact.series},
                                   {"subject", fact.subject},
                                   {"subject_name", table.subject_name(fact.subject, language)},
                                   {"measure", fact.measure},
                                   {"scope", fact.scope},
                                   {"year", nullptr},
                                   {"period_from", fact.period_from},
                                   {"period_to", fact.period_to},
                                   {"period_kind", to_string(fact.period_kind)},
                                   {"period_label", fact.period_label},
                                   {"printed", fact.printed},
                                   {"value", nullptr},
                                   {"unit", fact.unit},
                                   {"approximation", to_string(fact.approximation)},
                                   {"drawable", fact.drawable},
                                   {"note", fact.note}};
        if (fact.year != 0) row["year"] = fact.year;
        if (std::isfinite(fact.value)) row["value"] = fact.value;
        if (const Source* source = table.source(fact))
            row["source"] = {{"id", source->id},           {"publisher", source->publisher},
                             {"title", source->title},     {"published_on", source->published_on},
                             {"address", source->address}, {"confidence", source->confidence}};
        out.push_back(std::move(row));
    }
    return out.dump(2) + "\n";
}

} // namespace data
