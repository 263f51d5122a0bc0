#include "data/raster.hpp"
#include "unit/data/gdal_fixture.hpp"

namespace {

TEST(Raster, ReadsBandsInterleavedFromTheNorth)
{
    TempFolder folder;
    write_tiff(folder.path() / "r.tif", {});
    const auto raster = data::load_raster(folder.path() / "r.tif", "relief");
    ASSERT_TRUE(raster) << raster.error().text();
    EXPECT_EQ(raster->id, "relief");
    EXPECT_EQ(raster->width, 4);
    EXPECT_EQ(raster->height, 2);
    EXPECT_EQ(raster->bands, 2);
    EXPECT_DOUBLE_EQ(raster->lon_min, 60);
    EXPECT_DOUBLE_EQ(raster->lon_max, 62);
    EXPECT_DOUBLE_EQ(raster->lat_min, 49);
    EXPECT_DOUBLE_EQ(raster->lat_max, 50);
    EXPECT_EQ(raster->pixels,
              (std::vector<std::uint8_t>{0, 100, 1, 101, 2, 102, 3, 103, 4, 104, 5, 105, 6, 106, 7, 107}));
}

struct Refused {
    const char* name;
    TiffPlan plan;
    const char* says;
};
class RefusedRaster : public testing::TestWithParam<Refused> {};

TEST_P(RefusedRaster, SaysWhy)
{
    TempFolder folder;
    write_tiff(folder.path() / "r.tif", GetParam().plan);
    const auto raster = data::load_raster(folder.path() / "r.tif", "relief");
    ASSERT_FALSE(raster);
    EXPECT_NE(raster.error().what.find(GetParam().says), std::string::npos) << raster.error().text();
    EXPECT_EQ(raster.error().where, "r.tif");
}

INSTANTIATE_TEST_SUITE_P(
    Raster, RefusedRaster,
    testing::Values(Refused{"type", {.type = GDT_Int16}, "band 1 is Int16, not Byte"},
                    Refused{"bands", {.bands = 5}, "has 5 bands"}, Refused{"projected", {.epsg = 3857}, "longitude"},
                    Refused{"no_crs", {.epsg = 0}, "longitude and latitude"},
                    Refused{"rotated", {.grid = {60, 0.5, 0.1, 50, 0, -0.5}}, "not north-up"},
                    Refused{"south_up", {.grid = {60, 0.5, 0, 50, 0, 0.5}}, "not north-up"},
                    Refused{"off_earth", {.grid = {60, 0.5, 0, 500, 0, -0.5}}, "not on the Earth"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Raster, CutFilesAreErrorsAndQuiet)
{
    TempFolder folder;
    write_tiff(folder.path() / "r.tif", {.width = 512, .height = 512});
    for (const std::uintmax_t keep : {0, 4, 100, 2000, 300000}) {
        std::filesystem::copy_file(folder.path() / "r.tif", folder.path() / "cut.tif",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder.path() / "cut.tif", keep);
        testing::internal::CaptureStderr();
        EXPECT_FALSE(data::load_raster(folder.path() / "cut.tif", "relief")) << keep;
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << keep;
    }
    EXPECT_EQ(data::load_raster(folder.path() / "none.tif", "relief").error().what, "no such file");
}

std::vector<std::uint8_t> pattern(int width, int height, int channels)
{
    std::vector<std::uint8_t> out;
    for (unsigned i = 0; i < static_cast<unsigned>(width * height * channels); ++i)
        out.push_back(static_cast<std::uint8_t>((i * i + i / 7) % 251));
    return out;
}

TEST(Png, ComesBackPixelForPixel)
{
    TempFolder folder;
    for (const int channels : {3, 4})
        for (const auto& [width, height] : {std::pair{1, 1}, {7, 3}, {100, 500}}) {
            const auto pixels = pattern(width, height, channels);
            const auto file = folder.path() / "p.png";
            const auto written = data::write_png(file, width, height, channels, pixels.data());
            ASSERT_TRUE(written) << written.error().text();
            const auto read = data::read_png(file);
            ASSERT_TRUE(read) << read.error().text();
            ASSERT_EQ(read->width, width);
            ASSERT_EQ(read->height, height);
            const auto stride = static_cast<std::size_t>(channels);
            for (std::size_t i = 0; i < pixels.size(); ++i)
                ASSERT_EQ(read->pixels[i / stride * 4 + i % stride], pixels[i]) << i;
            if (channels == 3) { EXPECT_EQ(read->pixels[3], 255); }
        }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Png, FailuresAreSaid)
{
    TempFolder folder;
    const std::uint8_t pixels[4] = {};
    EXPECT_FALSE(data::write_png(folder.path() / "none" / "p.png", 1, 1, 4, pixels));
    EXPECT_FALSE(data::write_png(folder.path() / "p.png", 0, 1, 4, pixels));
    EXPECT_FALSE(data::write_png(folder.path() / "p.png", 1, 1, 2, pixels));
    EXPECT_FALSE(data::read_png(folder.path() / "p.png"));
    EXPECT_FALSE(data::read_png(folder.write("text.png", "hello")));
    const auto big = pattern(64, 64, 4);
    ASSERT_TRUE(data::write_png(folder.path() / "cut.png", 64, 64, 4, big.data()));
    std::filesystem::resize_file(folder.path() / "cut.png", 200);
    EXPECT_FALSE(data::read_png(folder.path() / "cut.png"));
}

} // namespace
