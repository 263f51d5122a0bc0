#pragma once
#include "base/result.hpp"
#include "data/atlas_file.hpp"
#include "geo/types.hpp"
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace data {

struct Feature {
    std::string id; ///< attribute `id`, else "layer:fid"
    std::uint32_t first_part = 0,
                  part_count = 0; ///< parts: rings of areas, polylines of lines, points (1 each); 0 = no geometry
    std::vector<std::pair<std::string, std::string>> attributes;

    /// Attribute as text, "" when absent.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    [[nodiscard]] double number(std::string_view name, double fallback = 0) const;
};

/// A whole layer in memory, flat: points of part p are points[part_ends[p-1] .. part_ends[p]).
struct VectorLayer {
    std::string id;
    LayerKind kind = LayerKind::line;
    std::vector<geo::LonLat> points;
    std::vector<std::uint32_t> part_ends;
    std::vector<Feature> features;

    [[nodiscard]] std::span<const geo::LonLat> part(std::uint32_t index) const;
    [[nodiscard]] const Feature* find(std::string_view feature_id) const;
};

struct LoadReport {
    std::vector<base::Error> warnings; ///< features skipped or repaired, each named
};

/// Reads one layer through GDAL, reprojected to WGS 84 lon/lat. Any thread (opens, reads and closes inside).
/// A missing file, missing layer, or a coordinate system that cannot be transformed is an error; a feature of the
/// wrong geometry type, with NaN or out-of-range coordinates, is skipped with a warning.
base::Result<VectorLayer> load_vector_layer(const std::filesystem::path& folder, const LayerSpec& spec,
                                            LoadReport* report = nullptr);

} // namespace data
