#pragma once
#include "base/result.hpp"
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace data {

/// An 8-bit raster on a regular lon/lat grid, rows from north to south, bands interleaved by pixel.
struct Raster {
    std::string id;
    double lon_min = 0, lat_min = 0, lon_max = 0, lat_max = 0;
    int width = 0, height = 0, bands = 0;
    std::vector<std::uint8_t> pixels;
};

/// Any thread. Must be north-up in a geographic CRS with 1-4 Byte bands; anything else is an error that says so.
base::Result<Raster> load_raster(const std::filesystem::path& file, const std::string& id);

/// Writes an 8-bit RGB or RGBA picture, top row first, as PNG (atomically: a temporary file, then rename).
base::Result<void> write_png(const std::filesystem::path& file, int width, int height, int channels,
                             const std::uint8_t* pixels);
/// Reads a PNG (for golden tests and icons): RGBA, top row first, in Raster::pixels.
base::Result<Raster> read_png(const std::filesystem::path& file);

} // namespace data
