#include "app/key_queue.hpp"
#include <gtest/gtest.h>

namespace {

constexpr int kBackspace = 42, kLetterH = 11, kLetterO = 18;

TEST(KeyQueue, AKeyLetGoBetweenTwoFramesIsStillSeen)
{
    app::KeyQueue keys;
    keys.key(kBackspace, true, {});
    keys.key(kBackspace, false, {});
    const auto first = keys.next_frame();
    ASSERT_EQ(first.keys.size(), 1U);
    EXPECT_TRUE(first.keys[0].second);
    EXPECT_TRUE(keys.waiting());
    const auto second = keys.next_frame();
    ASSERT_EQ(second.keys.size(), 1U);
    EXPECT_FALSE(second.keys[0].second);
    EXPECT_FALSE(keys.waiting());
}

TEST(KeyQueue, FastTypingTakesOneFrame)
{
    app::KeyQueue keys;
    for (const int code : {kLetterH, kLetterO}) {
        keys.key(code, true, {});
        keys.typed(code == kLetterH ? "h" : "o");
        keys.key(code, false, {});
    }
    EXPECT_EQ(keys.next_frame().text, "ho");
    EXPECT_FALSE(keys.waiting());
}

TEST(KeyQueue, BackspaceAfterALetterWaitsForTheNextFrame)
{
    app::KeyQueue keys;
    keys.typed("a");
    keys.key(kBackspace, true, {});
    keys.typed("b");
    EXPECT_EQ(keys.next_frame().text, "a");
    const auto second = keys.next_frame();
    EXPECT_EQ(second.keys.size(), 1U);
    EXPECT_EQ(second.text, "b");
}

TEST(KeyQueue, ModifiersHoldForTheFrameOfTheirKey)
{
    app::KeyQueue keys;
    keys.key(4, true, {.ctrl = true});
    keys.key(4, false, {.ctrl = true});
    keys.next_frame();
    EXPECT_TRUE(keys.held().ctrl);
    keys.next_frame();
    keys.key(kLetterH, true, {});
    keys.next_frame();
    EXPECT_FALSE(keys.held().ctrl);
}

TEST(KeyQueue, AModifierLetGoAtOnceStillHeldForItsKey)
{
    app::KeyQueue keys;
    constexpr int kControl = 224, kLetterX = 27;
    keys.key(kControl, true, {.ctrl = true});
    keys.key(kLetterX, true, {.ctrl = true});
    keys.key(kControl, false, {});
    keys.key(kLetterX, false, {});
    EXPECT_EQ(keys.next_frame().keys.size(), 2U);
    EXPECT_TRUE(keys.held().ctrl);
    EXPECT_EQ(keys.next_frame().keys.size(), 2U);
    EXPECT_FALSE(keys.held().ctrl);
    EXPECT_FALSE(keys.waiting());
}

} // namespace
