#include "data/gdal_session.hpp"
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <mutex>
#include <ogrsf_frmts.h>

namespace data {

namespace {

void CPL_STDCALL keep_first_message(CPLErr level, CPLErrorNum, const char* text)
{
    auto* message = static_cast<std::string*>(CPLGetErrorHandlerUserData());
    if (level >= CE_Failure && message->empty()) *message = text;
}

// GDALAllRegister also loads plug-ins and takes longer than reading the atlas; these are the formats we name.
void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // Each file is read once: blocks need not be kept longer than a row of them takes.
        constexpr GIntBig kCacheBytes = 16 << 20;
        GDALSetCacheMax64(kCacheBytes);
        GDALRegister_GTiff();
        GDALRegister_JPEG(); // decodes a GeoTIFF's JPEG blocks at a half or a quarter of their size
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRFlatGeobuf();
        RegisterOGRShape();
    });
}

} // namespace

GdalSession::GdalSession()
{
    CPLPushErrorHandlerEx(keep_first_message, &message_);
    register_drivers();
}

GdalSession::~GdalSession() { CPLPopErrorHandler(); }

std::string GdalSession::take_message(const std::string& otherwise)
{
    std::string out = message_.empty() ? otherwise : message_;
    message_.clear();
    for (char& c : out)
        if (c == '\n' || c == '\r') c = ' ';
    return out;
}

base::Result<DatasetPtr> open_dataset(GdalSession& session, const std::filesystem::path& file, unsigned flags)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return base::fail("no such file", file.string());
    if (!std::filesystem::is_regular_file(file, ignored)) return base::fail("is not a regular file", file.string());
    // The folder is not listed: nothing beside the file itself (and a shapefile's parts) is looked at.
    const char* const no_siblings[] = {nullptr};
    // Tiles of a raster are decoded on two threads.
    const char* const raster_options[] = {"NUM_THREADS=2", nullptr};
    const bool raster = (flags & GDAL_OF_RASTER) != 0;
    DatasetPtr dataset(
        GDALDataset::Open(file.c_str(), flags | GDAL_OF_READONLY | GDAL_OF_INTERNAL | GDAL_OF_VERBOSE_ERROR, nullptr,
                          raster ? raster_options : nullptr, file.extension() == ".shp" ? nullptr : no_siblings));
    if (!dataset)
        return base::fail("cannot be opened: " + session.take_message("not a known format"), file.string(),
                          "GeoPackage, GeoJSON, FlatGeobuf, Shapefile and GeoTIFF are read");
    return dataset;
}

} // namespace data
