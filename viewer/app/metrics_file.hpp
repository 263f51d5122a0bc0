#pragma once
#include "base/frame_clock.hpp"
#include "base/result.hpp"
#include "render/renderer.hpp"
#include <string>

namespace app {

/// Counters of a run as JSON, for tests and benchmarks.
struct RunTimes {
    double first_picture_s = 0, complete_s = 0, total_s = 0; ///< since the program started
    double idle_s = 0;                                       ///< since the last frame
};
base::Result<void> write_metrics(const std::string& file, const render::Metrics& metrics, const base::FrameScheduler& frames, const RunTimes& times);

/// Seconds since the process began.
[[nodiscard]] double seconds_since_start();

} // namespace app
