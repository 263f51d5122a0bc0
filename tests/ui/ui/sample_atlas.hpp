#pragma once
#include "data/dataset.hpp"

/// A small atlas in memory with every state a year can be in; its figures are published ones.
namespace sample {

[[nodiscard]] data::Dataset dataset();

} // namespace sample
