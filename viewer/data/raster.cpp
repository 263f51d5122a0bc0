#include "data/raster.hpp"
#include "data/gdal_session.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <ogr_spatialref.h>

namespace data {

namespace {

constexpr int kMaxBands = 4;
constexpr std::int64_t kMaxBytes = std::int64_t{1} << 30;

base::Result<void> check_bands(GDALDataset& dataset, const std::string& place)
{
    const int bands = dataset.GetRasterCount();
    if (bands < 1 || bands > kMaxBands) return base::fail(fmt::format("has {} bands", bands), place, "1 to 4 are read");
    for (int band = 1; band <= bands; ++band) {
        const GDALDataType type = dataset.GetRasterBand(band)->GetRasterDataType();
        if (type != GDT_Byte)
            return base::fail(fmt::format("band {} is {}, not Byte", band, GDALGetDataTypeName(type)), place,
                              "convert it with gdal_translate -ot Byte");
    }
    const std::int64_t bytes = std::int64_t{dataset.GetRasterXSize()} * dataset.GetRasterYSize() * bands;
    if (bytes > kMaxBytes)
        return base::fail(fmt::format("needs {} MB of memory; at most {} MB are read", bytes >> 20, kMaxBytes >> 20),
                          place, "make it coarser");
    return {};
}

base::Result<void> read_extent(GDALDataset& dataset, const std::string& place, Raster& out)
{
    std::array<double, 6> grid{};
    if (dataset.GetGeoTransform(grid.data()) != CE_None)
        return base::fail("has no position on the Earth", place, "give it a geotransform in degrees");
    if (grid[2] != 0 || grid[4] != 0 || grid[1] <= 0 || grid[5] >= 0)
        return base::fail("is not north-up", place, "warp it with gdalwarp -t_srs EPSG:4326");
    const OGRSpatialReference* crs = dataset.GetSpatialRef();
    if (crs == nullptr || !crs->IsGeographic())
        return base::fail("is not in longitude and latitude", place, "warp it with gdalwarp -t_srs EPSG:4326");
    out.lon_min = grid[0];
    out.lat_max = grid[3];
    out.lon_max = grid[0] + grid[1] * dataset.GetRasterXSize();
    out.lat_min = grid[3] + grid[5] * dataset.GetRasterYSize();
    constexpr double kSlack = 1e-6;
    if (out.lat_min < -90 - kSlack || out.lat_max > 90 + kSlack || out.lon_min < -360 || out.lon_max > 540 ||
        out.lon_max - out.lon_min > 360 + kSlack)
        return base::fail(fmt::format("reaches from {} {} to {} {}, which is not on the Earth", out.lon_min,
                                      out.lat_min, out.lon_max, out.lat_max),
                          place);
    return {};
}

} // namespace

int raster_reduction(double lat_min, double lat_max, int height, double metres_per_px)
{
    constexpr double kMetresPerDegree = 111'195;
    if (height <= 0 || !(metres_per_px > 0)) return 1;
    // Down a meridian; along a parallel of the middle latitudes pixels are narrower.
    const double pixel_m = (lat_max - lat_min) / height * kMetresPerDegree;
    return metres_per_px >= 2 * pixel_m ? 4 : metres_per_px >= pixel_m ? 2 : 1;
}

base::Result<Raster> load_raster(const std::filesystem::path& file, const std::string& id, double metres_per_px)
{
    GdalSession session;
    const std::string place = file.filename().string();
    auto dataset = open_dataset(session, file, GDAL_OF_RASTER);
    if (!dataset) return tl::unexpected(dataset.error());
    Raster out;
    out.id = id;
    if (auto ok = check_bands(**dataset, place); !ok) return tl::unexpected(ok.error());
    if (auto ok = read_extent(**dataset, place, out); !ok) return tl::unexpected(ok.error());
    const int width = (*dataset)->GetRasterXSize(), height = (*dataset)->GetRasterYSize();
    out.reduction = raster_reduction(out.lat_min, out.lat_max, height, metres_per_px);
    out.width = std::max(1, width / out.reduction);
    out.height = std::max(1, height / out.reduction);
    out.bands = (*dataset)->GetRasterCount();
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) *
                      static_cast<std::size_t>(out.bands));
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    if (out.reduction > 1) how.eResampleAlg = GRIORA_Average;
    const CPLErr read =
        (*dataset)->RasterIO(GF_Read, 0, 0, width, height, out.pixels.data(), out.width, out.height, GDT_Byte,
                             out.bands, nullptr, out.bands, static_cast<GSpacing>(out.width) * out.bands, 1, &how);
    if (read != CE_None)
        return base::fail("cannot be read: " + session.take_message("pixels are missing"), place,
                          "the file is damaged; copy it again");
    return out;
}

} // namespace data
