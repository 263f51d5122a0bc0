#include "text/engine.hpp"
#include "text/line_break.hpp"
#include <gtest/gtest.h>

namespace {

/// The text with | at each allowed break.
std::string marked(std::string_view utf8)
{
    text::CodePoints points;
    text::decode(utf8, points);
    std::vector<bool> after;
    text::find_breaks(points.code, after);
    std::string result;
    for (std::size_t i = 0; i < points.code.size(); ++i) {
        result += utf8.substr(points.byte[i], points.byte[i + 1] - points.byte[i]);
        if (after[i]) result += '|';
    }
    return result;
}

TEST(BreakRules, Latin)
{
    EXPECT_EQ(marked("two words  here"), "two |words  |here");
    EXPECT_EQ(marked("China-Europe rail/road"), "China-|Europe |rail/|road");
    EXPECT_EQ(marked("2016–2025, −5 or -x, C-24"), "2016–2025, |−5 |or |-x, |C-24");
    EXPECT_EQ(marked("8\u00A0730 km"), "8\u00A0730 |km");
}

TEST(BreakRules, Chinese)
{
    EXPECT_EQ(marked("乌鲁木齐"), "乌|鲁|木|齐");
    EXPECT_EQ(marked("口岸，货物（吨）。"), "口|岸，|货|物|（吨）。");
    EXPECT_EQ(marked("2024年1月"), "2024年|1月");
    EXPECT_EQ(marked("《一带》“路”"), "《一|带》|“路”");
    EXPECT_EQ(marked("在Horgos口岸"), "在|Horgos|口|岸");
}

TEST(BreakRules, MarksStayWithTheirLetter) { EXPECT_EQ(marked("年\u0301月"), "年\u0301|月"); }

class LineBreak : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = text::Engine::open(ATLAS_SOURCE_DIR "/assets/fonts");
        ASSERT_TRUE(opened) << opened.error().text();
        engine_ = std::move(*opened);
    }
    std::unique_ptr<text::Engine> engine_;
};

std::string letters_of(std::string_view text)
{
    std::string result;
    for (const char c : text)
        if (c != ' ' && c != '\n') result += c;
    return result;
}

TEST_F(LineBreak, NoLineIsWiderAndNothingIsLost)
{
    const std::string texts[] = {
        "Outlined, thin tint: not counted on this section of the China-Europe railway through Alashankou/Dostyk.",
        "新疆维吾尔自治区位于中国西北边陲，与八个国家接壤，是丝绸之路经济带核心区。2024年，中欧（中亚）班列通行16,"
        "414列。",
        "Horgos 霍尔果斯 handled 8,730 trains 在2024年 за год, Қазақстан шекарасында",
        "قازاقىستان بىلەن جۇڭگو ئارىسىدىكى تۆمۈر يول 2024 يىلى 16,414 پويىز ئۆتتى"};
    for (const auto& text : texts)
        for (const bool bold : {false, true})
            for (const float tracking : {0.0f, 0.1f})
                for (const float width : {60.0f, 93.5f, 140.0f, 304.0f, 2000.0f}) {
                    const text::Style style{.size_px = 13, .bold = bold, .tracking_em = tracking};
                    const auto lines = engine_->break_lines(text, style, width);
                    std::string all;
                    for (const auto& line : lines) {
                        EXPECT_LE(engine_->shape(line, style)->width, width + 0.02f) << line;
                        EXPECT_FALSE(line.empty());
                        all += line;
                    }
                    EXPECT_EQ(letters_of(all), letters_of(text));
                    if (width == 2000.0f && tracking == 0.0f) { EXPECT_EQ(lines.size(), 1u); }
                }
}

TEST_F(LineBreak, FillsLinesAndKeepsWordsWhole)
{
    const text::Style style{.size_px = 14};
    const float width = engine_->shape("one two", style)->width + 1;
    EXPECT_EQ(engine_->break_lines("one two six ten", style, width), (std::vector<std::string>{"one two", "six ten"}));
}

TEST_F(LineBreak, LineEndsBreakAndEmptyLinesStay)
{
    EXPECT_EQ(engine_->break_lines("a\n\nb\n", {}, 500), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_TRUE(engine_->break_lines("", {}, 500).empty());
}

TEST_F(LineBreak, AWordWiderThanTheLineIsCut)
{
    const text::Style style{.size_px = 14};
    const auto lines = engine_->break_lines("Qinhuangdao", style, 40);
    EXPECT_GT(lines.size(), 1u);
    for (const auto& line : lines) EXPECT_LE(engine_->shape(line, style)->width, 40.02f);
    EXPECT_EQ(engine_->break_lines("年月日", style, -5).size(), 3u) << "one character is the shortest line";
}

TEST_F(LineBreak, EllipsizeCutsOnlyWhatDoesNotFit)
{
    const text::Style style{.size_px = 14};
    EXPECT_EQ(engine_->ellipsize("Urumqi", style, 500), "Urumqi");
    for (const char* text :
         {"Freight trains in 2024", "乌鲁木齐市甘泉堡经济技术开发区", "قىزىلسۇ قىرغىز ئاپتونوم ئوبلاستى"})
        for (float width = 0; width < 160; width += 3.7f) {
            const auto cut = engine_->ellipsize(text, style, width);
            EXPECT_LE(engine_->shape(cut, style)->width, std::max(width, 0.0f) + 0.02f);
            if (!cut.empty() && cut != text) {
                EXPECT_TRUE(cut.ends_with("…")) << cut;
                EXPECT_TRUE(std::string_view{text}.starts_with(cut.substr(0, cut.size() - 3)));
                EXPECT_FALSE(cut.ends_with(" …"));
            }
        }
}

TEST_F(LineBreak, SurvivesBrokenUtf8)
{
    const auto lines = engine_->break_lines("a\xFF\xE5\x96 b\xC0", {}, 20);
    EXPECT_FALSE(lines.empty());
    EXPECT_FALSE(engine_->ellipsize("aaaaaaaa\xFF\xE5\x96\xFF\xFF\xFF", {}, 60).empty());
}

} // namespace
