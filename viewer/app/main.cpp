#include "app/headless.hpp"
#include "app/options.hpp"
#include "app/paths.hpp"
#include "app/reports.hpp"
#include "app/window.hpp"
#include "app/window_loop.hpp"
#include "base/log.hpp"
#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv)
{
#ifdef __GLIBC__
    // Large blocks go back to the system when freed, instead of staying in the heap of the thread that loaded them.
    constexpr int kLargeBytes = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, kLargeBytes);
    mallopt(M_ARENA_MAX, 2);
#endif
    auto parsed = app::parse_options(argc, argv);
    if (parsed.exit_code) return *parsed.exit_code;
    auto& options = parsed.options;
    const auto paths = app::find_paths();
    if (!paths) {
        base::log(base::Severity::error, paths.error().text());
        return app::kExitCannot;
    }
    if (options.command != app::Command::view) return app::run_report(options, *paths);
    if (options.output.empty() && !app::display_available()) {
        base::log(base::Severity::info, "no display found; writing corridor-atlas.png instead");
        options.output = "corridor-atlas.png";
        if (!options.size_given) {
            options.width = 1920;
            options.height = 1080;
        }
    }
    return options.output.empty() ? app::run_window(options, *paths) : app::run_headless(options, *paths);
}
