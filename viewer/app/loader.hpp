#pragma once
#include "base/worker.hpp"
#include "data/dataset.hpp"
#include <filesystem>
#include <functional>

namespace app {

/// Loads the parts of an atlas on the worker; each part joins `dataset` on the main thread through worker.deliver().
/// The first problems of a part are kept in dataset.problems and logged; the other parts load on.
/// `dataset` and `worker` must outlive the loading. `dataset.atlas` must be set.
/// Without `reliefs` these are counted as parts to come, and the caller loads them as finely as its view needs.
void start_loading(base::Worker& worker, data::Dataset& dataset, bool reliefs = true);
/// Reads a relief as finely as `metres_per_px` needs it, then calls `done` on the main thread.
void load_relief(base::Worker& worker, data::Dataset& dataset, const data::ReliefSpec& spec, double metres_per_px,
                 std::function<void()> done);

/// True when everything that is drawn as vectors has arrived or failed (reliefs may still be on their way).
[[nodiscard]] bool vectors_ready(const data::Dataset& dataset);

} // namespace app
