#include "scene/strings.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <unistd.h>

namespace {

const std::filesystem::path kLanguages = std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/lang";

/// The {words} of a text, in no order.
std::multiset<std::string> holes(const std::string& text)
{
    std::multiset<std::string> found;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos) break;
        found.insert(text.substr(open, close - open + 1));
    }
    return found;
}

/// Grammar that English does not have: plural forms, cases of units, moved decimal points.
bool of_this_language(const std::string& key)
{
    return key.starts_with("plural.") || key.starts_with("unit_case.") || key.starts_with("unit_shift.");
}

class EveryLanguage : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Shipped, EveryLanguage, testing::Values("en", "zh", "ru", "kk", "ug"),
                         [](const auto& i) { return i.param; });

TEST_P(EveryLanguage, LoadsAndKnowsNoStrangeKey)
{
    const auto strings = scene::load_strings(kLanguages, GetParam());
    ASSERT_TRUE(strings) << strings.error().text();
    EXPECT_EQ(strings->language, GetParam());
    for (const auto& [key, text] : strings->texts) {
        EXPECT_TRUE(strings->fallback.contains(key) || of_this_language(key)) << key << " is not in en.toml";
        EXPECT_FALSE(text.empty()) << key;
    }
}

TEST_P(EveryLanguage, FillsTheSameHolesAsEnglish)
{
    const auto strings = scene::load_strings(kLanguages, GetParam());
    ASSERT_TRUE(strings);
    for (const auto& [key, text] : strings->texts) {
        if (of_this_language(key)) continue;
        const auto english = strings->fallback.find(key);
        ASSERT_NE(english, strings->fallback.end()) << key;
        auto filled = holes(text);
        filled.erase("{case}"); // an ending that only some languages need
        if (key.starts_with("unit_pattern.")) filled.erase("{unit}");
        EXPECT_EQ(filled, holes(english->second)) << key;
    }
}

TEST_P(EveryLanguage, IsComplete)
{
    const auto strings = scene::load_strings(kLanguages, GetParam());
    ASSERT_TRUE(strings);
    for (const auto& [key, text] : strings->fallback)
        EXPECT_TRUE(of_this_language(key) || strings->texts.contains(key)) << key;
}

TEST(Strings, FallsBackToEnglishThenToTheKey)
{
    scene::Strings strings;
    strings.texts["close"] = "Жабу";
    strings.texts["empty"] = "";
    strings.fallback["close"] = "Close";
    strings.fallback["empty"] = "Full";
    strings.fallback["open"] = "Open";
    EXPECT_EQ(strings("close"), "Жабу");
    EXPECT_EQ(strings("empty"), "Full");
    EXPECT_EQ(strings("open"), "Open");
    const auto& unknown = strings("no.such");
    EXPECT_EQ(unknown, "no.such");
    EXPECT_EQ(strings("other"), "other");
    EXPECT_EQ(unknown, "no.such") << "a returned text stays valid";
}

TEST(Strings, ErrorsNameFileAndKey)
{
    const auto folder = std::filesystem::temp_directory_path() / ("strings_test_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "en.toml") << "close = 3\n";
    const auto bad = scene::load_strings(folder, "en");
    ASSERT_FALSE(bad);
    EXPECT_NE(bad.error().text().find("en.toml"), std::string::npos);
    EXPECT_NE(bad.error().text().find("'close'"), std::string::npos);
    std::ofstream(folder / "en.toml") << "close = \"Close\"\n";
    EXPECT_TRUE(scene::load_strings(folder, "en"));
    EXPECT_FALSE(scene::load_strings(folder, "zh"));
    std::filesystem::remove_all(folder);
}

} // namespace
