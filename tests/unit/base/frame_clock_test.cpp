#include "base/frame_clock.hpp"
#include <gtest/gtest.h>
#include <limits>

using base::FrameReason;
using base::FrameScheduler;

namespace {

/// Runs a loop of 60 Hz ticks and counts what it draws.
int draw_between(FrameScheduler& scheduler, double from_s, double to_s)
{
    int drawn = 0;
    for (int i = 0; from_s + i / 60.0 < to_s; ++i)
        if (const double now = from_s + i / 60.0; scheduler.due(now)) {
            scheduler.drawn(now);
            ++drawn;
        }
    return drawn;
}

TEST(FrameScheduler, draws_nothing_when_nothing_was_asked)
{
    FrameScheduler s;
    EXPECT_EQ(draw_between(s, 0, 60), 0);
    EXPECT_EQ(s.next_deadline(0), std::nullopt);
    EXPECT_EQ(s.frames(), 0U);
}

TEST(FrameScheduler, one_request_is_one_frame)
{
    FrameScheduler s;
    s.request(FrameReason::first);
    EXPECT_TRUE(s.due(0));
    EXPECT_EQ(s.next_deadline(3.5), 3.5);
    EXPECT_EQ(draw_between(s, 0, 60), 1);
    EXPECT_EQ(s.frames(FrameReason::first), 1U);
}

TEST(FrameScheduler, repeated_requests_do_not_add_up)
{
    FrameScheduler s;
    for (int i = 0; i < 100; ++i) s.request(FrameReason::input, 2);
    s.request(FrameReason::input);
    EXPECT_EQ(draw_between(s, 0, 60), 2);
}

TEST(FrameScheduler, a_frame_counts_for_each_of_its_reasons)
{
    FrameScheduler s;
    s.request(FrameReason::input, 3);
    s.request(FrameReason::resize);
    EXPECT_EQ(s.reasons(0).count(), 2U);
    EXPECT_EQ(draw_between(s, 0, 60), 3);
    EXPECT_EQ(s.frames(), 3U);
    EXPECT_EQ(s.frames(FrameReason::input), 3U);
    EXPECT_EQ(s.frames(FrameReason::resize), 1U);
    EXPECT_EQ(s.frames(FrameReason::tween), 0U);
}

TEST(FrameScheduler, a_tween_runs_to_its_end_and_shows_it)
{
    FrameScheduler s;
    s.request_until(FrameReason::tween, 0.3);
    const int drawn = draw_between(s, 0, 60);
    EXPECT_GE(drawn, 18);
    EXPECT_LE(drawn, 20);
    EXPECT_FALSE(s.due(60));
}

TEST(FrameScheduler, a_tween_that_ended_while_asleep_still_shows_its_end)
{
    FrameScheduler s;
    s.request_until(FrameReason::tween, 0.3);
    EXPECT_EQ(draw_between(s, 10, 11), 1);
}

TEST(FrameScheduler, a_longer_request_extends_a_shorter_does_not_cut)
{
    FrameScheduler s;
    s.request_until(FrameReason::label_fade, 0.5);
    s.request_until(FrameReason::label_fade, 0.2);
    s.drawn(0.3);
    EXPECT_TRUE(s.due(0.4));
    s.drawn(0.5);
    EXPECT_FALSE(s.due(0.6));
}

TEST(FrameScheduler, sleeps_until_a_planned_tick)
{
    FrameScheduler s;
    s.request_at(FrameReason::play_tick, 5);
    s.request_at(FrameReason::label_fade, 7);
    EXPECT_FALSE(s.due(4.9));
    EXPECT_EQ(s.next_deadline(1), 5);
    EXPECT_TRUE(s.due(5));
    s.drawn(5);
    EXPECT_EQ(s.next_deadline(5), 7);
    EXPECT_EQ(s.frames(FrameReason::play_tick), 1U);
    EXPECT_EQ(s.frames(FrameReason::label_fade), 0U);
}

TEST(FrameScheduler, a_frame_for_another_reason_does_not_use_up_a_planned_one)
{
    FrameScheduler s;
    s.request_at(FrameReason::play_tick, 5);
    s.request(FrameReason::input);
    s.drawn(2);
    EXPECT_EQ(s.next_deadline(2), 5);
}

TEST(FrameScheduler, cancel_takes_back_one_reason)
{
    FrameScheduler s;
    s.request_until(FrameReason::tween, 100);
    s.request_at(FrameReason::tween, 200);
    s.request(FrameReason::input);
    s.cancel(FrameReason::tween);
    EXPECT_EQ(draw_between(s, 0, 5), 1);
    EXPECT_EQ(s.next_deadline(5), std::nullopt);
}

TEST(FrameScheduler, an_endless_request_is_refused)
{
    FrameScheduler s;
    s.request_until(FrameReason::tween, std::numeric_limits<double>::infinity());
    s.request_until(FrameReason::tween, std::numeric_limits<double>::quiet_NaN());
    EXPECT_FALSE(s.due(0));
}

TEST(FrameScheduler, every_reason_has_its_own_name)
{
    for (std::size_t i = 0; i < base::kFrameReasons; ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_NE(base::name(static_cast<FrameReason>(i)), base::name(static_cast<FrameReason>(j)));
}

} // namespace
