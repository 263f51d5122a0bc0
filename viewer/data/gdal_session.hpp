#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <gdal_priv.h>
#include <memory>
#include <string>

namespace data {

/// GDAL for the time of one job: registers the few drivers an atlas needs (once a process) and keeps this thread's
/// GDAL messages off stderr, so that the first of them can be put into an error.
class GdalSession {
public:
    GdalSession();
    ~GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// The first failure GDAL reported since the last call, or `otherwise`.
    std::string take_message(const std::string& otherwise);

private:
    std::string message_;
};

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;

/// Opens a file read-only for `flags` (GDAL_OF_VECTOR or GDAL_OF_RASTER). Only regular files on disk are opened.
base::Result<DatasetPtr> open_dataset(GdalSession& session, const std::filesystem::path& file, unsigned flags);

} // namespace data
