#pragma once
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/raster.hpp"
#include "data/series.hpp"
#include "data/vector_layer.hpp"
#include <memory>

namespace data {

/// What has been loaded of an atlas so far. A value; its parts are shared and immutable, so a copy is cheap.
/// Parts that are still loading, or failed, are null.
struct Dataset {
    std::shared_ptr<const AtlasFile> atlas;
    std::map<std::string, std::shared_ptr<const VectorLayer>> layers; ///< by LayerSpec::id
    std::map<std::string, std::shared_ptr<const Raster>> reliefs;     ///< by ReliefSpec::id
    std::shared_ptr<const FactTable> facts;
    std::shared_ptr<const SeriesTable> series;
    std::vector<base::Error> problems; ///< shown in the problems panel and on stderr
    int parts_total = 0, parts_done = 0;

    [[nodiscard]] bool complete() const { return atlas && parts_done >= parts_total; }
};

} // namespace data
