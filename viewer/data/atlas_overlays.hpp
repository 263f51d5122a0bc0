#pragma once
#include "data/atlas_file.hpp"
#include "data/toml_reader.hpp"

namespace data {

/// Reads one [[overlay]] table with its sections and circles.
OverlaySpec read_overlay(TableReader& overlay);

} // namespace data
