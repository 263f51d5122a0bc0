#include "ui/text_edit.hpp"
#include <gtest/gtest.h>

namespace {

/// Cells of ten pixels each, as the text engine would give them, without a font: `visual` names the bytes from left to
/// right, capitals stand for letters that run right to left.
class Edit : public testing::Test {
protected:
    using Cells = std::vector<text::Cell>;
    static Cells cells(const std::string& logical, const std::string& visual)
    {
        Cells list;
        float x = 0;
        for (const char c : visual) {
            const auto at = static_cast<std::uint32_t>(logical.find(c));
            list.push_back({at, at + 1, x, x + 10, c >= 'A' && c <= 'Z'});
            x += 10;
        }
        return list;
    }
    static ui::TextEdit at_start(const std::string& text) { return {text, 0, 0, false}; }
};

TEST_F(Edit, TypesDeletesAndReplaces)
{
    ui::TextEdit edit{"ac", 1, 1};
    edit.insert("b\n");
    EXPECT_EQ(edit.text, "ab c") << "a line end is a space";
    edit = {"abc", 3, 3};
    edit.erase_before(cells("abc", "abc"));
    EXPECT_EQ(edit.text, "ab");
    edit.home(false);
    edit.erase_behind(cells("ab", "ab"));
    EXPECT_EQ(edit.text, "b");
    edit.erase_before(cells("b", "b"));
    EXPECT_EQ(edit.text, "b") << "nothing stands before the start";
    edit.select_all();
    EXPECT_EQ(edit.selected(), "b");
    edit.insert("xyz");
    EXPECT_EQ(edit.text, "xyz");
    EXPECT_EQ(edit.caret, 3U);
    EXPECT_FALSE(edit.selecting());
}

TEST_F(Edit, BackspaceTakesAWholeCharacter)
{
    ui::TextEdit edit{"aé", 3, 3};
    edit.erase_before({{0, 1, 0, 10, false}, {1, 3, 10, 20, false}});
    EXPECT_EQ(edit.text, "a");
}

TEST_F(Edit, ArrowsMoveOnTheScreenInALeftToRightLine)
{
    const auto line = cells("abc", "abc");
    auto edit = at_start("abc");
    for (const float x : {0.0F, 10.0F, 20.0F, 30.0F, 30.0F}) {
        EXPECT_EQ(edit.caret_x(line), x);
        edit.step(line, true, false);
    }
    edit.step(line, false, false);
    EXPECT_EQ(edit.caret, 2U);
}

TEST_F(Edit, ArrowsMoveOnTheScreenInARightToLeftLine)
{
    const auto line = cells("ABC", "CBA"); // the first letter stands rightmost
    auto edit = at_start("ABC");
    EXPECT_EQ(edit.caret_x(line), 30);
    edit.step(line, true, false);
    EXPECT_EQ(edit.caret, 0U) << "right of it is nothing";
    for (const std::size_t byte : {1U, 2U, 3U}) {
        edit.step(line, false, false);
        EXPECT_EQ(edit.caret, byte);
        EXPECT_EQ(edit.caret_x(line), 30 - 10 * static_cast<float>(byte));
    }
    edit.erase_before(line);
    EXPECT_EQ(edit.text, "AB");
}

TEST_F(Edit, ArrowsCrossAMixedLineWithoutAJump)
{
    const auto line = cells("abCDef", "abDCef");
    auto edit = at_start("abCDef");
    for (float x = 10; x <= 60; x += 10) {
        edit.step(line, true, false);
        EXPECT_EQ(edit.caret_x(line), x);
    }
    EXPECT_EQ(edit.caret, 6U);
    for (float x = 50; x >= 0; x -= 10) {
        edit.step(line, false, false);
        EXPECT_EQ(edit.caret_x(line), x);
    }
    EXPECT_EQ(edit.caret, 0U);
}

TEST_F(Edit, SelectionOverTwoDirectionsHasSeveralBoxes)
{
    const auto line = cells("abCDef", "abDCef");
    ui::TextEdit edit{"abCDef", 3, 1}; // "bC"
    EXPECT_EQ(edit.selected(), "bC");
    const std::vector<std::pair<float, float>> boxes{{10, 20}, {30, 40}};
    EXPECT_EQ(edit.boxes(line), boxes);
    edit = {"abCDef", 6, 0};
    EXPECT_EQ(edit.boxes(line).size(), 1U);
    edit = {"abCDef", 2, 2};
    EXPECT_TRUE(edit.boxes(line).empty());
}

TEST_F(Edit, ShiftKeepsTheOtherEndAndArrowsLetGoAtTheirSide)
{
    const auto line = cells("abcd", "abcd");
    ui::TextEdit edit{"abcd", 1, 1};
    edit.step(line, true, true);
    edit.step(line, true, true);
    EXPECT_EQ(edit.selected(), "bc");
    auto left = edit;
    left.step(line, false, false);
    EXPECT_EQ(left.caret, 1U);
    edit.step(line, true, false);
    EXPECT_EQ(edit.caret, 3U);
    edit.home(true);
    EXPECT_EQ(edit.selected(), "abc");
}

TEST_F(Edit, ATapPlacesTheCaretAtTheNearestEdge)
{
    const auto line = cells("abCD", "abDC");
    ui::TextEdit edit{"abCD", 0, 0};
    edit.place(line, 13, false);
    EXPECT_EQ(edit.caret, 1U);
    edit.place(line, 38, false); // right end of C: before it
    EXPECT_EQ(edit.caret, 2U);
    EXPECT_EQ(edit.caret_x(line), 40);
    edit.place(line, 22, true);
    EXPECT_EQ(edit.caret, 4U) << "left end of D: behind it";
    EXPECT_EQ(edit.selected(), "CD");
    edit.place(line, -50, false);
    EXPECT_EQ(edit.caret, 0U);
}

TEST_F(Edit, ATextChangedFromOutsideKeepsTheCaretOnAnEdge)
{
    ui::TextEdit edit{"é", 1, 7};
    edit.settle({{0, 2, 0, 10, false}});
    EXPECT_EQ(edit.caret, 2U);
    EXPECT_EQ(edit.anchor, 2U);
}

} // namespace
