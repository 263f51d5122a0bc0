#include "data/atlas_file.hpp"
#include "data/series.hpp"
#include "data/validate.hpp"
#include <gtest/gtest.h>

// What the shipped atlas must say. Figures: geodata/facts.csv, each with its source there.
namespace {

using data::State;

const std::filesystem::path kAtlas = std::filesystem::path(ATLAS_SOURCE_DIR) / "geodata";

TEST(ShippedAtlas, AtlasFileReadsWithoutWarnings)
{
    std::vector<base::Error> warnings;
    const auto atlas = data::load_atlas_file(kAtlas, &warnings);
    ASSERT_TRUE(atlas) << atlas.error().text();
    for (const auto& warning : warnings) ADD_FAILURE() << warning.text();
    EXPECT_EQ(atlas->home_view, "corridors");
    EXPECT_EQ(atlas->home_year, 2024);
    EXPECT_EQ(atlas->languages, (std::vector<std::string>{"en", "zh", "ru", "kk", "ug"}));
    for (const char* id : {"xinjiang", "corridors", "mercator", "globe"})
        EXPECT_NE(atlas->projection(id), nullptr) << id;
    EXPECT_DOUBLE_EQ(atlas->overlay("trains")->px_per_unit.at("xinjiang"), 0.00364);
}

struct Expected {
    const char* series;
    int year;
    State state;
    const char* printed;
    const char* formula = "";
};
class ShippedSeries : public testing::TestWithParam<Expected> {};

TEST_P(ShippedSeries, SaysWhatIsPublished)
{
    if (!std::filesystem::exists(kAtlas / "facts.csv")) GTEST_SKIP() << "geodata/facts.csv is not there";
    const auto atlas = data::load_atlas_file(kAtlas);
    const auto facts = data::load_facts(kAtlas);
    ASSERT_TRUE(atlas);
    ASSERT_TRUE(facts) << facts.error().text();
    const auto table = data::build_series(*facts, *atlas);
    const data::Series* series = table.find(GetParam().series);
    ASSERT_NE(series, nullptr);
    const data::YearValue& year = series->at(GetParam().year);
    EXPECT_STREQ(data::to_string(year.state), data::to_string(GetParam().state));
    EXPECT_EQ(year.printed, GetParam().printed);
    EXPECT_EQ(year.formula, GetParam().formula);
}

INSTANTIATE_TEST_SUITE_P(Trains, ShippedSeries,
                         testing::Values(Expected{"trains_total", 2016, State::absent, ""},
                                         Expected{"trains_total", 2017, State::absent, ""},
                                         Expected{"trains_total", 2018, State::computed, "4660", "2,605 + 2,055"},
                                         Expected{"trains_total", 2019, State::absent, ""},
                                         Expected{"trains_total", 2020, State::published, "9679"},
                                         Expected{"trains_total", 2021, State::published, "12210"},
                                         Expected{"trains_total", 2022, State::partial, "8701"},
                                         Expected{"trains_total", 2023, State::published, "14397"},
                                         Expected{"trains_total", 2024, State::published, "16414"},
                                         Expected{"trains_total", 2025, State::partial, "16000"},
                                         Expected{"trains_horgos", 2016, State::published, "386"},
                                         Expected{"trains_horgos", 2018, State::published, "2055"},
                                         Expected{"trains_horgos", 2019, State::absent, ""},
                                         Expected{"trains_horgos", 2020, State::conflicting, "4652"},
                                         Expected{"trains_horgos", 2021, State::about, "6300"},
                                         Expected{"trains_horgos", 2022, State::minimum, "7000"},
                                         Expected{"trains_horgos", 2023, State::absent, ""},
                                         Expected{"trains_horgos", 2024, State::published, "8730"},
                                         Expected{"trains_horgos", 2025, State::partial, "8742"},
                                         Expected{"trains_alashankou", 2018, State::published, "2605"},
                                         Expected{"trains_alashankou", 2019, State::partial, "1351"},
                                         Expected{"trains_alashankou", 2020, State::published, "5027"},
                                         Expected{"trains_alashankou", 2021, State::partial, "5500"},
                                         Expected{"trains_alashankou", 2022, State::absent, ""},
                                         Expected{"trains_alashankou", 2023, State::partial, "6001"},
                                         Expected{"trains_alashankou", 2024, State::computed, "7684", "16,414 − 8,730"},
                                         Expected{"trains_alashankou", 2025, State::published, "8165"}));

INSTANTIATE_TEST_SUITE_P(Trade, ShippedSeries,
                         testing::Values(Expected{"xj_trade_total_usd", 2011, State::published, "22.82"},
                                         Expected{"xj_trade_total_usd", 2015, State::absent, ""},
                                         Expected{"xj_trade_total_usd", 2018, State::published, "19.999747"},
                                         Expected{"xj_trade_total_usd", 2022, State::conflicting, "36.46"},
                                         Expected{"xj_trade_total_usd", 2024, State::conflicting, "61.031223"},
                                         Expected{"xj_trade_total_usd", 2025, State::conflicting, "74.6"},
                                         Expected{"xj_trade_total_cny", 2020, State::absent, ""},
                                         Expected{"xj_trade_total_cny", 2024, State::published, "435.11"},
                                         Expected{"xj_trade_total_cny", 2025, State::published, "520.37"},
                                         Expected{"horgos_port_value", 2018, State::published, "135.2"},
                                         Expected{"horgos_port_value", 2022, State::partial, "271.94"},
                                         Expected{"horgos_vehicle_exports", 2024, State::about, "421000"},
                                         Expected{"gas_pipeline_bcm", 2022, State::published, "43.2"},
                                         Expected{"urc_cargo_tonnes", 2024, State::published, "235900"}));

TEST(ShippedAtlas, Validates)
{
    if (!std::filesystem::exists(kAtlas / "facts.csv") || !std::filesystem::exists(kAtlas / "corridors.geojson"))
        GTEST_SKIP() << "geodata is not complete";
    const auto report = data::validate_atlas(kAtlas);
    for (const auto& problem : report.problems)
        if (problem.level == data::ProblemLevel::error) ADD_FAILURE() << problem.text;
}

} // namespace
