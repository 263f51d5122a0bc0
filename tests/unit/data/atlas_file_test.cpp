#include "data/atlas_file.hpp"
#include "unit/data/temp_folder.hpp"
#include <gtest/gtest.h>

namespace {

constexpr const char* kMinimal = R"(title = "Test"
[[projection]]
id = "p"
name = "P"
definition = "EPSG:3857"
[[view]]
id = "v"
name = { en = "View", zh = "视图" }
projection = "p"
centre = [85, 42]
width_km = 2000
)";

base::Result<data::AtlasFile> load(const std::string& text, std::vector<base::Error>* warnings = nullptr)
{
    TempFolder folder;
    folder.write("atlas.toml", text);
    return data::load_atlas_file(folder.path(), warnings);
}

TEST(AtlasFile, AMinimalOneIsEnough)
{
    const auto atlas = load(kMinimal);
    ASSERT_TRUE(atlas) << atlas.error().text();
    EXPECT_EQ(data::localized(atlas->title, "zh"), "Test");
    EXPECT_EQ(atlas->languages, (std::vector<std::string>{"en"}));
    EXPECT_EQ(atlas->home_view, "v");
    ASSERT_NE(atlas->view("v"), nullptr);
    EXPECT_EQ(atlas->view("v")->centre, (geo::LonLat{85, 42}));
    EXPECT_EQ(atlas->view("v")->ribbon_scale, "default");
    EXPECT_EQ(data::localized(atlas->view("v")->name, "zh"), "视图");
    EXPECT_EQ(data::localized(atlas->view("v")->name, "ru"), "View");
    EXPECT_EQ(atlas->projection("p")->definition, "EPSG:3857");
    EXPECT_EQ(atlas->view("w"), nullptr);
    EXPECT_EQ(atlas->overlay("w"), nullptr);
    EXPECT_EQ(data::localized({}, "en"), "");
}

constexpr const char* kOverlay = R"(
[[overlay]]
id = "trains"
kind = "ribbon"
name = "Trains"
measure = "trains"
scope = "through_port"
unit = "trains"
px_per_unit = { default = 0.0014 }
legend = [16000, 8000]
[[overlay.section]]
id = "a"
path = [["BJ", "Jinghe", "Alashankou"], ["BJ", "Alashankou", "Dostyk"]]
series = "trains_a"
flag = [82.5, 45]
flag_offset = [-40, -90]
[[overlay.section]]
id = "trunk"
path = [["BJ", "Jinghe", "Urumqi"]]
members = ["a"]
total = "trains_total"
[[overlay.section]]
id = "beyond"
path = [["BJ", "Urumqi", "Hami"]]
absent = true
)";

TEST(AtlasFile, ReadsOverlays)
{
    const auto atlas = load(std::string(kMinimal) + kOverlay +
                            "[[computed]]\nseries = \"t\"\nsum = [\"a\", \"b\"]\n"
                            "[[computed]]\nseries = \"a\"\ndifference = [\"t\", \"b\"]\n"
                            "[[preferred]]\nseries = \"a\"\nyear = 2020\nvalue = \"4652\"\nreason = \"own count\"\n");
    ASSERT_TRUE(atlas) << atlas.error().text();
    const data::OverlaySpec* trains = atlas->overlay("trains");
    ASSERT_NE(trains, nullptr);
    EXPECT_EQ(trains->kind, data::OverlayKind::ribbon);
    EXPECT_DOUBLE_EQ(trains->px_per_unit.at("default"), 0.0014);
    EXPECT_EQ(trains->legend, (std::vector<double>{16000, 8000}));
    ASSERT_EQ(trains->sections.size(), 3U);
    EXPECT_EQ(trains->sections[0].path[1].to, "Dostyk");
    EXPECT_EQ(trains->sections[0].flag, (geo::LonLat{82.5, 45}));
    EXPECT_EQ(trains->sections[0].flag_offset, (geo::ScreenPx{-40, -90}));
    EXPECT_EQ(trains->sections[1].members, (std::vector<std::string>{"a"}));
    EXPECT_TRUE(trains->sections[2].absent);
    ASSERT_EQ(atlas->computed.size(), 2U);
    EXPECT_EQ(atlas->computed[0].op, '+');
    EXPECT_EQ(atlas->computed[1].op, '-');
    EXPECT_EQ(atlas->computed[1].left, "t");
    EXPECT_EQ(atlas->preferred[0].value, "4652");
}

TEST(AtlasFile, UnknownKeysAreWarnedOf)
{
    std::vector<base::Error> warnings;
    ASSERT_TRUE(load("colour = \"red\"\n" + std::string(kMinimal) + "widht_km = 3\n", &warnings));
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0].text(), "atlas.toml, line 13, view 'v': unknown key 'widht_km' (it has no effect)");
    EXPECT_EQ(warnings[1].text(), "atlas.toml, line 1: unknown key 'colour' (it has no effect)");
}

struct Wrong {
    const char* name;
    std::string text;
    const char* says;
};
class WrongAtlas : public testing::TestWithParam<Wrong> {};

TEST_P(WrongAtlas, IsAnErrorThatNamesKeyAndLine)
{
    const auto atlas = load(GetParam().text);
    ASSERT_FALSE(atlas);
    EXPECT_NE(atlas.error().text().find(GetParam().says), std::string::npos) << atlas.error().text();
}

std::string layer(const std::string& source)
{
    return kMinimal + ("[[layer]]\nid = \"l\"\nkind = \"line\"\nstyle = \"river\"\nsource = " + source);
}
std::string swapped(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

INSTANTIATE_TEST_SUITE_P(
    AtlasFile, WrongAtlas,
    testing::Values(
        Wrong{"empty", "", "title is missing"}, Wrong{"syntax", "title = \n", "atlas.toml, line 1"},
        Wrong{"title_type", swapped(kMinimal, "\"Test\"", "5"), "line 1: title is not text"},
        Wrong{"no_view", "title = \"a\"\n[[projection]]\nid = \"p\"\nname = \"p\"\ndefinition = \"x\"\n",
              "no [[view]]"},
        Wrong{"list", "title = \"a\"\nview = 3\n", "view is not a list of tables"},
        Wrong{"centre", swapped(kMinimal, "[85, 42]", "[85, 420]"), "line 10, view 'v': centre is not a place"},
        Wrong{"centre_size", swapped(kMinimal, "[85, 42]", "[85]"), "centre is not a list of 2 numbers"},
        Wrong{"nan", swapped(kMinimal, "2000", "nan"), "line 11, view 'v': width_km"},
        Wrong{"projection", swapped(kMinimal, "projection = \"p\"", "projection = \"q\""),
              "line 9, view 'v': projection 'q' is not defined (defined: p)"},
        Wrong{"twice", std::string(kMinimal) + "[[projection]]\nid = \"p\"\nname = \"P\"\ndefinition = \"x\"\n",
              "projection 'p' is defined twice"},
        Wrong{"home", kMinimal + std::string("[home]\nyear = 1800\n"),
              "home: year is not a whole number in range (2011 to 2025)"},
        Wrong{"absolute", layer("\"/etc/passwd\"\n"), "not inside"},
        Wrong{"outside", layer("\"../x.gpkg\"\n"), "not inside"},
        Wrong{"network", layer("\"/vsicurl/http://example.org/x\"\n"), "not inside"},
        Wrong{"connection", layer("\"PG:dbname=x\"\n"), "not inside"},
        Wrong{"group", layer("\"a.gpkg\"\ngroup = \"g\"\n"), "group 'g' is not defined"},
        Wrong{"kind", swapped(kMinimal + std::string(kOverlay), "\"ribbon\"", "\"pie\""),
              "one of ribbon, circle, headline"},
        Wrong{"path", swapped(kMinimal + std::string(kOverlay), "[\"BJ\", \"Jinghe\", \"Urumqi\"]", "[\"BJ\"]"),
              "rows of 3 texts"},
        Wrong{"member", swapped(kMinimal + std::string(kOverlay), "members = [\"a\"]", "members = [\"z\"]"),
              "'z' is not defined"},
        Wrong{"two_kinds", kMinimal + std::string(kOverlay) + "series = \"x\"\n", "exactly one of series"},
        Wrong{"scale", swapped(kMinimal + std::string(kOverlay), "0.0014", "-1"), "not a number above 0"},
        Wrong{"operator", kMinimal + std::string("[[computed]]\nseries = \"a\"\n"), "either sum or difference"},
        Wrong{"operands", kMinimal + std::string("[[computed]]\nseries = \"a\"\nsum = [\"b\"]\n"),
              "list of two series"},
        Wrong{"preferred",
              kMinimal + std::string("[[preferred]]\nseries = \"a\"\nyear = 2020\nvalue = 4652\nreason = \"r\"\n"),
              "value is not text"},
        Wrong{"utf8", "title = \"\xB0\xA1\"\n", "not UTF-8"},
        Wrong{"deep", "a = " + std::string(5000, '['), "atlas.toml, line 1"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(AtlasFile, NoFileOrAFolderInItsPlace)
{
    TempFolder folder;
    EXPECT_FALSE(data::load_atlas_file(folder.path()));
    std::filesystem::create_directory(folder.path() / "atlas.toml");
    EXPECT_FALSE(data::load_atlas_file(folder.path()));
}

TEST(AtlasFile, ViewpointsAreNamedByLayersAndChosenAtHome)
{
    const std::string sets = R"(
[home]
viewpoint = "second"
[[viewpoint]]
id = "first"
name = "First"
[[viewpoint]]
id = "second"
name = "Second"
note = "Lines as the second side draws them."
[[layer]]
id = "borders_second"
source = "borders.geojson"
kind = "line"
style = "boundary"
viewpoint = "second"
)";
    const auto atlas = load(kMinimal + sets);
    ASSERT_TRUE(atlas) << atlas.error().text();
    EXPECT_EQ(atlas->viewpoint, "second");
    ASSERT_NE(atlas->find_viewpoint("second"), nullptr);
    EXPECT_EQ(data::localized(atlas->find_viewpoint("second")->note, "ru"), "Lines as the second side draws them.");
    EXPECT_EQ(atlas->layers.front().viewpoint, "second");
    EXPECT_EQ(atlas->find_viewpoint("third"), nullptr);

    auto wrong = sets;
    wrong.replace(wrong.rfind("\"second\""), 8, "\"third\"");
    const auto error = load(kMinimal + wrong);
    ASSERT_FALSE(error);
    EXPECT_NE(error.error().text().find("third"), std::string::npos) << error.error().text();
}

} // namespace
