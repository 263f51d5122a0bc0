#pragma once
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// Deals keys and typed text out to frames in their order, so that a key pressed and let go between two frames is still
/// seen pressed, and letters stay on their side of Backspace.
class KeyQueue {
public:
    struct Modifiers {
        bool shift = false, ctrl = false, alt = false;
        friend bool operator==(const Modifiers&, const Modifiers&) = default;
    };
    struct Frame {
        std::vector<std::pair<int, bool>> keys; ///< scan code, down
        std::string text;                       ///< UTF-8, typed after the keys
    };

    void key(int scan_code, bool down, Modifiers held) { waiting_.push_back({scan_code, down, held, {}}); }
    void typed(std::string utf8) { waiting_.push_back({-1, false, {}, std::move(utf8)}); }
    /// What the next frame shall see.
    Frame next_frame();
    [[nodiscard]] const Modifiers& held() const { return held_; } ///< after the frame dealt last
    [[nodiscard]] bool waiting() const { return !waiting_.empty(); }

private:
    struct Event {
        int scan_code;
        bool down;
        Modifiers held;
        std::string text;
    };
    std::deque<Event> waiting_;
    Modifiers held_;
};

} // namespace app
