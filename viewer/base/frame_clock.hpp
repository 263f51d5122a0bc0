#pragma once
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace base {

enum class FrameReason { input, tween, label_fade, data_loaded, play_tick, resize, first, screenshot };
inline constexpr std::size_t kFrameReasons = 8;

[[nodiscard]] std::string_view name(FrameReason reason);

/// Answers "must a frame be drawn now, why, and until when may the loop sleep". Nothing asked for: no frames.
/// Holds no clock: times are seconds on whatever clock the caller keeps to.
class FrameScheduler {
public:
    using Reasons = std::bitset<kFrameReasons>; ///< bit = static_cast<size_t>(FrameReason)

    /// The next `frames` frames, at once. Asking again does not add up: the larger number holds.
    void request(FrameReason reason, int frames = 1);
    /// Frame after frame until `time_s`; the last one is drawn at or after it, so that a tween shows its end.
    void request_until(FrameReason reason, double time_s);
    /// One frame at or after `time_s`; the loop may sleep until then. The earliest time asked for holds.
    void request_at(FrameReason reason, double time_s);
    /// Takes back what is outstanding for a reason (playback stopped, tween replaced).
    void cancel(FrameReason reason);

    [[nodiscard]] bool due(double now_s) const { return reasons(now_s).any(); }
    [[nodiscard]] Reasons reasons(double now_s) const;
    /// When the next frame is due: `now_s` when one is due already, nullopt to sleep until something happens.
    [[nodiscard]] std::optional<double> next_deadline(double now_s) const;

    /// Call once for every frame drawn, with the time it was drawn for.
    void drawn(double now_s);

    [[nodiscard]] std::uint64_t frames() const { return frames_; }
    /// Frames drawn for this reason; a frame with two reasons counts for both.
    [[nodiscard]] std::uint64_t frames(FrameReason reason) const;

private:
    struct Wish {
        int frames = 0;
        std::optional<double> until_s;
        std::optional<double> at_s;
        std::uint64_t drawn = 0;
    };
    Wish& wish(FrameReason reason) { return wishes_[static_cast<std::size_t>(reason)]; }

    std::array<Wish, kFrameReasons> wishes_;
    std::uint64_t frames_ = 0;
};

} // namespace base
