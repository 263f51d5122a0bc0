#include "scene/overlay_draw.hpp"
#include "scene/overlay_values.hpp"
#include "shipped.hpp"
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <set>

using data::State;

namespace {

scene::Theme plain_theme() { return {}; }

scene::AppState state_for(const data::ViewSpec& view, const std::string& overlay, int year)
{
    scene::AppState state;
    state.view = view.id;
    state.projection = view.projection;
    state.camera = {view.centre, view.width_km};
    state.overlay = overlay;
    state.year = year;
    return state;
}

bool proportional(State s) { return s != State::absent; }

} // namespace

TEST(Numbers, atlas_loads_whole)
{
    EXPECT_TRUE(shipped().complete());
    EXPECT_TRUE(shipped().problems.empty()) << shipped().problems.front().text();
    ASSERT_TRUE(shipped().series);
    EXPECT_GT(shipped().facts->facts.size(), 400U);
}

TEST(Numbers, drawn_size_divided_by_value_is_one_constant_over_all_years)
{
    const auto& d = shipped();
    for (const auto& view : d.atlas->views) {
        const auto geometry = scene::build_map_geometry(d, view.projection);
        ASSERT_TRUE(geometry) << geometry.error().text();
        for (const auto& overlay : d.atlas->overlays) {
            std::set<double> k;
            std::size_t drawn = 0;
            for (int year = d.atlas->first_year; year <= d.atlas->last_year; ++year) {
                scene::Scene scene;
                scene.camera.metres_per_px = 2000;
                scene::draw_overlay(state_for(view, overlay.id, year), d, *geometry, plain_theme(), scene);
                for (const auto& r : scene.ribbons)
                    if (proportional(r.state)) {
                        ++drawn;
                        EXPECT_FLOAT_EQ(r.width_px, static_cast<float>(r.value * scene.px_per_unit))
                            << overlay.id << year << r.section;
                    }
                for (const auto& c : scene.circles)
                    if (proportional(c.state)) {
                        ++drawn;
                        EXPECT_NEAR(std::numbers::pi * c.radius_px * c.radius_px, c.value * scene.px_per_unit,
                                    1e-4 * c.value * scene.px_per_unit);
                    }
                k.insert(scene.px_per_unit);
            }
            EXPECT_EQ(k.size(), 1U) << overlay.id << ": one scale, locked over all years";
            EXPECT_GT(drawn, 0U) << overlay.id << " draws nothing in any year";
        }
    }
}

TEST(Numbers, strands_side_by_side_add_up_to_the_total)
{
    const auto& d = shipped();
    const auto* overlay = d.atlas->overlay("trains");
    ASSERT_TRUE(overlay);
    int years = 0;
    for (int year = d.atlas->first_year; year <= d.atlas->last_year; ++year) {
        double across = 0;
        bool whole = true;
        for (const auto& s : scene::strands(*overlay, *d.series, year))
            if (s.through_trunk) {
                across += s.value.value;
                whole = whole && s.value.state != State::partial && s.value.state != State::about;
            }
        const auto& total = d.series->find("trains_total")->at(year);
        if (across > 0 && whole && total.state != State::partial && total.state != State::absent) {
            EXPECT_DOUBLE_EQ(across, total.value) << year;
            ++years;
        }
    }
    EXPECT_GE(years, 3); // 2018, 2020, 2024
}

TEST(Numbers, a_year_without_a_figure_has_no_proportional_geometry)
{
    const auto& d = shipped();
    const auto geometry = scene::build_map_geometry(d, "xinjiang");
    for (const auto& overlay : d.atlas->overlays)
        for (int year = d.atlas->first_year; year <= d.atlas->last_year; ++year) {
            scene::Scene scene;
            scene::draw_overlay(state_for(*d.atlas->view("xinjiang"), overlay.id, year), d, *geometry, plain_theme(),
                                scene);
            for (const auto& r : scene.ribbons)
                if (!r.series.empty() && d.series->find(r.series)->at(year).state == State::absent) {
                    EXPECT_EQ(r.state, State::absent) << overlay.id << year << r.section;
                }
            for (const auto& r : scene.ribbons)
                if (!r.series.empty() && d.series->find(r.series)->at(year).state == State::partial) {
                    EXPECT_TRUE(r.state == State::partial || r.state == State::absent)
                        << "part of a year drawn as a year";
                }
        }
}

TEST(Numbers, every_value_is_a_fact_or_a_labelled_sum)
{
    const auto& d = shipped();
    for (const auto& series : d.series->series)
        for (const auto& [year, value] : series.years) {
            if (value.state == State::absent) continue;
            if (value.state == State::computed) {
                EXPECT_FALSE(value.formula.empty()) << series.id << year;
                continue;
            }
            ASSERT_FALSE(value.facts.empty()) << series.id << " " << year;
            const auto& fact = d.facts->facts[value.facts.front()];
            EXPECT_EQ(value.printed, fact.printed);
            EXPECT_TRUE(d.facts->source(fact)) << fact.id;
            EXPECT_EQ(fact.year, year);
            if (value.state == State::conflicting) {
                EXPECT_FALSE(value.reason.empty() && value.rule.empty()) << series.id << year;
            }
        }
}

TEST(Numbers, no_overlay_mixes_scopes_or_units)
{
    const auto& d = shipped();
    for (const auto& overlay : d.atlas->overlays) {
        std::set<std::string> scopes, units;
        const auto look = [&](const std::string& id) {
            if (const auto* s = d.series->find(id)) {
                scopes.insert(s->scope);
                units.insert(s->unit);
            }
        };
        for (const auto& s : overlay.sections) {
            look(s.series);
            look(s.total);
            look(s.at_most);
        }
        for (const auto& c : overlay.circles) look(c.series);
        EXPECT_EQ(scopes.size(), 1U) << overlay.id;
        EXPECT_EQ(units.size(), 1U) << overlay.id;
    }
}
