#include "text/cells.hpp"
#include <algorithm>
#include <gtest/gtest.h>

namespace {

using text::Cell;

class Cells : public testing::Test {
protected:
    std::vector<Cell> of(std::string_view utf8) { return text::cells_of(shaper_.shape(utf8, {.size_px = 20})); }
    float width(std::string_view utf8) { return shaper_.shape(utf8, {.size_px = 20}).width; }

    /// What holds for every line: no gaps, no overlap, every byte in one cell.
    void expect_whole(std::string_view utf8)
    {
        SCOPED_TRACE(utf8);
        auto cells = of(utf8);
        float x = 0;
        for (const auto& cell : cells) {
            EXPECT_NEAR(cell.x0, x, 1e-3F);
            EXPECT_LE(cell.x0, cell.x1);
            x = cell.x1;
        }
        EXPECT_NEAR(x, width(utf8), 1e-2F);
        std::ranges::sort(cells, {}, &Cell::begin);
        std::uint32_t byte = 0;
        for (const auto& cell : cells) {
            EXPECT_EQ(cell.begin, byte);
            EXPECT_GT(cell.end, cell.begin);
            byte = cell.end;
        }
        EXPECT_EQ(byte, utf8.size());
    }

    text::Families families_ = [] {
        auto families = text::Families::open(ATLAS_SOURCE_DIR "/assets/fonts");
        if (!families) throw std::runtime_error(families.error().text());
        return std::move(*families);
    }();
    text::Shaper shaper_{families_};
};

TEST_F(Cells, CoverTheLineWithoutGaps)
{
    for (const char* line : {"Horgos 2024", "乌鲁木齐", "Қорғас, Хоргос", "ئۈرۈمچى", "قەشقەر 2024 ئۈرۈمچى",
                             "Kashgar قەشقەر (port)", "لا", "e\u0301a", "ff fi"})
        expect_whole(line);
    EXPECT_TRUE(of("").empty());
}

TEST_F(Cells, LatinRunsLeftToRight)
{
    const auto cells = of("abc");
    ASSERT_EQ(cells.size(), 3U);
    EXPECT_EQ(cells[0].begin, 0U);
    EXPECT_EQ(cells[2].begin, 2U);
    EXPECT_FALSE(cells[0].right_to_left);
    EXPECT_NEAR(cells[0].x1, width("a"), 0.5F);
}

TEST_F(Cells, JoinedArabicLettersHaveACellEachFromTheRight)
{
    const auto cells = of("قەشقەر"); // six letters of two bytes
    ASSERT_EQ(cells.size(), 6U);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_TRUE(cells[i].right_to_left);
        EXPECT_EQ(cells[i].begin, 10 - 2 * i) << "the last letter stands leftmost";
        EXPECT_LT(cells[i].x0, cells[i].x1);
    }
}

TEST_F(Cells, LigatureOfLamAndAlefIsCutInTwo)
{
    const auto cells = of("\u0644\u0627");
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[1].begin, 0U) << "lam is read first, from the right";
    EXPECT_NEAR(cells[0].x1 - cells[0].x0, cells[1].x1 - cells[1].x0, 8);
}

TEST_F(Cells, MarkStaysWithItsLetter)
{
    const auto cells = of("e\u0301a");
    ASSERT_EQ(cells.size(), 2U);
    EXPECT_EQ(cells[0].end, 3U);
}

TEST_F(Cells, MixedLineKeepsEachRunsOwnDirection)
{
    const std::string line = "Kashgar قەشقەر 24";
    const auto cells = of(line);
    EXPECT_EQ(cells.front().begin, 0U);
    // In a line that begins with Latin the number after the Arabic word stands left of it.
    const auto at = [&](std::string_view what) {
        const auto byte = line.find(what);
        return *std::ranges::find(cells, byte, &Cell::begin);
    };
    EXPECT_FALSE(at("K").right_to_left);
    EXPECT_TRUE(at("ق").right_to_left);
    EXPECT_FALSE(at("2").right_to_left);
    EXPECT_LT(at("2").x0, at("4").x0);
    EXPECT_LT(at("4").x1, at("ر").x0);
}

} // namespace
