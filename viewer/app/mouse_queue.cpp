#include "app/mouse_queue.hpp"

namespace app {

void MouseQueue::button(int index, bool down)
{
    if (index < 0 || static_cast<std::size_t>(index) >= kButtons) return;
    waiting_.push_back({.kind = Kind::button, .button = static_cast<std::size_t>(index), .down = down});
}

const MouseQueue::State& MouseQueue::next_frame()
{
    state_.wheel_x = state_.wheel_y = 0;
    bool moved = false, clicked = false;
    for (; !waiting_.empty(); waiting_.pop_front()) {
        const Event& event = waiting_.front();
        switch (event.kind) {
        case Kind::move:
        case Kind::leave:
            if (clicked) return state_;
            state_.inside = event.kind == Kind::move;
            if (state_.inside) {
                state_.x = event.x;
                state_.y = event.y;
            }
            moved = true;
            break;
        case Kind::button:
            if (state_.down[event.button] == event.down) break;
            // A drag is seen at its last place before it is let go.
            if (clicked || (moved && !event.down)) return state_;
            state_.down[event.button] = event.down;
            clicked = true;
            break;
        case Kind::wheel:
            state_.wheel_x += event.x;
            state_.wheel_y += event.y;
            break;
        }
    }
    return state_;
}

} // namespace app
