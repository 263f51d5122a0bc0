#include "scene/standing.hpp"
#include "geo/simplify.hpp"
#include <algorithm>

namespace scene {
namespace {

/// Even-odd, in lon/lat.
bool holds_point(const data::VectorLayer& layer, const data::Feature& feature, geo::LonLat q)
{
    bool inside = false;
    for (std::uint32_t p = feature.first_part; p < feature.first_part + feature.part_count; ++p) {
        const auto ring = layer.part(p);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            if ((ring[i].lat > q.lat) != (ring[j].lat > q.lat) &&
                q.lon < (ring[j].lon - ring[i].lon) * (q.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lon)
                inside = !inside;
    }
    return inside;
}

std::vector<PointFeature> point_features(const data::VectorLayer& layer, const geo::Projection& projection,
                                         const data::VectorLayer* focus)
{
    std::vector<PointFeature> points;
    for (std::uint32_t f = 0; f < layer.features.size(); ++f) {
        const auto& feature = layer.features[f];
        if (feature.part_count == 0) continue;
        const auto at = layer.part(feature.first_part).front();
        const bool inside = focus && !focus->features.empty() && holds_point(*focus, focus->features.front(), at);
        if (const auto p = projection.forward(at)) points.push_back({*p, at, f, inside});
    }
    return points;
}

/// A name is set along one piece.
const geo::ProjectedLine* longest_of(const std::vector<geo::ProjectedLine>& pieces)
{
    const auto found = std::max_element(pieces.begin(), pieces.end(),
                                        [](const auto& a, const auto& b) { return geo::length(a) < geo::length(b); });
    return found == pieces.end() ? nullptr : &*found;
}

const data::VectorLayer* focus_of(const data::Dataset& dataset)
{
    for (const auto& spec : dataset.atlas->layers) {
        const auto it = dataset.layers.find(spec.id);
        if (spec.style == "focus" && it != dataset.layers.end()) return it->second.get();
    }
    return nullptr;
}

void add_label_lines(const std::string& id, const data::VectorLayer& layer, const geo::Projection& projection,
                     MapGeometry& out)
{
    for (const auto& feature : layer.features)
        for (std::uint32_t p = feature.first_part; p < feature.first_part + feature.part_count; ++p)
            if (const auto pieces = projection.forward_line(layer.part(p)); const auto* longest = longest_of(pieces))
                out.label_lines[id + "/" + feature.id].push_back(*longest);
}

} // namespace

bool stands(const data::LayerSpec& layer) { return layer.kind == data::LayerKind::point || layer.style == "place"; }

void add_standing(const data::Dataset& dataset, const geo::Projection& projection, MapGeometry& out)
{
    out.points.clear();
    out.label_lines.clear();
    out.flag_points.clear();
    for (const auto& layer : dataset.atlas->layers) {
        const auto loaded = dataset.layers.find(layer.id);
        if (!stands(layer) || loaded == dataset.layers.end() || !loaded->second) continue;
        if (layer.kind == data::LayerKind::point)
            out.points[layer.id] = point_features(*loaded->second, projection, focus_of(dataset));
        else
            add_label_lines(layer.id, *loaded->second, projection, out);
    }
    for (const auto& overlay : dataset.atlas->overlays)
        for (const auto& section : overlay.sections)
            if (section.flag)
                if (const auto at = projection.forward(*section.flag))
                    out.flag_points[overlay.id + "/" + section.id] = *at;
    for (const auto& overlay : dataset.atlas->overlays)
        for (const auto& circle : overlay.circles)
            if (circle.at)
                if (const auto at = projection.forward(*circle.at))
                    out.flag_points[overlay.id + "/" + circle.subject] = *at;
}

} // namespace scene
