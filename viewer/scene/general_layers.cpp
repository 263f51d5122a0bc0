#include "scene/general_layers.hpp"
#include "geo/simplify.hpp"
#include <algorithm>

namespace scene {

std::shared_ptr<const data::VectorLayer> generalised(const std::shared_ptr<const data::VectorLayer>& layer,
                                                     double tolerance_m, std::vector<GeneralLayer>& kept)
{
    if (tolerance_m <= 0) return layer;
    const auto found = std::find_if(
        kept.begin(), kept.end(), [&](const GeneralLayer& g) { return g.of == layer && g.tolerance_m == tolerance_m; });
    if (found != kept.end()) return found->lines;
    auto lines = std::make_shared<data::VectorLayer>();
    lines->id = layer->id;
    lines->kind = layer->kind;
    lines->features = layer->features;
    for (std::uint32_t p = 0; p < layer->part_ends.size(); ++p) {
        const auto fewer = geo::simplify(layer->part(p), tolerance_m);
        lines->points.insert(lines->points.end(), fewer.begin(), fewer.end());
        lines->part_ends.push_back(static_cast<std::uint32_t>(lines->points.size()));
    }
    kept.push_back({layer, lines, tolerance_m});
    return lines;
}

} // namespace scene
