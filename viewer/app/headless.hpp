#pragma once
#include "app/options.hpp"
#include "app/paths.hpp"

namespace app {

/// Writes one picture without a display: same session, same stage as the window. Returns the exit code.
int run_headless(const Options& options, const Paths& paths);

} // namespace app
