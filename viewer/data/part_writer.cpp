#include "data/part_writer.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace data {

namespace {

constexpr double kSlackDegrees = 1e-6; ///< rounding at the antimeridian and the poles

std::size_t min_points(LayerKind kind) { return kind == LayerKind::area ? 4 : kind == LayerKind::line ? 2 : 1; }

} // namespace

std::string append_part(VectorLayer& layer, std::span<const geo::LonLat> points)
{
    if (points.size() < min_points(layer.kind))
        return fmt::format("geometry has only {} points in a part", points.size());
    for (const geo::LonLat& p : points) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) return "a coordinate is not a number";
        if (std::abs(p.lon) > 180 + kSlackDegrees || std::abs(p.lat) > 90 + kSlackDegrees)
            return fmt::format("coordinate {:.6g} {:.6g} is not a longitude and latitude", p.lon, p.lat);
        layer.points.push_back({std::clamp(p.lon, -180.0, 180.0), std::clamp(p.lat, -90.0, 90.0)});
    }
    layer.part_ends.push_back(static_cast<std::uint32_t>(layer.points.size()));
    return {};
}

std::string wrong_type(std::string_view type, LayerKind wanted)
{
    const char* name = wanted == LayerKind::area ? "an area" : wanted == LayerKind::line ? "a line" : "a point";
    return fmt::format("geometry is a {}, not {}", type, name);
}

} // namespace data
