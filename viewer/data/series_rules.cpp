#include "data/series_rules.hpp"
#include "data/decimal.hpp"
#include "data/period.hpp"
#include <algorithm>
#include <functional>
#include <tuple>

namespace data {

namespace {

bool is_threshold(const Fact& fact)
{
    return fact.approximation == Approximation::over || fact.approximation == Approximation::under;
}

// "2024-11" out of "2024-11 (undated page)"; "" when no date leads. Compares as text.
std::string publication_date(const FactTable& table, const Fact& fact)
{
    const Source* source = table.source(fact);
    if (source == nullptr) return "";
    const std::string& text = source->published_on;
    const std::size_t end = std::min(text.find_first_not_of("0123456789-"), text.size());
    return is_iso_date(text.substr(0, end)) ? text.substr(0, end) : "";
}

int decimals_of(const Fact& fact)
{
    const auto number = parse_decimal(fact.printed);
    return number ? -rounded_to(*number, fact.approximation == Approximation::about) : 0;
}

// Settles one year; every list holds indices into the fact table.
class YearJudge {
public:
    YearJudge(const FactTable& table, const PreferSpec* preferred) : table_(table), preferred_(preferred) {}

    YearValue judge(std::span<const std::size_t> facts)
    {
        const auto full = of_kind(facts, PeriodKind::full);
        const auto as_of = of_kind(facts, PeriodKind::as_of);
        const auto partial = of_kind(facts, PeriodKind::partial);
        if (!full.empty())
            settle_levels_or_thresholds(full);
        else if (!as_of.empty())
            settle_as_of(as_of);
        else if (!partial.empty())
            settle_partial(partial);
        for (const std::size_t index : facts)
            if (std::find(out_.facts.begin(), out_.facts.end(), index) == out_.facts.end() &&
                std::find(out_.others.begin(), out_.others.end(), index) == out_.others.end())
                out_.others.push_back(index);
        return out_;
    }

private:
    using Indices = std::vector<std::size_t>;

    const Fact& fact(std::size_t index) const { return table_.facts[index]; }

    Indices of_kind(std::span<const std::size_t> facts, PeriodKind kind) const
    {
        Indices out;
        std::copy_if(facts.begin(), facts.end(), std::back_inserter(out),
                     [&](std::size_t index) { return fact(index).period_kind == kind; });
        return out;
    }

    void show(std::size_t index, State state)
    {
        out_.state = state;
        out_.value = fact(index).value;
        out_.printed = fact(index).printed;
        out_.approximation = fact(index).approximation;
        if (fact(index).period_kind != PeriodKind::full) out_.period_label = fact(index).period_label;
        out_.facts = {index};
    }

    void settle_levels_or_thresholds(const Indices& indices)
    {
        Indices levels, thresholds;
        for (const std::size_t index : indices) (is_threshold(fact(index)) ? thresholds : levels).push_back(index);
        if (levels.empty()) {
            settle_thresholds(thresholds);
            return;
        }
        const std::size_t shown = choose(levels);
        show(shown, fact(shown).approximation == Approximation::exact ? State::published : State::about);
        for (const std::size_t index : levels) {
            if (index == shown) continue;
            const bool same = figures_agree(fact(shown), fact(index));
            (same ? out_.facts : out_.others).push_back(index);
            if (!same) out_.state = State::conflicting;
        }
        for (const std::size_t index : thresholds) {
            out_.others.push_back(index);
            if (contradicts(fact(index), fact(shown))) out_.state = State::conflicting;
        }
        explain(shown, levels);
    }

    static bool contradicts(const Fact& threshold, const Fact& level)
    {
        if (figures_agree(threshold, level)) return false;
        return threshold.approximation == Approximation::over ? level.value < threshold.value
                                                              : level.value > threshold.value;
    }

    // The preferred figure; else an exact one before a rounded one, the latest published, the most digits.
    std::size_t choose(const Indices& levels) const
    {
        for (const std::size_t index : levels)
            if (is_preferred(index)) return index;
        const auto rank = [&](std::size_t index) {
            return std::tuple(fact(index).approximation == Approximation::exact, publication_date(table_, fact(index)),
                              decimals_of(fact(index)));
        };
        std::size_t best = levels.front();
        for (const std::size_t index : levels)
            if (rank(index) > rank(best)) best = index;
        // The same figure with more digits says more than its rounded form.
        const bool best_exact = fact(best).approximation == Approximation::exact;
        for (const std::size_t index : levels)
            if ((fact(index).approximation == Approximation::exact) == best_exact &&
                figures_agree(fact(index), fact(best)) && decimals_of(fact(index)) > decimals_of(fact(best)))
                best = index;
        return best;
    }

    bool is_preferred(std::size_t index) const
    {
        return preferred_ != nullptr && preferred_->value == fact(index).printed;
    }

    void explain(std::size_t shown, const Indices& levels)
    {
        if (is_preferred(shown)) {
            out_.reason = preferred_->reason;
            return;
        }
        if (out_.state != State::conflicting) return;
        const auto exact = std::count_if(levels.begin(), levels.end(), [&](std::size_t index) {
            return fact(index).approximation == Approximation::exact;
        });
        if (exact == 1 && fact(shown).approximation == Approximation::exact)
            out_.rule = "exact";
        else
            out_.rule = "latest";
    }

    // "over 7,000" and "over 6,500" say together: over 7,000. "under" only bounds from above.
    void settle_thresholds(const Indices& thresholds)
    {
        std::size_t shown = thresholds.front();
        const auto over = [&](std::size_t index) { return fact(index).approximation == Approximation::over; };
        for (const std::size_t index : thresholds) {
            const bool firmer =
                over(index) ? fact(index).value > fact(shown).value : fact(index).value < fact(shown).value;
            if (over(index) == over(shown) ? firmer : over(index)) shown = index;
        }
        show(shown, over(shown) ? State::minimum : State::at_most);
        for (const std::size_t index : thresholds)
            if (index != shown && over(index) == over(shown) && fact(index).value == fact(shown).value)
                out_.facts.push_back(index);
    }

    // A stock counted on several days of a year: the last count stands for the year, earlier ones are listed.
    void settle_as_of(const Indices& indices)
    {
        const auto day = [&](std::size_t index) {
            const std::string& to = fact(index).period_to;
            return last_day(to.empty() ? fact(index).period_from : to).value_or(0);
        };
        int last = 0;
        for (const std::size_t index : indices) last = std::max(last, day(index));
        Indices latest;
        std::copy_if(indices.begin(), indices.end(), std::back_inserter(latest),
                     [&](std::size_t index) { return day(index) == last; });
        settle_levels_or_thresholds(latest);
    }

    // The longest period for which a level is published; a mere threshold for longer is listed beside it.
    void settle_partial(const Indices& indices)
    {
        const auto rank = [&](std::size_t index) {
            const Fact& f = fact(index);
            return std::tuple(!is_threshold(f), period_days(f.period_from, f.period_to),
                              f.approximation == Approximation::exact, publication_date(table_, f));
        };
        std::size_t shown = indices.front();
        for (const std::size_t index : indices)
            if (rank(index) > rank(shown)) shown = index;
        show(shown, State::partial);
        for (const std::size_t index : indices)
            if (index != shown && fact(index).period_from == fact(shown).period_from &&
                fact(index).period_to == fact(shown).period_to &&
                is_threshold(fact(index)) == is_threshold(fact(shown)) && figures_agree(fact(index), fact(shown)))
                out_.facts.push_back(index);
    }

    const FactTable& table_;
    const PreferSpec* preferred_;
    YearValue out_;
};

} // namespace

bool figures_agree(const Fact& a, const Fact& b)
{
    const auto left = parse_decimal(a.printed);
    const auto right = parse_decimal(b.printed);
    if (!left || !right) return a.printed == b.printed;
    const int power = std::max(rounded_to(*left, a.approximation == Approximation::about),
                               rounded_to(*right, b.approximation == Approximation::about));
    return equal_rounded(*left, *right, power);
}

YearValue settle_year(const FactTable& table, std::span<const std::size_t> facts, const PreferSpec* preferred)
{
    return YearJudge(table, preferred).judge(facts);
}

bool usable_operand(const YearValue& year, const FactTable& table)
{
    if (year.state != State::published && year.state != State::conflicting) return false;
    return year.approximation == Approximation::exact && !year.facts.empty() &&
           table.facts[year.facts.front()].period_kind == PeriodKind::full;
}

} // namespace data
