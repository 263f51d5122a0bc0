#include "app/file_watch.hpp"
#include "app/session.hpp"
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

/// The assets with themes of their own, which a test may spoil.
class Reload : public testing::Test {
protected:
    void SetUp() override
    {
        folder = fs::temp_directory_path() / ("reload_test_" + std::to_string(::getpid()));
        fs::create_directories(folder);
        const fs::path source = fs::path(ATLAS_SOURCE_DIR) / "assets";
        fs::copy(source / "themes", folder / "themes");
        for (const char* part : {"fonts", "lang"}) fs::create_directory_symlink(source / part, folder / part);
    }
    void TearDown() override { fs::remove_all(folder); }

    void replace_in_dusk(const std::string& from, const std::string& to) const
    {
        const fs::path file = folder / "themes/dusk.toml";
        std::ifstream in(file);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        text.replace(at, from.size(), to);
        std::ofstream(file) << text;
        fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(2));
    }

    fs::path folder;
};

} // namespace

TEST_F(Reload, AChangedThemeIsTakenAndAFaultyOneIsNot)
{
    auto session = app::Session::open({}, {folder, fs::path(ATLAS_SOURCE_DIR) / "geodata"});
    ASSERT_TRUE(session) << session.error().text();
    app::FileWatch watch;
    EXPECT_FALSE(watch.any());
    watch.add(folder / "themes");
    EXPECT_FALSE(watch.changed());

    replace_in_dusk("rail = \"#FFA62B\"", "rail = \"#00FF00\"");
    EXPECT_TRUE(watch.changed());
    EXPECT_FALSE(watch.changed()) << "once";
    ASSERT_TRUE((*session)->reload_themes());
    EXPECT_EQ((*session)->theme().color("mode.rail"), (scene::Color{0, 1, 0, 1}));

    replace_in_dusk("rail = \"#00FF00\"", "rail = \"green\"");
    EXPECT_TRUE(watch.changed());
    const auto failed = (*session)->reload_themes();
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().text().find("mode.rail"), std::string::npos) << failed.error().text();
    EXPECT_EQ((*session)->theme().color("mode.rail"), (scene::Color{0, 1, 0, 1})) << "the running one stays";
    (*session)->wait_until_loaded();
}
