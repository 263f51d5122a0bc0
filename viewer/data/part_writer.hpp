#pragma once
#include "data/vector_layer.hpp"
#include <span>
#include <string>

namespace data {

/// Appends one ring, line or point to a layer. Returns what is wrong with it ("" when nothing is).
std::string append_part(VectorLayer& layer, std::span<const geo::LonLat> points);

/// "geometry is a POINT, not a line"
[[nodiscard]] std::string wrong_type(std::string_view type, LayerKind wanted);

/// Runs `append`, which adds the parts of one geometry and returns what is wrong, and sets the feature's parts.
/// When something is wrong the layer is left as it was.
template <class Append> std::string write_parts(VectorLayer& layer, Feature& feature, const Append& append)
{
    const std::size_t points_before = layer.points.size();
    const std::size_t parts_before = layer.part_ends.size();
    std::string wrong = append();
    if (wrong.empty() && layer.points.size() > std::size_t{0xFFFFFFFF}) wrong = "the layer has too many points";
    if (!wrong.empty()) {
        layer.points.resize(points_before);
        layer.part_ends.resize(parts_before);
    }
    feature.first_part = static_cast<std::uint32_t>(parts_before);
    feature.part_count = static_cast<std::uint32_t>(layer.part_ends.size() - parts_before);
    return wrong;
}

} // namespace data
