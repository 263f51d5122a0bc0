#pragma once
#include "app/options.hpp"
#include "app/paths.hpp"

namespace app {

/// Opens the window and runs until it is closed. Draws on request only. Returns the exit code.
int run_window(const Options& options, const Paths& paths);

} // namespace app
