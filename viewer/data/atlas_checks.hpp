#pragma once
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/raster.hpp"
#include "data/series.hpp"
#include "data/validate.hpp"
#include "data/vector_layer.hpp"

namespace data {

/// Everything an atlas names, as far as it could be read.
struct LoadedAtlas {
    AtlasFile atlas;
    std::vector<VectorLayer> layers;
    FactTable facts;
    SeriesTable series;
};

/// Checks what the parts of an atlas say of each other: series, paths, scopes, units, preferences, names.
std::vector<Problem> check_atlas(const LoadedAtlas& loaded);

} // namespace data
