#include "scene/overlay_values.hpp"
#include <algorithm>

namespace scene {
namespace {

using data::State;

bool known(const data::YearValue& v) { return v.state != State::absent; }

/// A figure for the whole year, however it came about.
bool whole_year(const data::YearValue& v) { return known(v) && v.state != State::partial && v.state != State::at_most; }

const data::SectionSpec* section(const data::OverlaySpec& overlay, const std::string& id)
{
    const auto it =
        std::find_if(overlay.sections.begin(), overlay.sections.end(), [&](const auto& s) { return s.id == id; });
    return it == overlay.sections.end() ? nullptr : &*it;
}

data::YearValue value_of(const data::SeriesTable& table, const std::string& series, int year)
{
    const auto* s = table.find(series);
    return s ? s->at(year) : data::YearValue{};
}

std::vector<StrandValue> member_strands(const data::OverlaySpec& overlay, const data::SectionSpec& trunk,
                                        const data::SeriesTable& table, int year)
{
    std::vector<StrandValue> members;
    for (const auto& id : trunk.members)
        if (const auto* s = section(overlay, id))
            members.push_back({id, s->series, value_of(table, s->series, year), false, 0, 1, {}});
    return members;
}

bool members_run_through(const std::vector<StrandValue>& members, const data::YearValue& total)
{
    const auto all = [&](auto rule) { return !members.empty() && std::all_of(members.begin(), members.end(), rule); };
    if (all([](const auto& m) { return whole_year(m.value); })) return true;
    if (whole_year(total)) return false; // the published total says more than a part-year strand
    const bool one_whole =
        std::any_of(members.begin(), members.end(), [](const auto& m) { return whole_year(m.value); });
    return one_whole && all([](const auto& m) { return known(m.value); });
}

} // namespace

std::vector<StrandValue> strands(const data::OverlaySpec& overlay, const data::SeriesTable& series, int year)
{
    std::vector<StrandValue> out;
    std::vector<std::string> placed; // members already drawn through a trunk
    for (const auto& trunk : overlay.sections) {
        if (trunk.members.empty()) continue;
        auto members = member_strands(overlay, trunk, series, year);
        const auto total = value_of(series, trunk.total, year);
        if (!members_run_through(members, total)) {
            out.push_back({trunk.id, trunk.total, total, false, 0, 1, {}});
            continue;
        }
        std::vector<double> across;
        for (const auto& m : members) across.push_back(m.value.value);
        for (std::size_t i = 0; i < members.size(); ++i) {
            members[i].through_trunk = true;
            members[i].stack_index = static_cast<int>(i);
            members[i].stack_count = static_cast<int>(members.size());
            members[i].stack_values = across;
            placed.push_back(members[i].section);
            out.push_back(std::move(members[i]));
        }
    }
    for (const auto& s : overlay.sections) {
        if (!s.members.empty() || std::find(placed.begin(), placed.end(), s.id) != placed.end()) continue;
        if (s.absent) {
            out.push_back({s.id, "", {}, false, 0, 1, {}});
        } else if (!s.at_most.empty()) {
            auto bound = value_of(series, s.at_most, year);
            if (whole_year(bound) && bound.state != State::minimum)
                bound.state = State::at_most;
            else
                bound = {}; // part of a year bounds nothing
            out.push_back({s.id, s.at_most, bound, false, 0, 1, {}});
        } else {
            out.push_back({s.id, s.series, value_of(series, s.series, year), false, 0, 1, {}});
        }
    }
    return out;
}

double largest_value(const data::OverlaySpec& overlay, const data::SeriesTable& series)
{
    double largest = 0;
    const auto look = [&](const std::string& id) {
        if (const auto* s = series.find(id))
            for (const auto& [year, value] : s->years) largest = std::max(largest, value.value);
    };
    for (const auto& s : overlay.sections) {
        look(s.series);
        look(s.total);
        look(s.at_most);
    }
    for (const auto& c : overlay.circles) look(c.series);
    return largest;
}

} // namespace scene
