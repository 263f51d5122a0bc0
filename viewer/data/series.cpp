#include "data/series.hpp"
#include "data/decimal.hpp"
#include "data/series_rules.hpp"
#include <algorithm>
#include <cmath>
#include <tuple>

namespace data {

namespace {

// What keeps two facts apart even when they name the same series.
using GroupKey = std::tuple<std::string, std::string, std::string, std::string, std::string>;

GroupKey group_key(const Fact& fact) { return {fact.series, fact.subject, fact.measure, fact.scope, fact.unit}; }

bool belongs_in_series(const Fact& fact)
{
    const bool dated = fact.period_kind == PeriodKind::full || fact.period_kind == PeriodKind::partial ||
                       fact.period_kind == PeriodKind::as_of;
    return fact.drawable && dated && fact.year != 0 && std::isfinite(fact.value);
}

const PreferSpec* preferred_value(const AtlasFile& atlas, const std::string& series, int year)
{
    const auto it = std::find_if(atlas.preferred.begin(), atlas.preferred.end(),
                                 [&](const PreferSpec& spec) { return spec.series == series && spec.year == year; });
    return it == atlas.preferred.end() ? nullptr : &*it;
}

// The first subject, scope and unit under a series' name keeps it; further ones are told apart by what differs.
std::string unique_id(const SeriesTable& table, const Fact& fact)
{
    const Series* first = table.find(fact.series);
    if (first == nullptr) return fact.series;
    std::string id = fact.series;
    if (first->subject != fact.subject) id += ":" + fact.subject;
    if (first->measure != fact.measure) id += ":" + fact.measure;
    if (first->scope != fact.scope) id += ":" + fact.scope;
    if (first->unit != fact.unit) id += ":" + fact.unit;
    return id;
}

bool has_full_year(const YearValue& year, const FactTable& facts)
{
    return !year.facts.empty() && facts.facts[year.facts.front()].period_kind == PeriodKind::full;
}

struct Computation {
    int year = 0;
    YearValue value;
};

std::vector<Computation> compute(const ComputedSpec& spec, const Series& target, const Series& left,
                                 const Series& right, const FactTable& facts)
{
    std::vector<Computation> out;
    for (const auto& [year, first] : left.years) {
        const YearValue& second = right.at(year);
        if (!usable_operand(first, facts) || !usable_operand(second, facts)) continue;
        const YearValue& own = target.at(year);
        if (has_full_year(own, facts)) continue;
        const auto a = parse_decimal(first.printed);
        const auto b = parse_decimal(second.printed);
        if (!a || !b) continue;
        const auto result = spec.op == '+' ? add(*a, *b) : subtract(*a, *b);
        if (!result) continue;
        YearValue value;
        value.state = State::computed;
        value.printed = result->text();
        value.value = result->value();
        value.facts = {first.facts.front(), second.facts.front()};
        value.formula = format_printed(first.printed, Approximation::exact) + (spec.op == '+' ? " + " : " − ") +
                        format_printed(second.printed, Approximation::exact);
        value.others = own.facts;
        value.others.insert(value.others.end(), own.others.begin(), own.others.end());
        out.push_back({year, std::move(value)});
    }
    return out;
}

bool same_kind(const Series& a, const Series& b)
{
    return a.measure == b.measure && a.scope == b.scope && a.unit == b.unit;
}

} // namespace

const char* to_string(State state)
{
    switch (state) {
    case State::published: return "published";
    case State::about: return "about";
    case State::minimum: return "minimum";
    case State::partial: return "partial";
    case State::conflicting: return "conflicting";
    case State::computed: return "computed";
    case State::at_most: return "at most";
    case State::absent: return "absent";
    }
    return "absent";
}

const YearValue& Series::at(int year) const
{
    static const YearValue absent;
    const auto it = years.find(year);
    return it == years.end() ? absent : it->second;
}

const Series* SeriesTable::find(const std::string& id) const
{
    const auto it = std::find_if(series.begin(), series.end(), [&](const Series& s) { return s.id == id; });
    return it == series.end() ? nullptr : &*it;
}

std::vector<const Series*> SeriesTable::of_subject(const std::string& subject) const
{
    std::vector<const Series*> out;
    for (const Series& s : series)
        if (s.subject == subject) out.push_back(&s);
    return out;
}

SeriesTable build_series(const FactTable& facts, const AtlasFile& atlas)
{
    SeriesTable table;
    std::map<GroupKey, std::size_t> group_of;
    std::vector<std::map<int, std::vector<std::size_t>>> years;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const Fact& fact = facts.facts[i];
        if (!belongs_in_series(fact)) continue;
        const auto [group, added] = group_of.emplace(group_key(fact), table.series.size());
        if (added) {
            table.series.push_back({unique_id(table, fact), fact.subject, fact.measure, fact.scope, fact.unit, {}});
            years.emplace_back();
        }
        years[group->second][fact.year].push_back(i);
    }
    for (std::size_t i = 0; i < table.series.size(); ++i)
        for (const auto& [year, indices] : years[i])
            table.series[i].years[year] = settle_year(facts, indices, preferred_value(atlas, table.series[i].id, year));

    // All sums first, then all are put in: a computed figure is never an operand.
    std::vector<std::pair<std::string, Computation>> computed;
    for (const ComputedSpec& spec : atlas.computed) {
        const Series* target = table.find(spec.series);
        const Series* left = table.find(spec.left);
        const Series* right = table.find(spec.right);
        if (target == nullptr || left == nullptr || right == nullptr) continue; // validate_atlas names them
        if (!same_kind(*target, *left) || !same_kind(*target, *right)) continue;
        for (Computation& result : compute(spec, *target, *left, *right, facts))
            computed.emplace_back(spec.series, std::move(result));
    }
    for (auto& [id, result] : computed)
        for (Series& s : table.series)
            if (s.id == id && s.at(result.year).state != State::computed)
                s.years[result.year] = std::move(result.value);
    for (Series& s : table.series)
        for (auto& [year, value] : s.years) value.unit = s.unit;
    return table;
}

} // namespace data
