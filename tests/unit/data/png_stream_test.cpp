#include "data/png_stream.hpp"
#include "data/raster.hpp"
#include "unit/data/temp_folder.hpp"
#include <gtest/gtest.h>

namespace {

std::vector<std::uint8_t> pattern(int width, int height)
{
    std::vector<std::uint8_t> rgb;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int v : {x * 7 + y, x ^ y, y * 3}) rgb.push_back(static_cast<std::uint8_t>(v));
    return rgb;
}

TEST(PngStream, RowsInAnyPortionsReadBackTheSame)
{
    TempFolder folder;
    constexpr int kWidth = 700, kHeight = 1300; // more than one chunk of the file
    const auto rgb = pattern(kWidth, kHeight);
    const auto file = folder.path() / "p.png";
    auto png = data::PngStream::create(file, kWidth, kHeight);
    ASSERT_TRUE(png);
    for (int y = 0, step = 1; y < kHeight; y += step, step = step * 3 % 97 + 1) {
        step = std::min(step, kHeight - y);
        ASSERT_TRUE(png->add_rows(rgb.data() + static_cast<std::size_t>(y) * kWidth * 3, step));
    }
    EXPECT_FALSE(std::filesystem::exists(file)) << "not before it is whole";
    ASSERT_TRUE(png->finish());
    const auto read = data::read_png(file);
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->width, kWidth);
    ASSERT_EQ(read->height, kHeight);
    for (std::size_t i = 0; i < static_cast<std::size_t>(kWidth) * kHeight; ++i)
        for (std::size_t c = 0; c < 3; ++c) ASSERT_EQ(read->pixels[i * 4 + c], rgb[i * 3 + c]) << i;
}

TEST(PngStream, LeavesNothingBehindWhenItIsNotFinished)
{
    TempFolder folder;
    const auto rgb = pattern(4, 4);
    {
        auto png = data::PngStream::create(folder.path() / "p.png", 4, 4);
        ASSERT_TRUE(png);
        ASSERT_TRUE(png->add_rows(rgb.data(), 3));
        EXPECT_FALSE(png->finish()) << "a row is missing";
        EXPECT_FALSE(png->add_rows(rgb.data(), 2)) << "one too many";
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    EXPECT_FALSE(data::PngStream::create(folder.path() / "none" / "p.png", 4, 4));
    EXPECT_FALSE(data::PngStream::create(folder.path() / "p.png", 40'000, 4));
}

} // namespace
