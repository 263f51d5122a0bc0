#pragma once
#include "base/worker.hpp"
#include "data/dataset.hpp"
#include <filesystem>

namespace app {

/// Loads the parts of an atlas on the worker; each part joins `dataset` on the main thread through worker.deliver().
/// The first problems of a part are kept in dataset.problems and logged; the other parts load on.
/// `dataset` and `worker` must outlive the loading. `dataset.atlas` must be set.
void start_loading(base::Worker& worker, data::Dataset& dataset);

/// True when everything that is drawn as vectors has arrived or failed (reliefs may still be on their way).
[[nodiscard]] bool vectors_ready(const data::Dataset& dataset);

} // namespace app
