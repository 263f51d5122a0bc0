#pragma once
#include "base/frame_clock.hpp"
#include "base/result.hpp"
#include "render/renderer.hpp"
#include "scene/app_state.hpp"
#include "ui/panels.hpp"
#include <string>
#include <vector>

namespace app {

/// Counters of a run as JSON, for tests and benchmarks.
struct RunTimes {
    double first_picture_s = 0, complete_s = 0, total_s = 0; ///< since the program started
    double idle_s = 0;                                       ///< since the last frame
    double sharp_after_s = 0;                                ///< longest wait for the sharp map after a movement
    std::vector<double> frame_ms;                            ///< of every frame after the complete picture
};
/// What a run ended with: counters, times, the state, and where the controls are (device px).
struct RunReport {
    const render::Metrics& metrics;
    const base::FrameScheduler& frames;
    RunTimes times;
    const scene::AppState& state;
    const ui::FrameOutput& panels;
};
base::Result<void> write_metrics(const std::string& file, const RunReport& report);

/// Seconds since the process began.
[[nodiscard]] double seconds_since_start();

} // namespace app
