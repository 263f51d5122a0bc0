#include "data/raster.hpp"
#include "text/engine.hpp"
#include <algorithm>
#include <cstdio>

/// Lays the pictures of all golden cases out on one sheet with their names: build/.../golden/contact_sheet.png.
/// A case that was not run just now is shown as it was approved.
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 480, kHeight = 270, kCaption = 26, kGap = 14, kColumns = 5;
constexpr std::uint8_t kPaper = 242, kInk = 30;

struct Sheet {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;

    Sheet(int w, int h) : width(w), height(h), rgb(static_cast<std::size_t>(w) * h * 3, kPaper) {}
    std::uint8_t* at(int x, int y) { return &rgb[(static_cast<std::size_t>(y) * width + x) * 3]; }
};

/// Each pixel of the small picture is the mean of those it covers.
void put_picture(Sheet& sheet, int x0, int y0, const data::Raster& picture)
{
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const int left = x * picture.width / kWidth, right = std::max(left + 1, (x + 1) * picture.width / kWidth);
            const int top = y * picture.height / kHeight,
                      bottom = std::max(top + 1, (y + 1) * picture.height / kHeight);
            for (int channel = 0; channel < 3; ++channel) {
                int sum = 0;
                for (int v = top; v < bottom; ++v)
                    for (int u = left; u < right; ++u)
                        sum += picture.pixels[(static_cast<std::size_t>(v) * picture.width + u) * 4 + channel];
                sheet.at(x0 + x, y0 + y)[channel] = static_cast<std::uint8_t>(sum / ((right - left) * (bottom - top)));
            }
        }
}

void put_name(Sheet& sheet, int x0, int base_line, const std::string& name, text::Engine& engine)
{
    text::Style style;
    style.size_px = 15;
    const auto run = engine.shape(name, style);
    const auto& atlas = engine.atlas();
    for (const auto& quad : run->fill)
        for (int v = 0; v < quad.v1 - quad.v0; ++v)
            for (int u = 0; u < quad.u1 - quad.u0; ++u) {
                const int x = x0 + static_cast<int>(quad.x0) + u, y = base_line + static_cast<int>(quad.y0) + v;
                if (x < 0 || y < 0 || x >= sheet.width || y >= sheet.height) continue;
                const int cover = atlas.pixels[static_cast<std::size_t>(quad.v0 + v) * atlas.size + quad.u0 + u];
                for (int channel = 0; channel < 3; ++channel) {
                    auto& value = sheet.at(x, y)[channel];
                    value = static_cast<std::uint8_t>((value * (255 - cover) + kInk * cover) / 255);
                }
            }
}

int cannot(const base::Error& error)
{
    std::fprintf(stderr, "%s\n", error.text().c_str());
    return 1;
}

} // namespace

int main()
{
    const fs::path cases = fs::path(ATLAS_SOURCE_DIR) / "tests/golden", out = fs::path(ATLAS_BUILD_DIR) / "golden";
    auto engine = text::Engine::open(fs::path(ATLAS_SOURCE_DIR) / "assets/fonts");
    if (!engine) return cannot(engine.error());
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(cases))
        if (fs::exists(entry.path() / "actions.jsonl")) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    const int rows = (static_cast<int>(names.size()) + kColumns - 1) / kColumns;
    Sheet sheet(kGap + kColumns * (kWidth + kGap), kGap + rows * (kHeight + kCaption + kGap));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int x = kGap + static_cast<int>(i) % kColumns * (kWidth + kGap),
                  y = kGap + static_cast<int>(i) / kColumns * (kHeight + kCaption + kGap);
        const fs::path actual = out / names[i] / "actual.png", approved = cases / names[i] / "expected.png";
        put_name(sheet, x, y + kHeight + 18, names[i], **engine);
        if (!fs::exists(actual) && !fs::exists(approved)) continue; // a new case
        const auto picture = data::read_png(fs::exists(actual) ? actual : approved);
        if (!picture) return cannot(picture.error());
        put_picture(sheet, x, y, *picture);
    }
    fs::create_directories(out);
    const fs::path file = out / "contact_sheet.png";
    if (auto written = data::write_png(file, sheet.width, sheet.height, 3, sheet.rgb.data()); !written)
        return cannot(written.error());
    std::printf("%zu pictures on %s\n", names.size(), file.c_str());
    return 0;
}
