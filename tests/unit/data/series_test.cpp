#include "data/series.hpp"
#include "unit/data/fact_fixture.hpp"

namespace {

using data::State;
using Row = FactFixture::Row;

Row partial(const char* year, const char* value, const char* from, const char* to, const char* label,
            const char* approx = "exact")
{
    return {.series = "t",
            .year = year,
            .value = value,
            .approx = approx,
            .kind = "partial",
            .from = from,
            .to = to,
            .label = label};
}

TEST(Series, PublishedAboutMinimumAbsent)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2016", .value = "386"})
        .add({.series = "t", .year = "2021", .value = "6300", .approx = "about"})
        .add({.series = "t", .year = "2022", .value = "7000", .approx = "over"});
    EXPECT_EQ(facts.year("t", 2016).state, State::published);
    EXPECT_EQ(facts.year("t", 2016).printed, "386");
    EXPECT_EQ(facts.year("t", 2021).state, State::about);
    EXPECT_EQ(facts.year("t", 2021).approximation, data::Approximation::about);
    EXPECT_EQ(facts.year("t", 2022).state, State::minimum);
    EXPECT_EQ(facts.year("t", 2022).value, 7000);
    EXPECT_EQ(facts.year("t", 2019).state, State::absent);
}

TEST(Series, TheSameFigureFromTwoSourcesIsOneValue)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2021", .value = "12210"}).add({.series = "t", .year = "2021", .value = "12210"});
    EXPECT_EQ(facts.year("t", 2021).state, State::published);
    EXPECT_EQ(facts.year("t", 2021).facts.size(), 2U);
    EXPECT_TRUE(facts.year("t", 2021).others.empty());
}

TEST(Series, AnExactFigureBeatsItsOwnRounding)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2024", .value = "16400", .approx = "about", .published = "2025-09-29"})
        .add({.series = "t", .year = "2024", .value = "16414"})
        .add({.series = "v", .year = "2018", .value = "20"})
        .add({.series = "v", .year = "2018", .value = "19.999747"})
        .add({.series = "w", .year = "2018", .value = "35740000", .published = "2026"})
        .add({.series = "w", .year = "2018", .value = "35742600"});
    const auto t = facts.year("t", 2024);
    EXPECT_EQ(t.state, State::published);
    EXPECT_EQ(t.printed, "16414");
    EXPECT_EQ(t.facts, (std::vector<std::size_t>{1, 0}));
    EXPECT_EQ(facts.year("v", 2018).state, State::published);
    EXPECT_EQ(facts.year("v", 2018).printed, "19.999747");
    EXPECT_EQ(facts.year("w", 2018).printed, "35742600");
}

TEST(Series, DifferentFullYearsAreAConflict)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2020", .value = "4640", .published = "2021-01-05"})
        .add({.series = "t", .year = "2020", .value = "4652", .published = "2021-01-04"});
    data::AtlasFile atlas;
    auto year = facts.year("t", 2020, atlas);
    EXPECT_EQ(year.state, State::conflicting);
    EXPECT_EQ(year.printed, "4640");
    EXPECT_EQ(year.rule, "latest");
    atlas.preferred = {{"t", 2020, "4652", {{"en", "the railway operator's own count"}}}};
    year = facts.year("t", 2020, atlas);
    EXPECT_EQ(year.state, State::conflicting);
    EXPECT_EQ(year.printed, "4652");
    EXPECT_EQ(data::localized(year.reason, "en"), "the railway operator's own count");
    EXPECT_EQ(year.rule, "");
    EXPECT_EQ(year.facts, (std::vector<std::size_t>{1}));
    EXPECT_EQ(year.others, (std::vector<std::size_t>{0}));
}

TEST(Series, TheExactFigureOfAConflictIsShown)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2022", .value = "34", .approx = "about", .published = "2025-03-07"})
        .add({.series = "t", .year = "2022", .value = "36.46", .published = "2023"});
    const auto year = facts.year("t", 2022);
    EXPECT_EQ(year.state, State::conflicting);
    EXPECT_EQ(year.printed, "36.46");
    EXPECT_EQ(year.rule, "exact");
}

TEST(Series, OnlyPartialFiguresShowTheLongestLevel)
{
    FactFixture facts;
    facts.add(partial("2025", "9000", "2025-01-01", "2025-12-02", "1 Jan-2 Dec 2025", "over"))
        .add(partial("2025", "4000", "2025-01", "2025-05", "Jan-May 2025"))
        .add(partial("2025", "8742", "2025-01-01", "2025-11-23", "1 Jan-23 Nov 2025"));
    const auto year = facts.year("t", 2025);
    EXPECT_EQ(year.state, State::partial);
    EXPECT_EQ(year.printed, "8742");
    EXPECT_EQ(year.period_label, "1 Jan-23 Nov 2025");
    EXPECT_EQ(year.facts, (std::vector<std::size_t>{2}));
    EXPECT_EQ(year.others, (std::vector<std::size_t>{0, 1}));
}

TEST(Series, AFullYearHidesPartialOnesButListsThem)
{
    FactFixture facts;
    facts.add(partial("2024", "8541", "2024-01-01", "2024-12-24", "1 Jan-24 Dec 2024"))
        .add({.series = "t", .year = "2024", .value = "8730"});
    const auto year = facts.year("t", 2024);
    EXPECT_EQ(year.state, State::published);
    EXPECT_EQ(year.printed, "8730");
    EXPECT_EQ(year.others, (std::vector<std::size_t>{0}));
    EXPECT_TRUE(year.period_label.empty());
}

TEST(Series, ThresholdsBesideALevelAreListedOrContradictIt)
{
    FactFixture facts;
    facts.add({.series = "a", .year = "2024", .value = "2000", .approx = "over"})
        .add({.series = "a", .year = "2024", .value = "2050", .approx = "about"})
        .add({.series = "b", .year = "2024", .value = "7000", .approx = "over"})
        .add({.series = "b", .year = "2024", .value = "6500"})
        .add({.series = "c", .year = "2024", .value = "70", .approx = "under"});
    EXPECT_EQ(facts.year("a", 2024).state, State::about);
    EXPECT_EQ(facts.year("b", 2024).state, State::conflicting);
    EXPECT_EQ(facts.year("c", 2024).state, State::at_most);
}

TEST(Series, AStockTakesTheLastCountOfTheYear)
{
    FactFixture facts;
    const auto count = [](const char* value, const char* day) {
        return Row{.series = "r",
                   .year = "2025",
                   .value = value,
                   .kind = "as_of",
                   .from = day,
                   .to = day,
                   .label = std::string("as of ") + day,
                   .measure = "routes",
                   .unit = "routes"};
    };
    facts.add(count("34", "2025-07-21")).add(count("28", "2025-11")).add(count("28", "2025-07-01"));
    const auto year = facts.year("r", 2025);
    EXPECT_EQ(year.state, State::published);
    EXPECT_EQ(year.printed, "28");
    EXPECT_EQ(year.period_label, "as of 2025-11");
    EXPECT_EQ(year.others, (std::vector<std::size_t>{0, 2}));
}

TEST(Series, ScopesUnitsAndSubjectsNeverMeet)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2024", .value = "435.11", .scope = "registered", .unit = "cny_bn"})
        .add({.series = "t", .year = "2024", .value = "779.12", .scope = "through_port", .unit = "cny_bn"})
        .add({.series = "t", .year = "2024", .value = "61.03", .scope = "registered", .unit = "usd_bn"});
    const auto table = facts.series();
    ASSERT_EQ(table.series.size(), 3U);
    EXPECT_EQ(table.find("t")->at(2024).printed, "435.11");
    EXPECT_EQ(table.find("t:through_port")->at(2024).printed, "779.12");
    EXPECT_EQ(table.find("t:usd_bn")->at(2024).printed, "61.03");
    EXPECT_EQ(table.of_subject("horgos").size(), 3U);
}

TEST(Series, UndrawableCumulativeAndUndatedFactsStayOut)
{
    FactFixture facts;
    facts.add({.series = "t", .year = "2022", .value = "166.9", .drawable = "no"})
        .add({.series = "t", .year = "2023", .value = "33403", .kind = "cumulative"})
        .add({.series = "t", .year = "", .value = "3", .kind = "undated"});
    EXPECT_EQ(facts.series().find("t"), nullptr);
}

class ComputedYears : public testing::Test {
protected:
    void SetUp() override
    {
        atlas.computed = {{"total", "a", "h", '+'}, {"a", "total", "h", '-'}, {"h", "total", "a", '-'}};
    }
    static Row row(const char* series, const char* year, const char* value, const char* approx = "exact")
    {
        return {.series = series, .year = year, .value = value, .approx = approx, .subject = series};
    }
    data::AtlasFile atlas;
    FactFixture facts;
};

TEST_F(ComputedYears, SumAndDifferenceOfPublishedYears)
{
    facts.add(row("a", "2018", "2605")).add(row("h", "2018", "2055")).add(row("total", "2020", "9679"));
    facts.add(row("total", "2024", "16414")).add(row("h", "2024", "8730"));
    const auto sum = facts.year("total", 2018, atlas);
    EXPECT_EQ(sum.state, State::computed);
    EXPECT_EQ(sum.printed, "4660");
    EXPECT_EQ(sum.formula, "2,605 + 2,055");
    EXPECT_EQ(sum.facts, (std::vector<std::size_t>{0, 1}));
    const auto difference = facts.year("a", 2024, atlas);
    EXPECT_EQ(difference.state, State::computed);
    EXPECT_EQ(difference.value, 7684);
    EXPECT_EQ(difference.formula, "16,414 − 8,730");
}

TEST_F(ComputedYears, NeverFromRoundedPartialMinimumOrComputedFigures)
{
    facts.add(row("total", "2021", "12210")).add(row("h", "2021", "6300", "about"));
    facts.add(row("total", "2022", "15000")).add(row("h", "2022", "7000", "over"));
    facts.add(row("total", "2023", "14397"));
    facts.add({.series = "a", .year = "2023", .value = "6001", .kind = "partial", .subject = "a"});
    facts.add(row("a", "2018", "2605")).add(row("h", "2018", "2055"));
    EXPECT_EQ(facts.year("a", 2021, atlas).state, State::absent);
    EXPECT_EQ(facts.year("a", 2022, atlas).state, State::absent);
    EXPECT_EQ(facts.year("h", 2023, atlas).state, State::absent);
    EXPECT_EQ(facts.year("a", 2023, atlas).state, State::partial);
    EXPECT_EQ(facts.year("total", 2018, atlas).state, State::computed);
    EXPECT_EQ(facts.year("a", 2018, atlas).state, State::published);
}

TEST_F(ComputedYears, APreferredFigureOfAConflictMayBeUsed)
{
    facts.add(row("total", "2020", "9679")).add(row("h", "2020", "4652")).add(row("h", "2020", "4640"));
    facts.add(row("a", "2019", "1"));
    atlas.preferred = {{"h", 2020, "4652", {{"en", "reason"}}}};
    EXPECT_EQ(facts.year("a", 2020, atlas).printed, "5027");
}

TEST_F(ComputedYears, NeverOverAPublishedMinimumNorAcrossScopes)
{
    facts.add(row("total", "2020", "9679")).add(row("h", "2020", "4652")).add(row("a", "2020", "5000", "over"));
    EXPECT_EQ(facts.year("a", 2020, atlas).state, State::minimum);
    FactFixture mixed;
    mixed.add(row("total", "2020", "9679")).add(row("h", "2020", "4652"));
    mixed.add({.series = "a", .year = "2019", .value = "1", .subject = "a", .scope = "kazakh_railway_count"});
    EXPECT_EQ(mixed.year("a", 2020, atlas).state, State::absent);
}

} // namespace
