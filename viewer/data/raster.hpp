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
    int reduction = 1; ///< pixels of the file, across and down, that one pixel stands for
    /// Row by row from the north, bands beside each other. The one value here that may go: see free_pixels().
    mutable std::vector<std::uint8_t> pixels;
    /// For the only renderer that shows it, once it is on the GPU. Main thread; nothing else reads pixels after
    /// loading.
    void free_pixels() const { pixels = {}; }
};

/// By how much a raster of `height` rows between two latitudes can be reduced (1, 2 or 4) with nothing to be seen of it
/// where a pixel of the screen covers so many metres.
[[nodiscard]] int raster_reduction(double lat_min, double lat_max, int height, double metres_per_px);

/// Any thread. Must be north-up in a geographic CRS with 1-4 Byte bands; anything else is an error that says so.
/// Read as finely as `metres_per_px` needs; 0 = as fine as it is.
base::Result<Raster> load_raster(const std::filesystem::path& file, const std::string& id, double metres_per_px = 0);

/// Writes an 8-bit RGB or RGBA picture, top row first, as PNG (atomically: a temporary file, then rename).
base::Result<void> write_png(const std::filesystem::path& file, int width, int height, int channels,
                             const std::uint8_t* pixels);
/// Packs an 8-bit RGB picture, top row first, as JPEG (quality 1-100), for a page that carries it.
base::Result<std::vector<std::uint8_t>> encode_jpeg(int width, int height, const std::uint8_t* rgb, int quality);
/// Reads a PNG (for golden tests and icons): RGBA, top row first, in Raster::pixels.
base::Result<Raster> read_png(const std::filesystem::path& file);

} // namespace data
