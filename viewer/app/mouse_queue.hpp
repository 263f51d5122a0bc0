#pragma once
#include <array>
#include <cstddef>
#include <deque>

namespace app {

/// Deals mouse events out to frames in their order, so that a tap shorter than a frame is still seen pressed at its
/// place in one frame and released there in the next.
class MouseQueue {
public:
    static constexpr std::size_t kButtons = 5;
    struct State {
        bool inside = false; ///< x and y mean something
        float x = 0, y = 0;
        std::array<bool, kButtons> down{};
        float wheel_x = 0, wheel_y = 0; ///< turned since the frame before
    };

    void move(float x, float y) { waiting_.push_back({.kind = Kind::move, .x = x, .y = y}); }
    void leave() { waiting_.push_back({.kind = Kind::leave}); }
    void button(int index, bool down);
    void wheel(float x, float y) { waiting_.push_back({.kind = Kind::wheel, .x = x, .y = y}); }

    /// What the next frame shall see.
    const State& next_frame();
    /// Events are left for further frames.
    [[nodiscard]] bool waiting() const { return !waiting_.empty(); }

private:
    enum class Kind { move, leave, button, wheel };
    struct Event {
        Kind kind = Kind::move;
        float x = 0, y = 0;
        std::size_t button = 0;
        bool down = false;
    };

    std::deque<Event> waiting_;
    State state_;
};

} // namespace app
