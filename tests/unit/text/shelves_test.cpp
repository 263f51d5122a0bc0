#include "text/shelves.hpp"
#include <gtest/gtest.h>
#include <random>

namespace {

TEST(Shelves, PlacesNeverOverlapAndFillMostOfTheSheet)
{
    constexpr int kSize = 256;
    text::Shelves shelves{kSize};
    std::vector<bool> taken(kSize * kSize, false);
    std::mt19937 random{7};
    std::uniform_int_distribution side{6, 20};
    int area = 0;
    for (;;) {
        const int width = side(random);
        const int height = side(random);
        const auto corner = shelves.place(width, height);
        if (!corner) break;
        area += width * height;
        ASSERT_LE(corner->first + width, kSize);
        ASSERT_LE(corner->second + height, kSize);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const auto at = static_cast<std::size_t>((corner->second + y) * kSize + corner->first + x);
                ASSERT_FALSE(taken[at]);
                taken[at] = true;
            }
    }
    EXPECT_GT(area, kSize * kSize * 6 / 10);
}

TEST(Shelves, RefusesWhatCannotFit)
{
    text::Shelves shelves{64};
    EXPECT_FALSE(shelves.place(65, 1));
    EXPECT_FALSE(shelves.place(1, 65));
    EXPECT_FALSE(shelves.place(0, 5));
    EXPECT_TRUE(shelves.place(64, 64));
    EXPECT_FALSE(shelves.place(1, 1));
    shelves.clear();
    EXPECT_TRUE(shelves.place(64, 64));
}

} // namespace
