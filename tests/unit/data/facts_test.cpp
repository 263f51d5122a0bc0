#include "data/facts.hpp"
#include "unit/data/fact_fixture.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace {

constexpr const char* kSources = "id,publisher,title,published_on,address,confidence\n"
                                 "s1,Xinhua,\"Horgos, 2024\",2025-01-04,http://example.org/a,reported\n";

struct Loaded {
    base::Result<data::FactTable> table;
    std::vector<base::Error> problems;
};

Loaded load(const std::string& rows, const std::string& sources = kSources)
{
    TempFolder folder;
    folder.write("facts.csv", FactFixture::kHeader + rows);
    folder.write("sources.csv", sources);
    Loaded out;
    out.table = data::load_facts(folder.path(), &out.problems);
    return out;
}

constexpr const char* kGood = "f1,trains_horgos,port,horgos,trains,through_port,2024,2024-01-01,2024-12-31,full,2024,"
                              "8730,trains,exact,s1,yes,ok\n";

TEST(Facts, ReadsARowToTheLetter)
{
    const auto loaded = load(kGood);
    ASSERT_TRUE(loaded.table) << loaded.table.error().text();
    EXPECT_TRUE(loaded.problems.empty());
    ASSERT_EQ(loaded.table->facts.size(), 1U);
    const data::Fact& fact = loaded.table->facts[0];
    EXPECT_EQ(fact.id, "f1");
    EXPECT_EQ(fact.year, 2024);
    EXPECT_EQ(fact.printed, "8730");
    EXPECT_EQ(fact.value, 8730);
    EXPECT_EQ(fact.period_kind, data::PeriodKind::full);
    EXPECT_TRUE(fact.drawable);
    EXPECT_EQ(fact.row, 2);
    ASSERT_NE(loaded.table->source(fact), nullptr);
    EXPECT_EQ(loaded.table->source(fact)->title, "Horgos, 2024");
}

TEST(Facts, ADateIsAValueOfUnitDateOnly)
{
    const auto loaded =
        load("f1,ftz,ftz,z,established,as_stated,2023,2023-11,2023-11,as_of,Nov 2023,2023-11-01,date,exact,s1,yes,\n"
             "f2,ftz,ftz,z,area,as_stated,2023,2023-11,2023-11,as_of,Nov 2023,2023-11-01,km2,exact,s1,yes,\n");
    ASSERT_TRUE(loaded.table);
    ASSERT_EQ(loaded.table->facts.size(), 1U);
    EXPECT_TRUE(std::isnan(loaded.table->facts[0].value));
    ASSERT_EQ(loaded.problems.size(), 1U);
    EXPECT_EQ(loaded.problems[0].where, "facts.csv, line 3");
}

struct BadRow {
    const char* name;
    const char* row;
    const char* says;
};

class BadFactRow : public testing::TestWithParam<BadRow> {};

TEST_P(BadFactRow, IsLeftOutAndReported)
{
    const auto loaded = load(std::string(kGood) + GetParam().row);
    ASSERT_TRUE(loaded.table) << loaded.table.error().text();
    EXPECT_EQ(loaded.table->facts.size(), 1U);
    ASSERT_EQ(loaded.problems.size(), 1U);
    EXPECT_EQ(loaded.problems[0].where, "facts.csv, line 3");
    EXPECT_NE(loaded.problems[0].what.find(GetParam().says), std::string::npos) << loaded.problems[0].text();
}

INSTANTIATE_TEST_SUITE_P(
    Facts, BadFactRow,
    testing::Values(
        BadRow{"number", "f2,t,port,h,m,s,2024,,,full,2024,\"8,730\",trains,exact,s1,yes,\n", "'8,730'"},
        BadRow{"nan", "f2,t,port,h,m,s,2024,,,full,2024,nan,trains,exact,s1,yes,\n", "'nan'"},
        BadRow{"blank_value", "f2,t,port,h,m,s,2024,,,full,2024,,trains,exact,s1,yes,\n", "value is empty"},
        BadRow{"year", "f2,t,port,h,m,s,20x4,,,full,2024,1,trains,exact,s1,yes,\n", "'20x4' is not a year"},
        BadRow{"no_year", "f2,t,port,h,m,s,,,,full,2024,1,trains,exact,s1,yes,\n", "year is empty"},
        BadRow{"approx", "f2,t,port,h,m,s,2024,,,full,2024,1,trains,circa,s1,yes,\n", "'circa' is not known"},
        BadRow{"kind", "f2,t,port,h,m,s,2024,,,whole,2024,1,trains,exact,s1,yes,\n", "'whole' is not known"},
        BadRow{"drawable", "f2,t,port,h,m,s,2024,,,full,2024,1,trains,exact,s1,maybe,\n", "'maybe' is not known"},
        BadRow{"date", "f2,t,port,h,m,s,2024,2024-13,,partial,2024,1,trains,exact,s1,yes,\n",
               "'2024-13' is not a date"},
        BadRow{"order", "f2,t,port,h,m,s,2024,2024-05,2024-03,partial,x,1,trains,exact,s1,yes,\n",
               "before period_from"},
        BadRow{"scope", "f2,t,port,h,m,,2024,,,full,2024,1,trains,exact,s1,yes,\n", "scope is empty"},
        BadRow{"duplicate", "f1,t,port,h,m,s,2024,,,full,2024,1,trains,exact,s1,yes,\n", "'f1' is there twice"},
        BadRow{"source", "f2,t,port,h,m,s,2024,,,full,2024,1,trains,exact,s9,yes,\n", "'s9' is not in sources.csv"},
        BadRow{"short", "f2,t,port\n", "3 fields"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Facts, MarkCrLfAndBreaksInQuotesAreRead)
{
    TempFolder folder;
    std::string text = "\xEF\xBB\xBF" + std::string(FactFixture::kHeader) + kGood +
                       "f2,t,port,h,m,s,2023,,,full,2023,1,trains,exact,s1,no,\"two\nlines, \"\"quoted\"\"\"\n";
    std::string crlf;
    for (const char c : text) crlf += c == '\n' ? "\r\n" : std::string(1, c);
    folder.write("facts.csv", crlf);
    folder.write("sources.csv", kSources);
    std::vector<base::Error> problems;
    const auto table = data::load_facts(folder.path(), &problems);
    ASSERT_TRUE(table) << table.error().text();
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(table->facts.size(), 2U);
    EXPECT_EQ(table->facts[1].note, "two\r\nlines, \"quoted\"");
    EXPECT_FALSE(table->facts[1].drawable);
}

TEST(Facts, UnknownOrMissingColumnsAndFilesAreErrors)
{
    TempFolder folder;
    EXPECT_FALSE(data::load_facts(folder.path()));
    folder.write("sources.csv", kSources);
    folder.write("facts.csv", "id,series\n");
    auto table = data::load_facts(folder.path());
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().what, "column 'subject_kind' is missing");
    std::string header = FactFixture::kHeader;
    header.insert(header.size() - 1, ",colour");
    folder.write("facts.csv", header);
    table = data::load_facts(folder.path());
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().what, "unknown column 'colour'");
    EXPECT_EQ(table.error().where, "facts.csv");
}

TEST(Facts, OtherEncodingsAreNamed)
{
    TempFolder folder;
    folder.write("sources.csv", kSources);
    folder.write("facts.csv", std::string(FactFixture::kHeader) + "f1,\xBB\xF4\xB6\xFB\n");
    const auto table = data::load_facts(folder.path());
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().text(), "facts.csv, line 2: is not UTF-8 text (save the file as UTF-8)");
}

TEST(Facts, NamesComeFromNamesThenSubjectsThenTheId)
{
    TempFolder folder;
    folder.write("sources.csv", kSources);
    folder.write("facts.csv", std::string(FactFixture::kHeader) + kGood);
    folder.write("subjects.csv", "id,kind,name,name_zh,note\nrail_ports,group,Both rail ports,,\n");
    folder.write("names.csv", "id,kind,en,zh,ru,kk,ug,source,review\nhorgos,port,Horgos,霍尔果斯,,,,CLDR,no\n");
    const auto table = data::load_facts(folder.path());
    ASSERT_TRUE(table) << table.error().text();
    EXPECT_EQ(table->subject_name("horgos", "zh"), "霍尔果斯");
    EXPECT_EQ(table->subject_name("horgos", "ru"), "Horgos");
    EXPECT_EQ(table->subject_name("rail_ports", "en"), "Both rail ports");
    EXPECT_EQ(table->subject_name("nowhere", "en"), "nowhere");
}

TEST(Figures, ArePrintedAsPublished)
{
    using data::Approximation;
    EXPECT_EQ(data::format_printed("435.11", Approximation::exact), "435.11");
    EXPECT_EQ(data::format_printed("8730", Approximation::exact), "8,730");
    EXPECT_EQ(data::format_printed("421000", Approximation::about), "about 421,000");
    EXPECT_EQ(data::format_printed("7000", Approximation::over), "over 7,000");
    EXPECT_EQ(data::format_printed("180", Approximation::under), "under 180");
    EXPECT_EQ(data::format_printed("-8.9", Approximation::exact), "−8.9");
    EXPECT_EQ(data::format_printed("1.90", Approximation::exact), "1.90");
    EXPECT_EQ(data::format_printed("2023-11-01", Approximation::exact), "2023-11-01");
    EXPECT_EQ(data::format_printed("421000", Approximation::about, "zh"), "约421,000");
    EXPECT_EQ(data::format_printed("435.11", Approximation::over, "ru"), "более 435,11");
    EXPECT_EQ(data::format_printed("8730", Approximation::exact, "kk"), "8\u00A0730");
}

TEST(Figures, NumbersFollowTheLanguage)
{
    EXPECT_EQ(data::format_number(8730), "8,730");
    EXPECT_EQ(data::format_number(8730, 0, "zh"), "8,730");
    EXPECT_EQ(data::format_number(8730, 0, "ru"), "8\u00A0730");
    EXPECT_EQ(data::format_number(-1234567.891, 2), "−1,234,567.89");
    EXPECT_EQ(data::format_number(-0.2), "0");
    EXPECT_EQ(data::format_number(999), "999");
    EXPECT_EQ(data::format_number(std::nan("")), "");
}

} // namespace
