#include "app/mouse_queue.hpp"
#include <gtest/gtest.h>

using app::MouseQueue;

TEST(MouseQueue, a_tap_within_one_frame_is_pressed_and_released_at_its_place)
{
    MouseQueue queue;
    queue.move(10, 20);
    queue.button(0, true);
    queue.button(0, false);
    queue.leave(); // the finger is gone
    auto seen = queue.next_frame();
    EXPECT_TRUE(seen.inside && seen.down[0]);
    EXPECT_EQ(seen.x, 10);
    EXPECT_TRUE(queue.waiting());
    seen = queue.next_frame();
    EXPECT_TRUE(seen.inside && !seen.down[0]) << "let go where it was pressed";
    EXPECT_EQ(seen.y, 20);
    EXPECT_FALSE(queue.next_frame().inside);
    EXPECT_FALSE(queue.waiting());
}

TEST(MouseQueue, a_drag_is_seen_at_its_last_place_before_it_ends)
{
    MouseQueue queue;
    queue.move(0, 0);
    queue.button(0, true);
    queue.next_frame();
    queue.move(5, 0);
    queue.move(9, 0);
    queue.button(0, false);
    auto seen = queue.next_frame();
    EXPECT_TRUE(seen.down[0]);
    EXPECT_EQ(seen.x, 9) << "moves are not spread over frames";
    EXPECT_FALSE(queue.next_frame().down[0]);
}

TEST(MouseQueue, two_taps_stay_two)
{
    MouseQueue queue;
    int presses = 0;
    for (int i = 0; i < 2; ++i) {
        queue.button(0, true);
        queue.button(0, false);
    }
    for (bool before = false; queue.waiting();) {
        const bool down = queue.next_frame().down[0];
        presses += down && !before ? 1 : 0;
        before = down;
    }
    EXPECT_EQ(presses, 2);
}

TEST(MouseQueue, the_wheel_adds_up_within_a_frame_and_is_gone_in_the_next)
{
    MouseQueue queue;
    queue.wheel(0, 1);
    queue.wheel(0, 2);
    EXPECT_EQ(queue.next_frame().wheel_y, 3);
    EXPECT_EQ(queue.next_frame().wheel_y, 0);
    queue.button(7, true); // no such button
    EXPECT_FALSE(queue.waiting());
}
