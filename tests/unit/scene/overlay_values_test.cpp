#include "scene/overlay_values.hpp"
#include <algorithm>
#include <gtest/gtest.h>

using namespace scene;
using data::State;

namespace {

data::YearValue value(State state, double v)
{
    data::YearValue out;
    out.state = state;
    out.value = v;
    return out;
}

data::OverlaySpec overlay()
{
    data::OverlaySpec o;
    data::SectionSpec a, h, trunk, east, beyond;
    a.id = a.series = "a";
    h.id = h.series = "h";
    trunk.id = "trunk";
    trunk.members = {"a", "h"};
    trunk.total = "total";
    east.id = "east";
    east.at_most = "total";
    beyond.id = "beyond";
    beyond.absent = true;
    o.sections = {a, h, trunk, east, beyond};
    return o;
}

data::SeriesTable table(data::YearValue a, data::YearValue h, data::YearValue total)
{
    data::SeriesTable t;
    for (auto& [id, v] : std::vector<std::pair<std::string, data::YearValue>>{{"a", a}, {"h", h}, {"total", total}}) {
        data::Series s;
        s.id = id;
        if (v.state != State::absent) s.years[2024] = v;
        t.series.push_back(s);
    }
    return t;
}

const StrandValue& strand(const std::vector<StrandValue>& all, const std::string& section)
{
    return *std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.section == section; });
}

bool has(const std::vector<StrandValue>& all, const std::string& section)
{
    return std::any_of(all.begin(), all.end(), [&](const auto& s) { return s.section == section; });
}

} // namespace

TEST(Strands, members_known_for_the_year_run_side_by_side_through_the_trunk)
{
    const auto all = strands(
        overlay(), table(value(State::computed, 7684), value(State::published, 8730), value(State::published, 16414)),
        2024);
    EXPECT_FALSE(has(all, "trunk"));
    EXPECT_TRUE(strand(all, "a").through_trunk);
    EXPECT_EQ(strand(all, "h").stack_index, 1);
    EXPECT_EQ(strand(all, "h").stack_values, (std::vector<double>{7684, 8730}));
    EXPECT_EQ(strand(all, "east").value.state, State::at_most);
    EXPECT_DOUBLE_EQ(strand(all, "east").value.value, 16414);
    EXPECT_EQ(strand(all, "beyond").value.state, State::absent);
}

TEST(Strands, a_published_total_is_not_split)
{
    const auto all = strands(overlay(), table(value(State::partial, 6001), {}, value(State::published, 14397)), 2024);
    EXPECT_EQ(strand(all, "trunk").value.state, State::published);
    EXPECT_FALSE(strand(all, "a").through_trunk);
    EXPECT_EQ(strand(all, "a").value.state, State::partial);
    EXPECT_EQ(strand(all, "h").value.state, State::absent);
}

TEST(Strands, part_of_a_year_beside_a_whole_one_runs_on_hatched_and_bounds_nothing)
{
    const auto all =
        strands(overlay(),
                table(value(State::published, 8165), value(State::partial, 8742), value(State::partial, 16000)), 2024);
    EXPECT_TRUE(strand(all, "h").through_trunk);
    EXPECT_EQ(strand(all, "h").value.state, State::partial);
    EXPECT_EQ(strand(all, "east").value.state, State::absent);
}

TEST(Strands, a_year_without_figures_has_none)
{
    for (const auto& s : strands(overlay(), table({}, {}, {}), 2024))
        EXPECT_EQ(s.value.state, State::absent) << s.section;
}
