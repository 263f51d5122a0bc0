#include "data/decimal.hpp"
#include "scene/number_format.hpp"
#include "scene/numeral_grammar.hpp"
#include "scene/wording.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace {

using data::Approximation;

const scene::Strings& strings(const std::string& language)
{
    static std::map<std::string, scene::Strings> read;
    auto& one = read[language];
    if (one.texts.empty())
        one = scene::load_strings(std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/lang", language).value();
    return one;
}

std::string said(const char* language, const char* printed, const char* unit, Approximation approximation)
{
    data::Fact fact;
    fact.printed = printed;
    fact.unit = unit;
    fact.approximation = approximation;
    return scene::figure(strings(language), fact, true);
}

struct Case {
    const char *language, *printed, *unit;
    Approximation approximation;
    const char* words;
};
class InWords : public testing::TestWithParam<Case> {};

TEST_P(InWords, HasTheMarksUnitAndGrammarOfTheLanguage)
{
    const auto& c = GetParam();
    EXPECT_EQ(said(c.language, c.printed, c.unit, c.approximation), c.words);
}

constexpr auto kExact = Approximation::exact, kAbout = Approximation::about, kOver = Approximation::over,
               kUnder = Approximation::under;
INSTANTIATE_TEST_SUITE_P(
    Figures, InWords,
    testing::Values(
        Case{"en", "435.11", "cny_bn", kExact, "¥435.11 bn"}, Case{"en", "1.5", "cny_bn", kOver, "over ¥1.5 bn"},
        Case{"en", "421000", "vehicles", kAbout, "about 421,000 vehicles"},
        Case{"en", "1", "routes", kExact, "1 route"}, Case{"en", "-8.9", "percent", kExact, "−8.9 %"},
        Case{"zh", "435.11", "cny_bn", kExact, "4,351.1亿元"}, Case{"zh", "0.33", "cny_bn", kExact, "3.3亿元"},
        Case{"zh", "61.031223", "usd_bn", kExact, "610.31223亿美元"},
        Case{"zh", "1.90", "cny_bn", kAbout, "约19.0亿元"}, Case{"zh", "16414", "trains", kExact, "16,414列"},
        Case{"zh", "421000", "vehicles", kOver, "超过42.1万辆"}, Case{"zh", "40000000", "tonnes", kExact, "4,000万吨"},
        Case{"zh", "6564.8", "tonnes", kExact, "0.65648万吨"}, Case{"zh", "43.2", "bcm", kExact, "432亿立方米"},
        Case{"ru", "435.11", "cny_bn", kExact, "435,11 млрд юаней"},
        Case{"ru", "8730", "trains", kExact, "8\u00A0730 поездов"}, Case{"ru", "21", "trains", kExact, "21 поезд"},
        Case{"ru", "22", "trains", kExact, "22 поезда"}, Case{"ru", "12", "trains", kExact, "12 поездов"},
        Case{"ru", "22", "trains", kOver, "более 22 поездов"}, Case{"ru", "21", "trains", kAbout, "около 21 поезда"},
        Case{"ru", "1.5", "tonnes", kExact, "1,5 тонны"}, Case{"ru", "38921", "cny", kExact, "38\u00A0921 юань"},
        Case{"ru", "16.8", "percentage_points", kExact, "16,8 проц. пункта"},
        Case{"kk", "1234.5", "tonnes", kExact, "1\u00A0234,5 тонна"},
        Case{"kk", "7000", "trains", kOver, "7\u00A0000-нан астам пойыз"},
        Case{"kk", "24000", "vehicles", kOver, "24\u00A0000-нан астам автомобиль"},
        Case{"kk", "1.5", "cny_bn", kOver, "1,5 млрд юаннан астам"},
        Case{"kk", "180", "trains", kUnder, "180-нен аз пойыз"},
        Case{"ug", "1234.5", "tonnes", kExact, "1,234.5 توننا"},
        Case{"ug", "7000", "trains", kOver, "7,000دىن ئارتۇق پويىز"},
        Case{"ug", "1.5", "cny_bn", kOver, "1.5 مىليارد يۈەندىن ئارتۇق"}));

TEST(NumberFormat, MovesThePointAndNeverADigit)
{
    EXPECT_EQ(data::move_point("435.11", 1), "4351.1");
    EXPECT_EQ(data::move_point("46000", -4), "4.6");
    EXPECT_EQ(data::move_point("40000000", -4), "4000");
    EXPECT_EQ(data::move_point("12345.0", -4), "1.23450");
    EXPECT_EQ(data::move_point("0.07414", 1), "0.7414");
    EXPECT_EQ(data::move_point("100", 2), "10000");
    EXPECT_EQ(data::move_point("-8.9", 1), "-89");
    EXPECT_EQ(data::move_point("0", 1), "0");
    EXPECT_EQ(data::move_point("0", -4), "0");
    EXPECT_EQ(data::move_point("2023-11-01", 1), "2023-11-01");
}

TEST(NumberFormat, EveryShippedFigureReadsBackToTheDigit)
{
    const auto facts = data::load_facts(std::filesystem::path(ATLAS_SOURCE_DIR) / "geodata").value();
    std::size_t read = 0;
    for (const char* language : {"en", "zh", "ru", "kk", "ug"})
        for (const auto& fact : facts.facts) {
            const auto value = data::parse_decimal(fact.printed);
            if (!value) continue;
            const auto words = scene::number_words(strings(language), fact.printed, fact.unit);
            const auto back = scene::numbers_in(strings(language), words, fact.unit);
            ASSERT_EQ(back.size(), 1U) << words;
            const auto again = data::parse_decimal(back.front());
            ASSERT_TRUE(again) << words;
            const auto difference = data::subtract(*value, *again);
            EXPECT_TRUE(difference && difference->mantissa == 0) << fact.printed << " " << language << " " << words;
            ++read;
        }
    EXPECT_GT(read, 2000U);
}

TEST(NumberFormat, DigitsAreNotMovedUnlessTheUnitIsSaidInTheSameLanguage)
{
    scene::Strings partly = strings("zh");
    EXPECT_EQ(scene::unit_shift(partly, "cny_bn"), 1);
    partly.texts.erase("unit_pattern.cny_bn");
    EXPECT_EQ(scene::unit_shift(partly, "cny_bn"), 0);
    partly = strings("zh");
    partly.texts.erase("unit.tonnes");
    EXPECT_EQ(scene::unit_shift(partly, "tonnes"), 0);
}

TEST(NumberFormat, NumbersAmongWordsAreFound)
{
    EXPECT_EQ(scene::numbers_in(strings("zh"), "约4,351.1亿元（2024）", "cny_bn"),
              (std::vector<std::string>{"435.11", "202.4"}));
    EXPECT_EQ(scene::numbers_in(strings("ru"), "около 1\u00A0234,5 и −8,9", "percent"),
              (std::vector<std::string>{"1234.5", "-8.9"}));
}

TEST(NumeralGrammar, AblativeFollowsTheSpokenNumber)
{
    for (const auto& [printed, ending] : {std::pair{"1", "-ден"},
                                          {"3", "-тен"},
                                          {"6", "-дан"},
                                          {"10", "-нан"},
                                          {"40", "-тан"},
                                          {"80", "-нен"},
                                          {"100", "-ден"},
                                          {"7000", "-нан"},
                                          {"2000000", "-нан"},
                                          {"3000000000", "-тан"},
                                          {"1.5", "-тен"}})
        EXPECT_EQ(scene::ablative_ending("kk", printed), ending) << printed;
    EXPECT_EQ(scene::ablative_ending("ug", "7000"), "دىن");
    EXPECT_EQ(scene::ablative_ending("ug", "40"), "تىن");
    EXPECT_EQ(scene::ablative_ending("en", "40"), "");
}

TEST(Wording, DatesAndMonthsFollowTheLanguage)
{
    for (const auto& [language, day, month] : {std::tuple{"en", "4 January 2025", "January 2025"},
                                               {"zh", "2025年1月4日", "2025年1月"},
                                               {"ru", "4 января 2025", "январь 2025"},
                                               {"kk", "2025 ж. 4 қаңтар", "2025 ж. қаңтар"},
                                               {"ug", "2025-يىل 4-يانۋار", "2025-يىل يانۋار"}}) {
        EXPECT_EQ(scene::date_words(strings(language), "2025-01-04"), day);
        EXPECT_EQ(scene::date_words(strings(language), "2025-01"), month);
    }
    data::Fact fact;
    fact.period_from = "2023-01-01";
    fact.period_to = "2023-11-23";
    for (const auto& [language, words] : {std::pair{"en", "to 23 Nov"},
                                          {"zh", "至11月23日"},
                                          {"ru", "по 23 нояб."},
                                          {"kk", "23 қарашаға дейін"},
                                          {"ug", "23-نويابىرغىچە"}})
        EXPECT_EQ(scene::months(strings(language), fact), words);
}

TEST(Wording, ASumIsSaidInTheNumbersOfTheLanguage)
{
    data::YearValue value;
    value.state = data::State::computed;
    value.unit = "trains";
    value.formula = "16,414 − 8,730";
    EXPECT_EQ(scene::sum_words(strings("en"), value), "16,414 − 8,730");
    EXPECT_EQ(scene::sum_words(strings("ru"), value), "16\u00A0414 − 8\u00A0730");
    value.unit = "tonnes";
    value.formula = "40,000 + 2,000";
    EXPECT_EQ(scene::sum_words(strings("zh"), value), "4 + 0.2");
}

TEST(Wording, TheUnitUnderTheNumbersIsTheOneTheyAreMovedTo)
{
    data::OverlaySpec overlay;
    overlay.unit = "cny_bn";
    overlay.unit_name = {{"en", "bn CNY"}, {"zh", "十亿元"}};
    EXPECT_EQ(scene::overlay_unit(strings("en"), overlay), "bn CNY");
    EXPECT_EQ(scene::overlay_unit(strings("zh"), overlay), "亿元");
    EXPECT_EQ(scene::axis_number(strings("zh"), 40, "cny_bn"), "400");
    EXPECT_EQ(scene::axis_number(strings("zh"), 0.5, "cny_bn"), "5");
    EXPECT_EQ(scene::axis_number(strings("ru"), 12500), "12\u00A0500");
}

} // namespace
