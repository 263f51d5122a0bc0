#include "scene/label_curve.hpp"
#include "scene/label_placement.hpp"
#include "scene/label_text.hpp"
#include <cmath>
#include <gtest/gtest.h>

using namespace scene;

namespace {
LabelCandidate at(std::string id, float priority, float x, float y)
{
    return {std::move(id), priority, {{{x, y, 50, 12}}, {{x - 60, y, 50, 12}}}};
}
} // namespace

TEST(Labels, the_more_important_one_wins_and_the_other_moves_aside)
{
    CollisionGrid grid(400, 300);
    const auto chosen = place_labels({at("low", 1, 100, 100), at("high", 9, 110, 104)}, grid, {});
    EXPECT_EQ(chosen[1], 0);
    EXPECT_EQ(chosen[0], 1);
}

TEST(Labels, order_of_loading_does_not_matter)
{
    CollisionGrid a(400, 300), b(400, 300);
    const auto x = place_labels({at("alpha", 5, 100, 100), at("beta", 5, 100, 100), at("gamma", 5, 100, 100)}, a, {});
    const auto y = place_labels({at("gamma", 5, 100, 100), at("beta", 5, 100, 100), at("alpha", 5, 100, 100)}, b, {});
    EXPECT_EQ(x[0], y[2]);
    EXPECT_EQ(x[1], y[1]);
    EXPECT_EQ(x[2], y[0]);
    EXPECT_EQ(x[2], -1);
}

TEST(Labels, a_shown_label_keeps_its_place)
{
    CollisionGrid grid(400, 300);
    LabelMemory memory;
    memory.entries["one"] = {1, true, 1};
    EXPECT_EQ(place_labels({at("one", 5, 100, 100)}, grid, memory)[0], 1);
}

TEST(Labels, placed_boxes_never_overlap)
{
    CollisionGrid grid(800, 600);
    std::vector<LabelCandidate> candidates;
    for (int i = 0; i < 400; ++i)
        candidates.push_back(at("l" + std::to_string(i), static_cast<float>(i % 7), static_cast<float>(i * 37 % 740),
                                static_cast<float>(i * 53 % 580)));
    const auto chosen = place_labels(candidates, grid, {});
    std::vector<geo::Rect> placed;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i] >= 0) placed.push_back(candidates[i].places[static_cast<std::size_t>(chosen[i])][0]);
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t j = i + 1; j < placed.size(); ++j) {
            const auto &a = placed[i], &b = placed[j];
            EXPECT_FALSE(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h);
        }
    EXPECT_GT(placed.size(), 100U);
}

TEST(Labels, capitals_of_every_alphabet_we_set)
{
    EXPECT_EQ(upper_case("Ürümqi"), "ÜRÜMQI");
    EXPECT_EQ(upper_case("Қазақстан"), "ҚАЗАҚСТАН");
    EXPECT_EQ(upper_case("Синьцзян"), "СИНЬЦЗЯН");
    EXPECT_EQ(upper_case("іңғүұқөһә"), "ІҢҒҮҰҚӨҺӘ");
    EXPECT_EQ(upper_case("新疆 شىنجاڭ"), "新疆 شىنجاڭ");
}

TEST(Labels, text_along_a_line_reads_left_to_right_whichever_way_the_line_was_drawn)
{
    text::Run run;
    run.width = 60;
    run.cap_height = 10;
    for (int i = 0; i < 6; ++i)
        run.fill.push_back({static_cast<float>(i * 10), -10, static_cast<float>(i * 10 + 9), 0, 0, 0, 1, 1});
    for (const auto& curve :
         {std::vector<geo::ScreenPx>{{0, 0}, {100, 20}}, std::vector<geo::ScreenPx>{{100, 20}, {0, 0}}}) {
        const auto label = set_along(run, curve);
        ASSERT_EQ(label.poses.size(), 6U);
        EXPECT_LT(label.boxes.front().x, label.boxes.back().x);
        EXPECT_NEAR(std::hypot(label.poses[0].cos, label.poses[0].sin), 1, 1e-4);
    }
    EXPECT_TRUE(set_along(run, {{0, 0}, {30, 0}}).poses.empty()); // too short
}

TEST(Labels, chinese_on_a_steep_line_stands_upright_from_top_to_bottom)
{
    text::Run run;
    run.width = 40;
    run.cap_height = 10;
    run.fill = {{0, -10, 18, 0, 0, 0, 1, 1}, {20, -10, 38, 0, 0, 0, 1, 1}};
    const auto label = set_along(run, {{10, 100}, {0, 0}}, 0.5F, true);
    ASSERT_EQ(label.poses.size(), 2U);
    EXPECT_EQ(label.poses[0].cos, 1);
    EXPECT_EQ(label.poses[0].sin, 0);
    EXPECT_LT(label.boxes[0].y, label.boxes[1].y);
    EXPECT_NE(set_along(run, {{0, 0}, {100, 20}}, 0.5F, true).poses.at(0).sin, 0) << "a flat line turns them";
}

TEST(Labels, a_name_moves_along_its_line_by_the_share_of_spare_length)
{
    text::Run run;
    run.width = 60;
    run.cap_height = 10;
    run.fill.push_back({0, -10, 60, 0, 0, 0, 1, 1});
    const std::vector<geo::ScreenPx> line{{0, 0}, {100, 0}};
    for (const auto& [share, x] : {std::pair{0.0F, 0.0F}, {0.5F, 20.0F}, {1.0F, 40.0F}})
        EXPECT_NEAR(set_along(run, line, share).poses.at(0).x, x, 1e-3) << share;
}
