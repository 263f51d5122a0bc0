#pragma once
#include "base/result.hpp"
#include "data/vector_layer.hpp"

namespace data {

/// Chains sections of corridor layers (attributes line, from, to, seq) into one polyline from the first station to the
/// last. An unknown line or station, or two steps that do not meet within 100 m, is an error that names them.
base::Result<geo::Line> chain_path(const std::vector<const VectorLayer*>& corridors, const std::vector<PathStep>& path);

} // namespace data
