#include "scene/isolates.hpp"
#include "scene/strings.hpp"
#include "scene/wording.hpp"
#include <gtest/gtest.h>

namespace {

TEST(Isolates, AreFoundWithTheirNesting)
{
    const std::string inner = scene::as_fallback("freight trains");
    const std::string text = "ئا " + scene::isolated("1,000 " + inner) + " ب";
    const auto found = scene::isolates(text);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), inner);
    EXPECT_EQ(found[1].opening, scene::kFallbackBegin);
    EXPECT_NE(found[0].opening, scene::kFallbackBegin);
    EXPECT_LT(found[0].begin, found[1].begin);
    EXPECT_GT(found[0].end, found[1].end);
    EXPECT_TRUE(scene::isolates("plain 2024").empty());
    const auto open = scene::isolates("\u2066cut off");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_FALSE(open[0].closed);
    EXPECT_TRUE(scene::isolates("\u2069").empty()) << "nothing was open";
}

TEST(Isolates, ForeignWordsInAnArabicSentenceStayWhole)
{
    EXPECT_EQ(scene::fill_in("{who}، {date}.", {{"who", "Xinhua"}, {"date", "2025"}}),
              scene::isolated("Xinhua") + "، 2025.");
    EXPECT_EQ(scene::fill_in("{who}, {date}.", {{"who", "Xinhua"}, {"date", "2025"}}), "Xinhua, 2025.");
    EXPECT_EQ(scene::fill_in("ھېسابلانغان: {sum}", {{"sum", "16,414 − 8,730"}}),
              "ھېسابلانغان: " + scene::isolated("16,414 − 8,730"));
}

TEST(Isolates, OnlyRightToLeftLanguagesMarkWhatTheyLack)
{
    const auto folder = std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/lang";
    for (const char* language : {"en", "zh", "ru", "kk", "ug"}) {
        const auto strings = scene::load_strings(folder, language);
        ASSERT_TRUE(strings);
        EXPECT_EQ(strings->right_to_left, std::string(language) == "ug");
        for (const auto& [key, text] : strings->fallback)
            EXPECT_EQ(text.starts_with(scene::kFallbackBegin), strings->right_to_left) << key;
        for (const auto& [key, text] : strings->texts)
            EXPECT_EQ(text.find(scene::kFallbackBegin), std::string::npos) << key;
    }
}

} // namespace
