#include "fixture.hpp"
#include "scene/history.hpp"
#include <gtest/gtest.h>

using namespace scene;

namespace {
struct Told : fixture::World {
    History history;
    double now = 0;
    void tell(const Action& action)
    {
        history.before(state, action, now);
        act(action);
    }
};
} // namespace

TEST(History, undo_and_redo_walk_through_steps)
{
    Told w;
    w.tell(SetYear{2020});
    w.now += 2;
    w.tell(SetOverlay{"ports"});
    w.state = w.history.undo(w.state);
    EXPECT_EQ(w.state.overlay, "trains");
    EXPECT_EQ(w.state.year, 2020);
    w.state = w.history.undo(w.state);
    EXPECT_EQ(w.state.year, 2024);
    EXPECT_FALSE(w.history.can_undo());
    w.state = w.history.redo(w.state);
    w.state = w.history.redo(w.state);
    EXPECT_EQ(w.state.overlay, "ports");
    EXPECT_FALSE(w.history.can_redo());
}

TEST(History, a_drag_is_one_step)
{
    Told w;
    const auto start = w.state.camera;
    for (int i = 0; i < 30; ++i) {
        w.now += 0.016;
        w.tell(Pan{4, 1});
    }
    w.state = w.history.undo(w.state);
    EXPECT_EQ(w.state.camera, start);
    EXPECT_FALSE(w.history.can_undo());
}

TEST(History, the_window_is_not_undone)
{
    Told w;
    w.tell(SetYear{2020});
    w.act(Resize{1000, 700, 1});
    w.state = w.history.undo(w.state);
    EXPECT_EQ(w.state.viewport.width_px, 1000);
    EXPECT_EQ(w.state.year, 2024);
}

TEST(History, a_new_step_ends_what_could_be_redone)
{
    Told w;
    w.tell(SetYear{2020});
    w.state = w.history.undo(w.state);
    w.now = 5;
    w.tell(SetOverlay{"ports"});
    EXPECT_FALSE(w.history.can_redo());
}
