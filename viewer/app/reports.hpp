#pragma once
#include "app/options.hpp"
#include "app/paths.hpp"

namespace app {

/// corridor-atlas info | validate | facts: text or JSON on standard output. Returns the exit code.
int run_report(const Options& options, const Paths& paths);

} // namespace app
