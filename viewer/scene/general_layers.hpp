#pragma once
#include "data/dataset.hpp"
#include <memory>
#include <vector>

namespace scene {

/// A layer generalised on the sphere, whatever the projection: what a globe is built from for each of its turns.
struct GeneralLayer {
    std::shared_ptr<const data::VectorLayer> of, lines; ///< the source, and the same features with fewer points
    double tolerance_m = 0;
};

/// The generalised layer out of `kept`, where it is added when it is not there yet.
[[nodiscard]] std::shared_ptr<const data::VectorLayer>
generalised(const std::shared_ptr<const data::VectorLayer>& layer, double tolerance_m, std::vector<GeneralLayer>& kept);

} // namespace scene
