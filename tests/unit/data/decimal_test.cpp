#include "data/decimal.hpp"
#include "data/period.hpp"
#include <gtest/gtest.h>

using data::parse_decimal;

namespace {

TEST(Decimal, KeepsTheDigitsAsPrinted)
{
    for (const char* text : {"0", "8730", "435.11", "61.031223", "0.07414", "-8.9", "1.90", "35742600"})
        EXPECT_EQ(parse_decimal(text).value().text(), text);
    EXPECT_DOUBLE_EQ(parse_decimal("61.031223")->value(), 61.031223);
}

TEST(Decimal, RefusesWhatIsNotAPlainNumber)
{
    for (const char* text :
         {"", "-", ".", ".5", "5.", "1e5", "nan", "inf", "8,730", "+5", " 5", "1.2.3", "0x10", "123456789012345678"})
        EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimal, SumsAreExact)
{
    EXPECT_EQ(data::subtract(*parse_decimal("16414"), *parse_decimal("8730"))->text(), "7684");
    EXPECT_EQ(data::add(*parse_decimal("0.1"), *parse_decimal("0.25"))->text(), "0.35");
    EXPECT_EQ(data::subtract(*parse_decimal("1.5"), *parse_decimal("2"))->text(), "-0.5");
    EXPECT_FALSE(data::add(*parse_decimal("12345678901234567"), *parse_decimal("0.1")));
}

TEST(Decimal, RoundingFollowsThePrintedDigits)
{
    EXPECT_EQ(data::rounded_to(*parse_decimal("435.11"), false), -2);
    EXPECT_EQ(data::rounded_to(*parse_decimal("16400"), true), 2);
    EXPECT_EQ(data::rounded_to(*parse_decimal("4640"), false), 1);
    EXPECT_EQ(data::rounded_to(*parse_decimal("700"), false), 0);
    EXPECT_TRUE(data::equal_rounded(*parse_decimal("16414"), *parse_decimal("16400"), 2));
    EXPECT_FALSE(data::equal_rounded(*parse_decimal("4652"), *parse_decimal("4640"), 1));
    EXPECT_TRUE(data::equal_rounded(*parse_decimal("19.999747"), *parse_decimal("20"), 0));
}

TEST(Period, ReadsYearsMonthsAndDays)
{
    EXPECT_TRUE(data::is_iso_date("2024"));
    EXPECT_TRUE(data::is_iso_date("2024-02-29"));
    for (const char* text : {"", "24", "2024-13", "2023-02-29", "2024/01", "2024-1", "n/a", "2024-01-0x", "-024"})
        EXPECT_FALSE(data::is_iso_date(text)) << text;
}

TEST(Period, CountsBothEnds)
{
    EXPECT_EQ(data::period_days("2024-01-01", "2024-12-31"), 366);
    EXPECT_EQ(data::period_days("2023", "2023"), 365);
    EXPECT_EQ(data::period_days("2022-01", "2022-08"), 243);
    EXPECT_EQ(data::period_days("", "2022-08"), 0);
}

} // namespace
