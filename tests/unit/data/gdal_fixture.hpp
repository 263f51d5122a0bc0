#pragma once
#include "unit/data/temp_folder.hpp"
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <limits>
#include <ogrsf_frmts.h>
#include <string>
#include <vector>

/// Writes small GeoPackages, GeoTIFFs and the like for the readers to read.
struct WktFeature {
    std::string wkt;
    std::string id;
};

inline void write_vector(const std::filesystem::path& file, const char* driver, const char* layer_name, int epsg,
                         const std::vector<WktFeature>& features)
{
    GDALAllRegister();
    const bool add = std::filesystem::exists(file);
    GDALDataset* dataset =
        add ? GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)
            : GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    ASSERT_NE(dataset, nullptr);
    OGRSpatialReference crs;
    if (epsg != 0) crs.importFromEPSG(epsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset->CreateLayer(layer_name, epsg == 0 ? nullptr : &crs, wkbUnknown, nullptr);
    ASSERT_NE(layer, nullptr);
    OGRFieldDefn id("id", OFTString);
    OGRFieldDefn rank("rank", OFTInteger);
    ASSERT_EQ(layer->CreateField(&id), OGRERR_NONE);
    ASSERT_EQ(layer->CreateField(&rank), OGRERR_NONE);
    int number = 0;
    for (const WktFeature& source : features) {
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        if (!source.id.empty()) feature->SetField("id", source.id.c_str());
        feature->SetField("rank", ++number);
        OGRGeometry* geometry = nullptr;
        if (source.wkt == "not a number") { // WKT cannot say it
            auto* line = new OGRLineString();
            line->addPoint(0, 0);
            line->addPoint(std::numeric_limits<double>::quiet_NaN(), 1);
            geometry = line;
        } else if (!source.wkt.empty()) {
            OGRGeometryFactory::createFromWkt(source.wkt.c_str(), nullptr, &geometry);
            ASSERT_NE(geometry, nullptr) << source.wkt;
        }
        feature->SetGeometryDirectly(geometry);
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
    GDALClose(dataset);
}

struct TiffPlan {
    int width = 4, height = 2, bands = 2, epsg = 4326;
    GDALDataType type = GDT_Byte;
    double grid[6] = {60, 0.5, 0, 50, 0, -0.5};
};

inline void write_tiff(const std::filesystem::path& file, const TiffPlan& plan)
{
    GDALAllRegister();
    GDALDataset* dataset = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        file.c_str(), plan.width, plan.height, plan.bands, plan.type, nullptr);
    ASSERT_NE(dataset, nullptr);
    double grid[6];
    std::copy(plan.grid, plan.grid + 6, grid);
    ASSERT_EQ(dataset->SetGeoTransform(grid), CE_None);
    OGRSpatialReference crs;
    if (plan.epsg != 0) {
        crs.importFromEPSG(plan.epsg);
        ASSERT_EQ(dataset->SetSpatialRef(&crs), CE_None);
    }
    for (int band = 1; band <= plan.bands; ++band) {
        std::vector<int> values;
        for (int i = 0; i < plan.width * plan.height; ++i) values.push_back(100 * (band - 1) + i);
        ASSERT_EQ(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, plan.width, plan.height, values.data(),
                                                         plan.width, plan.height, GDT_Int32, 0, 0, nullptr),
                  CE_None);
    }
    GDALClose(dataset);
}
