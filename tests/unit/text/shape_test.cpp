#include "text/shape.hpp"
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace {

using text::Glyph;
using text::Style;

class Shape : public testing::Test {
protected:
    static text::Families open()
    {
        auto families = text::Families::open(ATLAS_SOURCE_DIR "/assets/fonts");
        if (!families) throw std::runtime_error(families.error().text());
        return std::move(*families);
    }

    static bool has_box(const text::ShapedLine& line)
    {
        return std::ranges::any_of(line.glyphs, [](const Glyph& glyph) { return glyph.index == 0; });
    }

    text::Families families_ = open();
    text::Shaper shaper_{families_};
};

struct UyghurWord {
    const char* utf8;
    std::size_t letters;
};

class UyghurShape : public Shape, public testing::WithParamInterface<UyghurWord> {};

TEST_P(UyghurShape, JoinsItsLetters)
{
    const auto [word, letters] = GetParam();
    for (const bool bold : {false, true}) {
        const auto line = shaper_.shape(word, {.size_px = 20, .bold = bold});
        EXPECT_TRUE(line.right_to_left);
        EXPECT_EQ(line.text.code.size(), letters);
        EXPECT_FALSE(has_box(line));
        std::set<std::uint32_t> clusters;
        for (const auto& glyph : line.glyphs) clusters.insert(glyph.cluster);
        EXPECT_EQ(clusters.size(), letters) << "each letter keeps a glyph";
        EXPECT_TRUE(std::ranges::is_sorted(line.glyphs, std::greater{}, &Glyph::cluster)) << "right to left";

        // At least half of the letters of a word differ from their form alone.
        std::size_t changed = 0;
        for (std::size_t i = 0; i < letters; ++i) {
            const auto alone_utf8 =
                std::string{word}.substr(line.text.byte[i], line.text.byte[i + 1] - line.text.byte[i]);
            std::set<std::uint32_t> joined;
            for (const auto& glyph : line.glyphs)
                if (glyph.cluster == i) joined.insert(glyph.index);
            std::set<std::uint32_t> alone;
            for (const auto& glyph : shaper_.shape(alone_utf8, {.size_px = 20, .bold = bold}).glyphs)
                alone.insert(glyph.index);
            changed += joined != alone ? 1u : 0u;
        }
        EXPECT_GE(changed * 2, letters);
    }
}

INSTANTIATE_TEST_SUITE_P(Names, UyghurShape,
                         testing::Values(UyghurWord{"قىزىلسۇ", 7}, UyghurWord{"قەشقەر", 6}, UyghurWord{"ئۈرۈمچى", 7},
                                         UyghurWord{"خوتەن", 5}));

TEST_F(Shape, UyghurEIsInTheFontAndTakesItsFinalForm)
{
    const auto alone = shaper_.shape("\u06D5", {}).glyphs;
    ASSERT_EQ(alone.size(), 1u);
    EXPECT_NE(alone[0].index, 0u);
    const auto joined = shaper_.shape("ق\u06D5", {}).glyphs; // visual order: the e is leftmost
    ASSERT_FALSE(joined.empty());
    EXPECT_EQ(joined.front().cluster, 1u);
    EXPECT_NE(joined.front().index, alone[0].index);
}

TEST_F(Shape, DigitsRunLeftToRightInUyghur)
{
    const auto& line = shaper_.shape("قەشقەر 2024 ئۈرۈمچى", {});
    EXPECT_TRUE(line.right_to_left);
    std::vector<std::uint32_t> digits;
    for (const auto& glyph : line.glyphs)
        if (const auto code = line.text.code[glyph.cluster]; code >= '0' && code <= '9')
            digits.push_back(glyph.cluster);
    ASSERT_EQ(digits.size(), 4u);
    EXPECT_TRUE(std::ranges::is_sorted(digits));
    EXPECT_EQ(line.glyphs.front().cluster, line.text.code.size() - 1) << "the last word stands leftmost";
}

TEST_F(Shape, UyghurInALatinLineKeepsTheLineLeftToRight)
{
    const auto& line = shaper_.shape("Kashgar قەشقەر (port)", {});
    EXPECT_FALSE(line.right_to_left);
    EXPECT_EQ(line.glyphs.front().cluster, 0u);
    EXPECT_EQ(line.glyphs.back().cluster, line.text.code.size() - 1);
}

TEST_F(Shape, KazakhRussianChineseAndSignsAreInBothWeights)
{
    for (const bool bold : {false, true})
        for (const char* sample :
             {"әғқңөұүһіӘҒҚҢӨҰҮҺІ", "Хоргос, Ёж", "乌鲁木齐喀什霍尔果斯阿拉山口", "，。、（）《》：；？！“”…",
              "° ² − – — · → ← ≈ … ¥ € × ÷ ≤ ≥ • ‹ › « » “ ” ₸ ₽ ₨ № ±",
              "ÄÖÜäöüßÅÇãåéèêłńśż"}) {
            const auto& line = shaper_.shape(sample, {.bold = bold});
            EXPECT_FALSE(has_box(line)) << sample << (bold ? " bold" : "");
        }
}

TEST_F(Shape, DigitsHaveOneAdvanceWhenTabular)
{
    for (const bool bold : {false, true}) {
        const auto width = [&](const char* s, bool tabular) {
            return shaper_.shape(s, {.size_px = 20, .bold = bold, .tabular = tabular}).width;
        };
        for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"})
            EXPECT_FLOAT_EQ(width(digit, true), width("0", true)) << digit;
        EXPECT_FLOAT_EQ(width("1111", true), width("8888", true));
        EXPECT_LT(width("1111", false), width("8888", false));
    }
}

TEST_F(Shape, WidthsAddUp)
{
    const auto width = [&](const char* s, float size) { return shaper_.shape(s, {.size_px = size}).width; };
    EXPECT_NEAR(width("Urumqi ", 14) + width("Horgos", 14), width("Urumqi Horgos", 14), 0.01f);
    EXPECT_NEAR(width("乌鲁", 14) + width("木齐", 14), width("乌鲁木齐", 14), 0.01f);
    EXPECT_NEAR(width("Urumqi", 28), 2 * width("Urumqi", 14), 0.01f);
    EXPECT_LT(width("AV", 20), width("A", 20) + width("V", 20)) << "kerning";
    const auto& line = shaper_.shape("Kashgar 喀什 قەشقەر 2024", {});
    float sum = 0;
    for (const float advance : line.advances) sum += advance;
    EXPECT_NEAR(sum, line.width, 0.01f);
}

TEST_F(Shape, TrackingStandsBetweenLettersButNotInArabicScript)
{
    const auto width = [&](const char* s, float tracking) {
        return shaper_.shape(s, {.size_px = 10, .tracking_em = tracking}).width;
    };
    EXPECT_NEAR(width("ABCD", 0.4f) - width("ABCD", 0), 12, 0.01f);
    EXPECT_NEAR(width("新疆", 0.4f) - width("新疆", 0), 4, 0.01f);
    EXPECT_FLOAT_EQ(width("قەشقەر", 0.4f), width("قەشقەر", 0));
    EXPECT_FLOAT_EQ(width("", 0.4f), 0);
}

TEST_F(Shape, OneWordStaysInOneFaceAndFiguresInThePrimary)
{
    const auto& line = shaper_.shape("2024年", {});
    ASSERT_EQ(line.glyphs.size(), 5u);
    EXPECT_EQ(line.glyphs[0].choice, &families_.primary(false, false));
    EXPECT_NE(line.glyphs[4].choice, &families_.primary(false, false));
    const auto uyghur = shaper_.shape("قەشقەر 2024", {});
    EXPECT_EQ(uyghur.glyphs.front().choice, &families_.primary(false, false));
}

TEST_F(Shape, ItalicHasAFaceForLatinAndNoSlantForHanAndArabic)
{
    const auto choice = [&](const char* s, bool bold) {
        return *shaper_.shape(s, {.bold = bold, .italic = true}).glyphs.front().choice;
    };
    EXPECT_FALSE(choice("Tarim", false).slant);
    EXPECT_NE(choice("Tarim", false).face, families_.primary(false, false).face);
    EXPECT_TRUE(choice("Tarim", true).slant) << "bold italic is slanted from the bold";
    EXPECT_FALSE(choice("天山", false).slant);
    EXPECT_FALSE(choice("تارىم", false).slant);
    EXPECT_TRUE(shaper_.shape("→", {.bold = true}).glyphs.front().choice->thicken) << "no bold arrows in the fonts";
}

TEST_F(Shape, UnknownCharactersAreBoxes)
{
    EXPECT_TRUE(has_box(shaper_.shape("𓀀", {})));
    EXPECT_EQ(shaper_.shape("𓀀", {}).glyphs.size(), 1u);
    EXPECT_GT(shaper_.shape("𓀀", {}).width, 0);
    EXPECT_FALSE(has_box(shaper_.shape("a\u200Db\u2066c\u2069\uFE0F", {}))) << "format characters are not drawn";
}

} // namespace
