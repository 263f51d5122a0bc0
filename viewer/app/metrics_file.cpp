#include "app/metrics_file.hpp"
#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

namespace app {

double seconds_since_start()
{
    // /proc knows when the process began; what the loader and libraries took counts too.
    static const double began = [] {
        std::ifstream stat("/proc/self/stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        const auto after_name = text.rfind(')');
        std::istringstream fields(after_name == std::string::npos ? "" : text.substr(after_name + 2));
        std::string word;
        for (int i = 0; i < 20 && fields >> word; ++i) {}
        const double ticks = word.empty() ? 0 : std::strtod(word.c_str(), nullptr);
        return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    }();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - began;
}

namespace {

nlohmann::ordered_json state_json(const scene::AppState& state)
{
    nlohmann::ordered_json out;
    out["view"] = state.view;
    out["projection"] = state.projection;
    out["centre"] = {state.camera.centre.lon, state.camera.centre.lat};
    out["metres_per_px"] = state.camera.metres_per_px;
    out["year"] = state.year;
    out["playing"] = state.playing;
    out["overlay"] = state.overlay;
    out["language"] = state.language;
    out["theme"] = state.theme;
    out["selection"] = state.selection ? state.selection->subject : "";
    out["size"] = {state.viewport.width_px, state.viewport.height_px};
    out["free_rect"] = {state.free_rect.x, state.free_rect.y, state.free_rect.w, state.free_rect.h};
    out["fullscreen"] = state.fullscreen;
    for (const auto& [id, layer] : state.layers) out["layers"][id] = layer.visible;
    return out;
}

} // namespace

base::Result<void> write_metrics(const std::string& file, const RunReport& report)
{
    const auto& m = report.metrics;
    const auto& frames = report.frames;
    const auto& times = report.times;
    nlohmann::ordered_json out;
    out["draw_calls"] = m.draw_calls;
    out["bytes_uploaded"] = m.bytes_uploaded;
    out["glyph_bytes"] = m.glyph_bytes;
    out["bytes_streamed"] = m.bytes_streamed;
    out["base_redraws"] = m.base_redraws;
    out["gl_errors"] = m.gl_errors;
    out["gpu_objects"] = m.gpu_objects;
    out["frames"] = frames.frames();
    for (std::size_t i = 0; i < base::kFrameReasons; ++i) {
        const auto reason = static_cast<base::FrameReason>(i);
        out["frames_by_reason"][std::string(base::name(reason))] = frames.frames(reason);
    }
    out["first_picture_s"] = times.first_picture_s;
    out["complete_s"] = times.complete_s;
    out["total_s"] = times.total_s;
    out["idle_s"] = times.idle_s;
    out["sharp_after_s"] = times.sharp_after_s;
    auto frame_ms = times.frame_ms;
    std::sort(frame_ms.begin(), frame_ms.end());
    const auto at = [&](std::size_t percent) {
        return frame_ms.empty() ? 0.0 : frame_ms[(frame_ms.size() - 1) * percent / 100];
    };
    out["frame_ms_median"] = at(50);
    out["frame_ms_p95"] = at(95);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out["peak_memory_mb"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    out["cpu_s"] = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
    out["state"] = state_json(report.state);
    for (const auto& control : report.panels.controls)
        out["controls"][control.name] = {control.rect.x, control.rect.y, control.rect.w, control.rect.h};
    out["shown_numbers"] = report.panels.shown_numbers;
    std::ofstream stream(file);
    stream << out.dump(2) << '\n';
    if (!stream) return base::fail("cannot be written", file);
    return {};
}

} // namespace app
