#include "base/frame_clock.hpp"
#include <algorithm>
#include <cmath>

namespace base {

std::string_view name(FrameReason reason)
{
    switch (reason) {
    case FrameReason::input: return "input";
    case FrameReason::tween: return "tween";
    case FrameReason::label_fade: return "label_fade";
    case FrameReason::data_loaded: return "data_loaded";
    case FrameReason::play_tick: return "play_tick";
    case FrameReason::resize: return "resize";
    case FrameReason::first: return "first";
    case FrameReason::screenshot: return "screenshot";
    }
    return "unknown";
}

void FrameScheduler::request(FrameReason reason, int frames)
{
    wish(reason).frames = std::max(wish(reason).frames, frames);
}

void FrameScheduler::request_until(FrameReason reason, double time_s)
{
    if (!std::isfinite(time_s)) return; // would draw for ever
    wish(reason).until_s = std::max(wish(reason).until_s.value_or(time_s), time_s);
}

void FrameScheduler::request_at(FrameReason reason, double time_s)
{
    if (!std::isfinite(time_s)) return;
    wish(reason).at_s = std::min(wish(reason).at_s.value_or(time_s), time_s);
}

void FrameScheduler::cancel(FrameReason reason)
{
    wish(reason).frames = 0;
    wish(reason).until_s.reset();
    wish(reason).at_s.reset();
}

FrameScheduler::Reasons FrameScheduler::reasons(double now_s) const
{
    Reasons out;
    for (std::size_t i = 0; i < kFrameReasons; ++i) {
        const Wish& w = wishes_[i];
        out[i] = w.frames > 0 || w.until_s || (w.at_s && *w.at_s <= now_s);
    }
    return out;
}

std::optional<double> FrameScheduler::next_deadline(double now_s) const
{
    if (due(now_s)) return now_s;
    std::optional<double> earliest;
    for (const Wish& w : wishes_)
        if (w.at_s) earliest = std::min(earliest.value_or(*w.at_s), *w.at_s);
    return earliest;
}

void FrameScheduler::drawn(double now_s)
{
    const Reasons why = reasons(now_s);
    ++frames_;
    for (std::size_t i = 0; i < kFrameReasons; ++i) {
        Wish& w = wishes_[i];
        if (why[i]) ++w.drawn;
        if (w.frames > 0) --w.frames;
        if (w.until_s && *w.until_s <= now_s) w.until_s.reset();
        if (w.at_s && *w.at_s <= now_s) w.at_s.reset();
    }
}

std::uint64_t FrameScheduler::frames(FrameReason reason) const
{
    return wishes_[static_cast<std::size_t>(reason)].drawn;
}

} // namespace base
