#include "data/csv.hpp"
#include <array>
#include <gtest/gtest.h>

using data::parse_csv;

namespace {

TEST(Csv, ReadsRowsWithTheirLines)
{
    const auto table = parse_csv("a,b\n1,2\n\n3,4\n", "t.csv", nullptr);
    ASSERT_TRUE(table) << table.error().text();
    EXPECT_EQ(table->columns, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[0].line, 2);
    EXPECT_EQ(table->rows[1].line, 4);
    EXPECT_EQ(table->rows[1].fields, (std::vector<std::string>{"3", "4"}));
}

TEST(Csv, ReadsCrLfAndALastLineWithoutBreak)
{
    const auto table = parse_csv("a,b\r\n1,2\r\n3,", "t.csv", nullptr);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[0].fields[1], "2");
    EXPECT_EQ(table->rows[1].fields[1], "");
}

TEST(Csv, QuotedFieldsHoldCommasQuotesAndLineBreaks)
{
    const auto table = parse_csv("a,b\n\"x, \"\"y\"\"\nz\",2\nlast,3\n", "t.csv", nullptr);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_EQ(table->rows[0].fields[0], "x, \"y\"\nz");
    EXPECT_EQ(table->rows[1].line, 4);
}

TEST(Csv, OpenQuoteIsAnErrorThatNamesItsLine)
{
    const auto table = parse_csv("a,b\n1,2\n\"x,3\n4,5\n", "t.csv", nullptr);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().where, "t.csv, line 3");
}

TEST(Csv, TextAfterAClosingQuoteIsAnError)
{
    const auto table = parse_csv("a,b\n\"x\"y,3\n", "t.csv", nullptr);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().where, "t.csv, line 2");
}

TEST(Csv, RowsOfTheWrongLengthAreReportedAndLeftOut)
{
    std::vector<base::Error> problems;
    const auto table = parse_csv("a,b\n1,2,3\n4,5\n6\n", "t.csv", &problems);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1U);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].text(), "t.csv, line 2: the row has 3 fields, the header 2 (quote fields that hold a comma)");
    EXPECT_EQ(problems[1].where, "t.csv, line 4");
}

TEST(Csv, EmptyTextIsAnError) { EXPECT_FALSE(parse_csv("", "t.csv", nullptr)); }

TEST(Csv, ColumnsAreChecked)
{
    using namespace std::string_view_literals;
    constexpr std::array required{"a"sv, "b"sv};
    constexpr std::array optional{"c"sv};
    const auto check = [&](std::string_view header) {
        return data::check_columns(*parse_csv(header, "t.csv", nullptr), required, optional);
    };
    EXPECT_TRUE(check("b,a\n"));
    EXPECT_TRUE(check("a,b,c\n"));
    EXPECT_EQ(check("a\n").error().what, "column 'b' is missing");
    EXPECT_EQ(check("a,b,d\n").error().what, "unknown column 'd'");
    EXPECT_EQ(check("a,b,a\n").error().what, "column 'a' is there twice");
}

} // namespace
