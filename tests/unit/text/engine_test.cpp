#include "text/engine.hpp"
#include "text/shape.hpp"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <limits>
#include <set>

namespace {

const std::filesystem::path kFonts = ATLAS_SOURCE_DIR "/assets/fonts";

class TextEngine : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = text::Engine::open(kFonts);
        ASSERT_TRUE(opened) << opened.error().text();
        engine_ = std::move(*opened);
    }

    int ink(const text::Quad& quad) const
    {
        const auto& atlas = engine_->atlas();
        int sum = 0;
        for (int v = quad.v0; v < quad.v1; ++v)
            for (int u = quad.u0; u < quad.u1; ++u) sum += atlas.pixels[static_cast<std::size_t>(v * atlas.size + u)];
        return sum;
    }

    std::unique_ptr<text::Engine> engine_;
};

TEST_F(TextEngine, ARunHasAQuadForEachGlyphWithInkInIt)
{
    const auto run = engine_->shape("Urumqi 乌鲁木齐", {.size_px = 16});
    ASSERT_EQ(run->fill.size(), 10u) << "none for the space";
    EXPECT_TRUE(run->halo.empty());
    for (const auto& quad : run->fill) EXPECT_GT(ink(quad), 0);
    EXPECT_GT(run->width, 100);
    EXPECT_GT(run->ascent, run->cap_height);
    EXPECT_NEAR(run->cap_height, 16 * 0.714f, 0.1f);
    EXPECT_GT(run->descent, 0);
    EXPECT_FALSE(run->right_to_left);
    EXPECT_TRUE(engine_->shape("قەشقەر", {})->right_to_left);
}

TEST_F(TextEngine, TheEdgeOfEveryQuadIsEmpty)
{
    const auto& atlas = engine_->atlas();
    const auto run = engine_->shape("Qjgy霍", {.size_px = 20, .halo_px = 2});
    for (const auto* quads : {&run->fill, &run->halo})
        for (const auto& q : *quads)
            for (int v = q.v0; v < q.v1; ++v) {
                const auto row = static_cast<std::size_t>(v * atlas.size);
                const bool outer_row = v == q.v0 || v == q.v1 - 1;
                EXPECT_EQ(atlas.pixels[row + q.u0], 0);
                EXPECT_EQ(atlas.pixels[row + q.u1 - 1u], 0);
                if (outer_row) { EXPECT_EQ(atlas.pixels[row + (q.u0 + q.u1) / 2u], 0); }
            }
}

TEST_F(TextEngine, TextStandsOnTheBaseLineAtIntegerTexels)
{
    const auto run = engine_->shape("H", {.size_px = 88, .bold = true});
    const auto& quad = run->fill.at(0);
    EXPECT_NEAR(quad.y1, 1, 1.01f) << "only the empty edge below the base line";
    EXPECT_NEAR(-quad.y0, run->cap_height + 1, 1.5f);
    EXPECT_EQ(quad.x1 - quad.x0, static_cast<float>(quad.u1 - quad.u0));
    EXPECT_EQ(quad.x0, std::round(quad.x0));
}

TEST_F(TextEngine, HaloHasTheSameCountAsFillAndIsWider)
{
    const auto run = engine_->shape("TIAN SHAN 天山 ئۈرۈمچى", {.size_px = 17, .italic = true, .halo_px = 3});
    ASSERT_EQ(run->halo.size(), run->fill.size());
    for (std::size_t i = 0; i < run->fill.size(); ++i) {
        EXPECT_NEAR(run->halo[i].x0, run->fill[i].x0 - 3, 1.26f);
        EXPECT_NEAR(run->halo[i].y1, run->fill[i].y1 + 3, 1.01f);
        EXPECT_GT(ink(run->halo[i]), ink(run->fill[i]));
    }
}

TEST_F(TextEngine, ACachedRunIsTheSameObject)
{
    const auto first = engine_->shape("Horgos", {.size_px = 14});
    const auto revision = engine_->atlas().revision;
    EXPECT_EQ(engine_->shape("Horgos", {.size_px = 14}), first);
    EXPECT_EQ(engine_->atlas().revision, revision);
    EXPECT_NE(engine_->shape("Horgos", {.size_px = 14, .bold = true}), first);
    EXPECT_NE(engine_->shape("Horgos", {.size_px = 15}), first);
    EXPECT_NE(engine_->shape("Horgos", {.size_px = 14, .halo_px = 1}), first);
}

TEST_F(TextEngine, DirtyRectanglesCoverWhatChangedAndOnlyOnce)
{
    const auto white = engine_->take_dirty();
    ASSERT_EQ(white.size(), 1u);
    EXPECT_GT(white[0].y + white[0].height, engine_->atlas().white_v);
    const auto& atlas = engine_->atlas();
    EXPECT_EQ(atlas.pixels[static_cast<std::size_t>(atlas.white_v * atlas.size + atlas.white_u)], 255);
    const auto run = engine_->shape("AB", {.size_px = 30});
    const auto changed = engine_->take_dirty();
    ASSERT_EQ(changed.size(), 1u) << "letters side by side make one rectangle";
    for (const auto& quad : run->fill) {
        EXPECT_LE(changed[0].x, quad.u0);
        EXPECT_LE(changed[0].y, quad.v0);
        EXPECT_GE(changed[0].x + changed[0].width, quad.u1);
        EXPECT_GE(changed[0].y + changed[0].height, quad.v1);
    }
    EXPECT_LT(changed[0].width, 100) << "and no whole row";
    EXPECT_TRUE(engine_->take_dirty().empty());
}

TEST_F(TextEngine, AMissingGlyphIsAVisibleBox)
{
    const auto run = engine_->shape("𓀀", {.size_px = 20});
    ASSERT_EQ(run->fill.size(), 1u);
    EXPECT_GT(ink(run->fill[0]), 0);
    EXPECT_GT(run->width, 0);
}

TEST_F(TextEngine, BrokenUtf8IsDrawnAsReplacementCharacters)
{
    EXPECT_EQ(engine_->shape("a\xFF\xE5\x96", {})->fill.size(), 4u);
    EXPECT_EQ(engine_->shape("", {})->fill.size(), 0u);
    for (int byte = 0; byte < 256; ++byte)
        for (const char* tail : {"", "\x80", "\xE6\xB0", "abc"})
            EXPECT_TRUE(engine_->shape(static_cast<char>(byte) + std::string{tail}, {}));
}

TEST_F(TextEngine, SenselessSizesAreDrawnAsTheNearestSensibleOnes)
{
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    constexpr float kInfinite = std::numeric_limits<float>::infinity();
    for (const float value : {kNan, -kInfinite, kInfinite, -1.0f, 0.0f, 1e30f}) {
        const auto run = engine_->shape("Año 年", {.size_px = value, .tracking_em = value, .halo_px = value});
        EXPECT_TRUE(std::isfinite(run->width));
        EXPECT_EQ(run->halo.size(), run->halo.empty() ? 0 : run->fill.size());
        EXPECT_EQ(engine_->shape("Año 年", {.size_px = value, .tracking_em = value, .halo_px = value}), run);
    }
}

TEST_F(TextEngine, AFullAtlasIsEmptiedAndTextIsDrawnAgain)
{
    const auto generation = engine_->atlas().generation;
    const auto held = engine_->shape("held", {.size_px = 14});
    for (int size = 40; size < 200 && engine_->atlas().generation == generation; ++size)
        engine_->shape("ABCDEFGHIJKLMNOPQRSTUVWXYZ", {.size_px = static_cast<float>(size)});
    ASSERT_GT(engine_->atlas().generation, generation);
    const auto again = engine_->shape("held", {.size_px = 14});
    EXPECT_NE(again, held) << "shaped again";
    for (const auto& quad : again->fill) EXPECT_GT(ink(quad), 0);
    EXPECT_EQ(engine_->atlas().pixels[static_cast<std::size_t>(engine_->atlas().size + 1)], 255) << "white is back";
    const auto changed = engine_->take_dirty();
    ASSERT_FALSE(changed.empty());
    EXPECT_EQ(changed[0].width, engine_->atlas().size);
    EXPECT_EQ(changed[0].height, engine_->atlas().size);
}

TEST_F(TextEngine, ARunLargerThanTheAtlasIsDrawnCoarser)
{
    std::string letters;
    for (char32_t code = 0x4E00; code < 0x4E00 + 300; ++code) {
        letters += static_cast<char>(0xE0 | (code >> 12));
        letters += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        letters += static_cast<char>(0x80 | (code & 0x3F));
    }
    const auto run = engine_->shape(letters, {.size_px = 380, .bold = true, .halo_px = 10});
    EXPECT_EQ(run->fill.size(), 300u);
    EXPECT_EQ(run->halo.size(), 300u);
    EXPECT_GT(run->fill[0].x1 - run->fill[0].x0, 100) << "still at its size on screen";
}

TEST_F(TextEngine, MemoryStaysBounded)
{
    for (int i = 0; i < 30000; ++i) {
        const auto s = "label " + std::to_string(i);
        engine_->shape(s, {.size_px = static_cast<float>(12 + i % 3), .halo_px = 2});
        if (i % 10 == 0) engine_->break_lines(s, {}, static_cast<float>(20 + i % 50));
    }
    engine_->shape("乌鲁木齐 قەشقەر", {.bold = true});
    EXPECT_LE(engine_->memory_bytes(), 32u << 20);
    EXPECT_GT(engine_->memory_bytes(), 4u << 20);
}

TEST(TextEngineOpen, HanFacesAreOpenedOnFirstUse)
{
    const auto engine = text::Engine::open(kFonts);
    ASSERT_TRUE(engine);
    const auto before = (*engine)->memory_bytes();
    (*engine)->shape("Urumqi قەشقەر → ✓", {});
    const auto with_small_faces = (*engine)->memory_bytes();
    EXPECT_LT(with_small_faces - before, 400u << 10);
    (*engine)->shape("乌", {});
    EXPECT_GT((*engine)->memory_bytes() - with_small_faces, 700u << 10);
}

class FontFolder : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::path{testing::TempDir()} /
                  (std::string{"fonts_"} + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::copy(kFonts, folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    void write(const char* name, const char* content) const { std::ofstream{folder_ / name} << content; }
    [[nodiscard]] std::string read(const char* name) const
    {
        std::ifstream file{folder_ / name};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::filesystem::path folder_;
};

TEST_F(FontFolder, WithoutAnyLatinIsAnError)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
        if (entry.path().filename().string().starts_with("noto_sans-")) std::filesystem::remove(entry.path());
    const auto engine = text::Engine::open(folder_);
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().text().find("Latin"), std::string::npos) << engine.error().text();
}

TEST_F(FontFolder, WithoutHanDrawsBoxes)
{
    std::filesystem::remove(folder_ / "noto_sans_cjk_sc-regular.otf");
    std::filesystem::remove(folder_ / "noto_sans_cjk_sc-bold.otf");
    const auto engine = text::Engine::open(folder_);
    ASSERT_TRUE(engine) << engine.error().text();
    EXPECT_EQ((*engine)->shape("喀什", {})->fill.size(), 2u);
}

TEST_F(FontFolder, WithoutBoldThickensTheRegular)
{
    std::filesystem::remove(folder_ / "noto_sans-bold.ttf");
    const auto engine = text::Engine::open(folder_);
    ASSERT_TRUE(engine) << engine.error().text();
    EXPECT_EQ((*engine)->shape("abc", {.bold = true})->fill.size(), 3u);
}

TEST_F(FontFolder, ADamagedFontIsPassedOver)
{
    write("noto_sans_cjk_sc-regular.otf", "this is no font");
    write("noto_sans_arabic-regular.ttf", "");
    const auto engine = text::Engine::open(folder_);
    ASSERT_TRUE(engine) << engine.error().text();
    EXPECT_EQ((*engine)->shape("喀什", {})->fill.size(), 2u);
    EXPECT_TRUE((*engine)->shape("قەشقەر", {})->right_to_left);
}

TEST_F(FontFolder, ACharacterOutsideOursComesFromASystemFontElseIsABox)
{
    const auto arabic = folder_ / "noto_sans_arabic-regular.ttf"; // stands for a font of the system
    const auto list = [&](const std::string& fallback) {
        const std::string text =
            "fallback = [" + fallback + "]\n[[family]]\nname = \"Noto Sans\"\nregular = \"noto_sans-regular.ttf\"\n";
        write("fonts.toml", text.c_str());
    };
    const auto first = [&](const char* utf8) {
        auto families = text::Families::open(folder_);
        EXPECT_TRUE(families);
        text::Shaper shaper{*families};
        const auto& line = shaper.shape(utf8, {.bold = true});
        return std::pair{line.glyphs.front().index, line.glyphs.front().choice->thicken};
    };
    list("");
    EXPECT_EQ(first("ق").first, 0U) << "a box";
    list("\"/no/such/font.ttf\", \"" + arabic.string() + "#0\"");
    EXPECT_NE(first("ق").first, 0U);
    EXPECT_TRUE(first("ق").second) << "bold is made from the regular";
    EXPECT_EQ(first("\U00013000").first, 0U) << "none has it";
    write("broken.ttf", "this is no font");
    list("\"" + (folder_ / "broken.ttf").string() + "\"");
    EXPECT_EQ(first("ق").first, 0U);
}

TEST_F(FontFolder, EveryCharacterOfTheProductIsInOurOwnFonts)
{
    std::string list = read("fonts.toml");
    const auto from = list.find("fallback = ["), to = list.find("\n]", from);
    ASSERT_NE(to, std::string::npos);
    list.erase(from, to + 2 - from);
    write("fonts.toml", list.c_str());
    auto families = text::Families::open(folder_);
    ASSERT_TRUE(families);
    std::set<char32_t> absent;
    const std::filesystem::path root = ATLAS_SOURCE_DIR;
    for (const auto& folder : {root / "assets/lang", root / "geodata"})
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto kind = entry.path().extension();
            if (kind != ".toml" && kind != ".csv" && kind != ".geojson") continue;
            std::ifstream file{entry.path(), std::ios::binary};
            const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
            text::CodePoints points;
            text::decode(bytes, points);
            for (const char32_t code : std::set<char32_t>(points.code.begin(), points.code.end()))
                if (code > ' ' && code != 0xFEFF && code != 0xFFFD &&
                    !families->find(code, HB_SCRIPT_COMMON, false, false))
                    absent.insert(code);
        }
    for (const char32_t code : absent)
        ADD_FAILURE() << "U+" << std::hex << static_cast<unsigned>(code) << ": run assets/fonts/make_fonts.py";
}

TEST_F(TextEngine, FiveLanguagesOnScreenStayWithin32Megabytes)
{
    for (const char* language : {"en", "zh", "ru", "kk", "ug"}) {
        std::ifstream file{std::string{ATLAS_SOURCE_DIR "/assets/lang/"} + language + ".toml"};
        for (std::string line; std::getline(file, line);)
            for (const float size : {12.0F, 13.0F, 15.0F})
                for (const bool bold : {false, true}) engine_->shape(line, {.size_px = size, .bold = bold});
    }
    std::ifstream names{ATLAS_SOURCE_DIR "/geodata/names.csv"};
    for (std::string line; std::getline(names, line);) engine_->shape(line, {.size_px = 13, .halo_px = 1.6F});
    RecordProperty("megabytes", std::to_string(static_cast<double>(engine_->memory_bytes()) / 1e6));
    EXPECT_LT(engine_->memory_bytes(), std::size_t{32} << 20U);
}

TEST_F(FontFolder, ABadListNamesItsPlace)
{
    write("fonts.toml", "[[family]]\nname = \"x\n");
    auto engine = text::Engine::open(folder_);
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().text().find("line 2"), std::string::npos) << engine.error().text();
    write("fonts.toml", "[[family]]\nname = \"Nameless\"\n");
    engine = text::Engine::open(folder_);
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().text().find("Nameless"), std::string::npos);
    write("fonts.toml", "family = 3\n");
    EXPECT_FALSE(text::Engine::open(folder_));
    std::filesystem::remove(folder_ / "fonts.toml");
    engine = text::Engine::open(folder_);
    ASSERT_FALSE(engine);
    EXPECT_NE(engine.error().text().find("fonts.toml"), std::string::npos);
}

} // namespace
