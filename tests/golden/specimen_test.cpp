#include "compare.hpp"
#include "text/engine.hpp"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>

/// A sheet of names for each script, drawn by the text engine alone at the sizes of the map and the panels, against
/// tests/golden/specimen/<script>.png. UPDATE_GOLDENS=1 rewrites.
namespace fs = std::filesystem;

namespace {

struct Specimen {
    const char* script;
    std::vector<const char*> lines;
};

const Specimen kSpecimens[] = {
    {"uyghur",
     {"قىزىلسۇ  قەشقەر  ئۈرۈمچى  خوتەن  غۇلجا  تۇرپان", "تەكلىماكان قۇملۇقى · تەڭرىتاغ · كۇئېنلۇن تاغ تىزمىسى",
      "ە ئە بە قە شە  ھ ھە  ۋۇ ۈ ۆ ې ى", "2024-يىل: 8,730 پويىز، 435.11 مىليارد يۈەن (61.03%)"}},
    {"chinese",
     {"新疆 乌鲁木齐 喀什 霍尔果斯 阿拉山口", "塔克拉玛干沙漠 · 天山 · 昆仑山",
      "2024年：8,730列，约4,351.1亿元（61.03%）"}},
    {"kazakh",
     {"Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі", "Қазақстан Шыңжаң Үрімші Қашқар Қорғас",
      "2024 ж.: 7\u00A0000-нан астам пойыз, 435,11 млрд юань"}},
    {"russian",
     {"Синьцзян Урумчи Кашгар Хоргос Ёж", "Такла-Макан · Тянь-Шань · Куньлунь",
      "2024: 8\u00A0730 поездов, 435,11 млрд юаней"}},
    {"mixed",
     {"Kashgar قەشقەر 喀什 2024 (Қашқар)", "قەشقەر Kashgar 2024–2025: 喀什 8,730 (61%)",
      "Ürümqi 乌鲁木齐 · Үрімші · ئۈرۈمچى · Урумчи"}}};

void PrintTo(const Specimen& specimen, std::ostream* out) { *out << specimen.script; }

struct Sheet {
    int width = 720, height = 0;
    std::vector<std::uint8_t> rgb;

    void blend(int x, int y, std::uint8_t coverage, const std::uint8_t (&ink)[3])
    {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        auto* pixel =
            &rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3];
        for (int c = 0; c < 3; ++c)
            pixel[c] = static_cast<std::uint8_t>((pixel[c] * (255 - coverage) + ink[c] * coverage) / 255);
    }

    /// Text of these sizes lies on whole pixels, so texels are copied one to one.
    void draw(const text::GlyphAtlas& atlas, const std::vector<text::Quad>& quads, int pen_x, int pen_y,
              const std::uint8_t (&ink)[3])
    {
        for (const auto& quad : quads)
            for (int v = quad.v0; v < quad.v1; ++v)
                for (int u = quad.u0; u < quad.u1; ++u)
                    blend(pen_x + static_cast<int>(std::lround(quad.x0)) + u - quad.u0,
                          pen_y + static_cast<int>(std::lround(quad.y0)) + v - quad.v0,
                          atlas.pixels[static_cast<std::size_t>(v) * static_cast<std::size_t>(atlas.size) +
                                       static_cast<std::size_t>(u)],
                          ink);
    }
};

Sheet draw(const Specimen& specimen)
{
    static constexpr std::uint8_t kGround[] = {58, 66, 77}, kInk[] = {243, 244, 246}, kHalo[] = {13, 17, 24};
    auto engine = text::Engine::open(ATLAS_SOURCE_DIR "/assets/fonts").value();
    const text::Style styles[] = {{.size_px = 12, .halo_px = 1.6F},
                                  {.size_px = 13, .halo_px = 1.6F},
                                  {.size_px = 15, .bold = true, .halo_px = 1.6F},
                                  {.size_px = 17, .italic = true, .tracking_em = 0.3F, .halo_px = 1.6F},
                                  {.size_px = 26, .bold = true}};
    Sheet sheet;
    for (const auto& style : styles)
        sheet.height += static_cast<int>(style.size_px * 1.8F * static_cast<float>(specimen.lines.size()));
    sheet.height += 24;
    for (int i = 0; i < sheet.width * sheet.height; ++i)
        sheet.rgb.insert(sheet.rgb.end(), std::begin(kGround), std::end(kGround));
    float y = 12;
    for (const auto& style : styles)
        for (const char* line : specimen.lines) {
            const auto run = engine->shape(line, style);
            y += style.size_px * 1.8F;
            const int pen = run->right_to_left ? sheet.width - 16 - static_cast<int>(std::ceil(run->width)) : 16;
            sheet.draw(engine->atlas(), run->halo, pen, static_cast<int>(y) - 4, kHalo);
            sheet.draw(engine->atlas(), run->fill, pen, static_cast<int>(y) - 4, kInk);
        }
    return sheet;
}

class SpecimenSheet : public testing::TestWithParam<Specimen> {};
INSTANTIATE_TEST_SUITE_P(Scripts, SpecimenSheet, testing::ValuesIn(kSpecimens),
                         [](const auto& one) { return one.param.script; });

} // namespace

TEST_P(SpecimenSheet, looks_as_approved)
{
    const fs::path out = fs::path(ATLAS_BUILD_DIR) / "golden" / "specimen" / GetParam().script;
    const fs::path expected =
        fs::path(ATLAS_SOURCE_DIR) / "tests/golden/specimen" / (std::string(GetParam().script) + ".png");
    fs::create_directories(out);
    fs::create_directories(expected.parent_path());
    const auto sheet = draw(GetParam());
    ASSERT_TRUE(data::write_png(out / "actual.png", sheet.width, sheet.height, 3, sheet.rgb.data()));
    if (std::getenv("UPDATE_GOLDENS")) {
        fs::copy_file(out / "actual.png", expected, fs::copy_options::overwrite_existing);
        GTEST_SKIP() << "rewritten";
    }
    const auto difference = golden::compare(out / "actual.png", expected, out / "diff.png");
    ASSERT_TRUE(difference) << difference.error().text();
    EXPECT_LE(*difference, 0.00025) << "see " << out;
}
