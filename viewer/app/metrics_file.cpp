#include "app/metrics_file.hpp"
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

base::Result<void> write_metrics(const std::string& file, const render::Metrics& m, const base::FrameScheduler& frames, const RunTimes& times)
{
    nlohmann::ordered_json out;
    out["draw_calls"] = m.draw_calls;
    out["bytes_uploaded"] = m.bytes_uploaded;
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
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out["peak_memory_mb"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    out["cpu_s"] = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                   static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
    std::ofstream stream(file);
    stream << out.dump(2) << '\n';
    if (!stream) return base::fail("cannot be written", file);
    return {};
}

} // namespace app
