#include "scene/color_vision.hpp"
#include "scene/theme.hpp"
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace {

using scene::Color;

const std::filesystem::path kThemes = std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/themes";

class ThemeFile : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::temp_directory_path() / ("theme_test_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        std::filesystem::copy_file(kThemes / "base.toml", folder_ / "base.toml",
                                   std::filesystem::copy_options::overwrite_existing);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    /// A copy of dusk with one text replaced.
    std::string error_after(const std::string& from, const std::string& to)
    {
        std::ifstream in(kThemes / "dusk.toml");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream(folder_ / "broken.toml") << text;
        const auto theme = scene::load_theme(folder_, "broken");
        return theme ? std::string("no error") : theme.error().text();
    }

    std::filesystem::path folder_;
};

struct Lab {
    double l, a, b;
};

double linear(float channel)
{
    const double c = channel;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

Lab lab(Color color)
{
    const double r = linear(color.r), g = linear(color.g), b = linear(color.b);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005).
double delta_e(Lab p, Lab q)
{
    constexpr double kDegrees = 180 / M_PI;
    const auto seven = [](double c) { return std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)); };
    const double grey = 0.5 * (1 - std::sqrt(seven((std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2)));
    p.a *= 1 + grey, q.a *= 1 + grey;
    const double c1 = std::hypot(p.a, p.b), c2 = std::hypot(q.a, q.b);
    const auto hue = [&](Lab c) {
        const double h = std::atan2(c.b, c.a) * kDegrees;
        return h < 0 ? h + 360 : h;
    };
    const double h1 = hue(p), h2 = hue(q);
    double dh = c1 * c2 == 0 ? 0 : h2 - h1;
    if (dh > 180) dh -= 360;
    if (dh < -180) dh += 360;
    const double big_h = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 / kDegrees);
    const double l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
    double h = c1 * c2 == 0 ? h1 + h2 : (h1 + h2) / 2;
    if (c1 * c2 != 0 && std::abs(h1 - h2) > 180) h += h1 + h2 < 360 ? 180 : -180;
    const auto cosine = [&](double factor, double shift) { return std::cos((factor * h + shift) / kDegrees); };
    const double t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.20 * cosine(4, -63);
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rotate = -std::sin(2 * turn / kDegrees) * 2 * std::sqrt(seven(c));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
    const double dl = (q.l - p.l) / sl, dc = (c2 - c1) / sc, dhh = big_h / sh;
    return std::sqrt(dl * dl + dc * dc + dhh * dhh + rotate * dc * dhh);
}

double luminance(Color c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

double contrast(Color a, Color b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(ParseColor, ReadsSixAndEightDigits)
{
    EXPECT_EQ(scene::parse_color("#FF0080"), (Color{1, 0, 128 / 255.0F, 1}));
    EXPECT_EQ(scene::parse_color("#00ff0040"), (Color{0, 1, 0, 64 / 255.0F}));
    for (const char* bad : {"", "#", "FF0080", "#FF008", "#FF00801", "#GG0000", "#FF0080400"})
        EXPECT_FALSE(scene::parse_color(bad)) << bad;
}

TEST(DeltaE, MatchesPublishedPairs)
{
    // From the supplementary table of the CIEDE2000 implementation notes.
    EXPECT_NEAR(delta_e({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
    EXPECT_NEAR(delta_e({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
    EXPECT_NEAR(delta_e({50, -1, 2}, {50, 0, 0}), 2.3669, 1e-4);
}

class EveryTheme : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Shipped, EveryTheme, testing::Values("dusk", "paper", "contrast"),
                         [](const auto& i) { return i.param; });

TEST_P(EveryTheme, LoadsWithNameAndRamps)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme) << theme.error().text();
    EXPECT_EQ(theme->id, GetParam());
    for (const char* language : {"en", "zh", "ru", "kk", "ug"}) EXPECT_TRUE(theme->name.contains(language)) << language;
    EXPECT_GE(theme->relief_focus.size(), 2U);
    EXPECT_FLOAT_EQ(theme->number("type.year.size"), 88);
    EXPECT_FLOAT_EQ(theme->number("no.such.size", 7), 7);
    EXPECT_EQ(theme->color("no.such.role"), Color{});
}

TEST_P(EveryTheme, TextIsReadableOnPanels)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    const Color panel = theme->color("ui.panel");
    for (const char* role : {"ui.text_primary", "ui.text_secondary", "ui.text_note", "chart.conflict",
                             "chart.published_badge", "mode.rail"})
        EXPECT_GE(contrast(theme->color(role), panel), 4.5) << role;
    EXPECT_GE(contrast(theme->color("ui.on_accent"), theme->color("ui.accent")), 4.5);
    EXPECT_GE(contrast(theme->color("chart.year_bar"), panel), 3.0);
}

TEST_P(EveryTheme, ModesAndConflictAreTellable)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    const char* roles[] = {"mode.rail", "mode.road", "mode.air", "mode.pipeline", "symbol.ftz", "chart.conflict"};
    for (const char* a : roles)
        for (const char* b : roles)
            EXPECT_TRUE(a == b || delta_e(lab(theme->color(a)), lab(theme->color(b))) >= 10) << a << " and " << b;
}

TEST_P(EveryTheme, ModesAreToldApartWithAnyColorVision)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    const char* modes[] = {"mode.rail", "mode.road", "mode.air", "mode.pipeline"};
    for (const char* kind : {"protanopia", "deuteranopia", "tritanopia"}) {
        const auto matrix = scene::color_vision_matrix(kind);
        ASSERT_TRUE(matrix) << kind;
        for (const char* a : modes)
            for (const char* b : modes)
                EXPECT_TRUE(a == b || delta_e(lab(scene::seen_as(theme->color(a), *matrix)),
                                              lab(scene::seen_as(theme->color(b), *matrix))) >= 10)
                    << a << " and " << b << " with " << kind;
    }
}

TEST_P(EveryTheme, LinesStandOutFromTheLand)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    for (const char* mode :
         {"mode.rail", "mode.rail_computed", "mode.railway_symbol", "mode.road", "mode.air", "mode.pipeline"}) {
        const Color line = theme->color(mode);
        EXPECT_GE(contrast(line, theme->color("map.casing")), 3.0) << mode << " on its casing";
        EXPECT_GE(contrast(line, theme->color("map.sea")), 3.0) << mode << " on the sea";
        for (const auto* ramp : {&theme->relief_outside, &theme->relief_focus})
            for (const auto& stop : *ramp)
                if (stop.metres <= 1500) { // above, few lines run, and their casing carries them
                    EXPECT_GE(contrast(line, stop.color), 3.0) << mode << " at " << stop.metres << " m";
                }
    }
}

TEST_P(EveryTheme, NamesAndFiguresAreReadableOnTheirHalo)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    const Color halo = theme->color("label.halo");
    for (const char* role : {"label.primary", "label.secondary", "label.country", "label.water", "label.range",
                             "label.desert", "map.focus_outline", "symbol.ftz", "chart.conflict"})
        EXPECT_GE(contrast(theme->color(role), halo), 4.5) << role;
    // 26 px and bold: large.
    for (const char* role : {"mode.rail", "mode.rail_computed", "mode.road", "mode.air", "mode.pipeline"})
        EXPECT_GE(contrast(theme->color(role), halo), 3.0) << role;
}

TEST_P(EveryTheme, ControlsAreReadableInEveryState)
{
    const auto theme = scene::load_theme(kThemes, GetParam());
    ASSERT_TRUE(theme);
    for (const char* ground : {"ui.panel", "ui.panel_raised", "ui.control", "ui.control_active"})
        for (const char* role : {"ui.text_primary", "ui.text_secondary"})
            EXPECT_GE(contrast(theme->color(role), theme->color(ground)), 4.5) << role << " on " << ground;
    EXPECT_GE(contrast(theme->color("ui.accent"), theme->color("ui.panel")), 4.5);
}

TEST(ColorVision, MatricesKeepGreyAndKnowTheirNames)
{
    for (const char* kind : {"protanopia", "deuteranopia", "tritanopia"}) {
        const auto matrix = scene::color_vision_matrix(kind);
        ASSERT_TRUE(matrix);
        const Color grey = scene::seen_as({0.5F, 0.5F, 0.5F, 1}, *matrix);
        EXPECT_NEAR(grey.r, 0.5, 0.002) << kind;
        EXPECT_NEAR(grey.g, 0.5, 0.002) << kind;
        EXPECT_NEAR(grey.b, 0.5, 0.002) << kind;
    }
    // Red and green of one lightness fall together for who lacks green cones, not for who lacks blue ones.
    const Color red{0.8F, 0.3F, 0.2F, 1}, green{0.45F, 0.5F, 0.1F, 1};
    const auto apart = [&](const char* kind) {
        const auto m = *scene::color_vision_matrix(kind);
        return delta_e(lab(scene::seen_as(red, m)), lab(scene::seen_as(green, m)));
    };
    EXPECT_LT(apart("deuteranopia"), 0.5 * delta_e(lab(red), lab(green)));
    EXPECT_GT(apart("tritanopia"), apart("deuteranopia"));
    EXPECT_TRUE(scene::is_color_vision("none"));
    EXPECT_FALSE(scene::is_color_vision("night"));
}

TEST(ThemeIds, DefaultFirstContrastLast)
{
    EXPECT_EQ(scene::theme_ids(kThemes), (std::vector<std::string>{"dusk", "paper", "contrast"}));
    EXPECT_TRUE(scene::theme_ids("/no/such/folder").empty());
}

TEST_F(ThemeFile, ABadColourNamesFileLineAndKey)
{
    const auto error = error_after("sea = \"#060D15\"", "sea = \"blue\"");
    EXPECT_NE(error.find("broken.toml"), std::string::npos) << error;
    EXPECT_NE(error.find("map.sea"), std::string::npos) << error;
    EXPECT_NE(error.find("line "), std::string::npos) << error;
    EXPECT_NE(error.find("#RRGGBB"), std::string::npos) << error;
}

TEST_F(ThemeFile, AMissingRoleIsNamed)
{
    const auto error = error_after("rail = \"#FFA62B\"", "# nothing");
    EXPECT_NE(error.find("mode.rail"), std::string::npos) << error;
}

TEST_F(ThemeFile, ARampMustAscend)
{
    const auto error = error_after("[600, ", "[9000, ");
    EXPECT_NE(error.find("relief.outside"), std::string::npos) << error;
    EXPECT_NE(error.find("ascend"), std::string::npos) << error;
}

TEST_F(ThemeFile, BrokenTomlAndMissingFilesAreErrors)
{
    EXPECT_NE(error_after("[map]", "[map").find("line"), std::string::npos);
    const auto missing = scene::load_theme(folder_, "none");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().text().find("none.toml"), std::string::npos);
}

} // namespace
