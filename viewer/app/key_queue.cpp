#include "app/key_queue.hpp"
#include <algorithm>

namespace app {
namespace {

constexpr int kFirstModifier = 224; // left Control

/// Letters and digits do nothing by themselves (USB usage codes below Return): what they type comes as text.
bool only_types(int scan_code, const KeyQueue::Modifiers& held)
{
    constexpr int kReturn = 40;
    return scan_code < kReturn && !held.ctrl;
}

} // namespace

KeyQueue::Frame KeyQueue::next_frame()
{
    Frame frame;
    bool pressed = false; // a key whose modifiers must still hold when the frame looks at it
    for (; !waiting_.empty(); waiting_.pop_front()) {
        const Event& event = waiting_.front();
        if (event.scan_code < 0) {
            frame.text += event.text;
            continue;
        }
        const bool plain = only_types(event.scan_code, event.held);
        const bool changed = std::any_of(frame.keys.begin(), frame.keys.end(),
                                         [&](const auto& key) { return key.first == event.scan_code; });
        if (!plain && (changed || (event.down && !frame.text.empty()))) break;
        if (pressed && event.held != held_) break;
        pressed |= event.down && !plain && event.scan_code < kFirstModifier;
        frame.keys.emplace_back(event.scan_code, event.down);
        held_ = event.held;
    }
    return frame;
}

} // namespace app
