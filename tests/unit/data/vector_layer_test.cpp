#include "data/vector_layer.hpp"
#include "unit/data/gdal_fixture.hpp"
#include <thread>

namespace {

using data::LayerKind;

data::LayerSpec spec(const std::string& source, LayerKind kind, const std::string& layer = {},
                     const std::string& where = {})
{
    data::LayerSpec out;
    out.id = "test";
    out.source = source;
    out.layer = layer;
    out.kind = kind;
    out.where = where;
    return out;
}

TEST(VectorLayer, ReadsPartsRingsAndAttributes)
{
    TempFolder folder;
    write_vector(folder.path() / "a.gpkg", "GPKG", "areas", 4326,
                 {{"MULTIPOLYGON(((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)),((10 10,11 10,11 11,10 10)))", "one"},
                  {"POLYGON((20 20,21 20,21 21,20 20))", ""}});
    data::LoadReport report;
    const auto layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::area, "areas"), &report);
    ASSERT_TRUE(layer) << layer.error().text();
    EXPECT_TRUE(report.warnings.empty());
    ASSERT_EQ(layer->features.size(), 2U);
    EXPECT_EQ(layer->features[0].id, "one");
    EXPECT_EQ(layer->features[0].part_count, 3U);
    EXPECT_EQ(layer->features[1].id, "test:2");
    EXPECT_EQ(layer->features[1].first_part, 3U);
    EXPECT_EQ(layer->part(1)[1], (geo::LonLat{2, 1}));
    EXPECT_EQ(layer->part(3)[0], (geo::LonLat{20, 20}));
    EXPECT_EQ(layer->part_ends.back(), layer->points.size());
    EXPECT_EQ(layer->find("one")->attribute("rank"), "1");
    EXPECT_EQ(layer->find("one")->number("rank"), 1);
    EXPECT_EQ(layer->find("one")->number("nothing", 7), 7);
    EXPECT_EQ(layer->find("two"), nullptr);
}

TEST(VectorLayer, FilterKeepsWhatItSays)
{
    TempFolder folder;
    write_vector(folder.path() / "a.gpkg", "GPKG", "p", 4326, {{"POINT(1 2)", "a"}, {"POINT(3 4)", "b"}});
    const auto layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::point, "", "id = 'b'"));
    ASSERT_TRUE(layer);
    ASSERT_EQ(layer->features.size(), 1U);
    EXPECT_EQ(layer->features[0].id, "b");
    const auto bad = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::point, "", "no such thing ("));
    ASSERT_FALSE(bad);
    EXPECT_NE(bad.error().text().find("filter"), std::string::npos) << bad.error().text();
}

TEST(VectorLayer, ReprojectsToLongitudeAndLatitude)
{
    TempFolder folder;
    write_vector(folder.path() / "m.gpkg", "GPKG", "p", 3857, {{"POINT(8905559.263461886 5465442.183322753)", "x"}});
    const auto layer = data::load_vector_layer(folder.path(), spec("m.gpkg", LayerKind::point));
    ASSERT_TRUE(layer) << layer.error().text();
    EXPECT_NEAR(layer->points[0].lon, 80, 1e-9);
    EXPECT_NEAR(layer->points[0].lat, 44, 1e-9);
}

TEST(VectorLayer, ReadsGeoJsonWithNullGeometryAndYesNo)
{
    TempFolder folder;
    folder.write("p.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"a","in_region":true,"opened":null,"area_km2":16.58},"geometry":{"type":"Point","coordinates":[80.41,44.21]}},
{"type":"Feature","properties":{"id":"b","in_region":false,"name":"霍尔果斯"},"geometry":null}]})");
    data::LoadReport report;
    const auto layer = data::load_vector_layer(folder.path(), spec("p.geojson", LayerKind::point), &report);
    ASSERT_TRUE(layer) << layer.error().text();
    EXPECT_TRUE(report.warnings.empty());
    ASSERT_EQ(layer->features.size(), 2U);
    EXPECT_EQ(layer->features[0].attribute("in_region"), "true");
    EXPECT_EQ(layer->features[0].number("in_region"), 1);
    EXPECT_EQ(layer->features[0].attribute("opened"), "");
    EXPECT_EQ(layer->features[0].attribute("area_km2"), "16.58");
    EXPECT_EQ(layer->features[1].part_count, 0U);
    EXPECT_EQ(layer->features[1].attribute("name"), "霍尔果斯");
    EXPECT_EQ(layer->points[0], (geo::LonLat{80.41, 44.21}));
}

TEST(VectorLayer, ReadsFlatGeobufAndShapefile)
{
    for (const auto& [driver, name] : {std::pair{"FlatGeobuf", "l.fgb"}, {"ESRI Shapefile", "l.shp"}}) {
        TempFolder folder;
        write_vector(folder.path() / name, driver, "l", 4326, {{"LINESTRING(1 2,3 4)", "a"}});
        const auto layer = data::load_vector_layer(folder.path(), spec(name, LayerKind::line));
        ASSERT_TRUE(layer) << layer.error().text();
        EXPECT_EQ(layer->points.size(), 2U);
        EXPECT_EQ(layer->features[0].id, "a");
    }
}

TEST(VectorLayer, SkipsWrongFeaturesAndNamesThem)
{
    TempFolder folder;
    write_vector(folder.path() / "a.gpkg", "GPKG", "l", 4326,
                 {{"LINESTRING(0 0,1 1)", "good"},
                  {"POINT(1 1)", "type"},
                  {"LINESTRING(0 0,200 1)", "range"},
                  {"not a number", "nan"},
                  {"LINESTRING EMPTY", "empty"},
                  {"LINESTRING(5 5,6 6)", "last"}});
    data::LoadReport report;
    const auto layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::line), &report);
    ASSERT_TRUE(layer) << layer.error().text();
    ASSERT_EQ(layer->features.size(), 3U);
    EXPECT_EQ(layer->features[1].part_count, 0U);
    EXPECT_EQ(layer->features[2].first_part, 1U);
    EXPECT_EQ(layer->points.size(), 4U);
    ASSERT_EQ(report.warnings.size(), 3U);
    EXPECT_EQ(report.warnings[0].text(),
              "a.gpkg, feature 'type': geometry is a POINT, not a line; the feature is left out");
    EXPECT_NE(report.warnings[1].what.find("200 1"), std::string::npos);
    EXPECT_NE(report.warnings[2].what.find("not a number"), std::string::npos);
}

TEST(VectorLayer, MissingFilesAndLayersAreNamed)
{
    TempFolder folder;
    auto layer = data::load_vector_layer(folder.path(), spec("none.gpkg", LayerKind::line));
    ASSERT_FALSE(layer);
    EXPECT_EQ(layer.error().what, "no such file");
    write_vector(folder.path() / "a.gpkg", "GPKG", "rivers", 4326, {{"LINESTRING(0 0,1 1)", ""}});
    write_vector(folder.path() / "a.gpkg", "GPKG", "lakes", 4326, {{"POLYGON((0 0,1 1,1 0,0 0))", ""}});
    layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::line, "roads"));
    ASSERT_FALSE(layer);
    EXPECT_EQ(layer.error().text(), "a.gpkg: has no layer 'roads' (layers: rivers, lakes)");
    layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::line));
    ASSERT_FALSE(layer);
    EXPECT_EQ(layer.error().what, "has 2 layers");
    EXPECT_FALSE(data::load_vector_layer(folder.path(), spec("", LayerKind::line)));
}

TEST(VectorLayer, CutOrForeignFilesAreErrors)
{
    TempFolder folder;
    write_vector(folder.path() / "a.gpkg", "GPKG", "l", 4326, {{"LINESTRING(0 0,1 1)", ""}});
    const auto size = std::filesystem::file_size(folder.path() / "a.gpkg");
    for (const auto keep : {std::uintmax_t{0}, std::uintmax_t{90}, size / 8, size / 2}) {
        std::filesystem::copy_file(folder.path() / "a.gpkg", folder.path() / "cut.gpkg",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder.path() / "cut.gpkg", keep);
        testing::internal::CaptureStderr();
        const auto layer = data::load_vector_layer(folder.path(), spec("cut.gpkg", LayerKind::line));
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << keep;
        EXPECT_FALSE(layer) << keep;
    }
    folder.write("b.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{]");
    EXPECT_FALSE(data::load_vector_layer(folder.path(), spec("b.geojson", LayerKind::line)));
    folder.write("c.gpkg", "not a database");
    EXPECT_FALSE(data::load_vector_layer(folder.path(), spec("c.gpkg", LayerKind::line)));
}

TEST(VectorLayer, ACoordinateSystemWithoutPlaceIsAnError)
{
    TempFolder folder;
    GDALAllRegister();
    GDALDataset* dataset = GetGDALDriverManager()
                               ->GetDriverByName("FlatGeobuf")
                               ->Create((folder.path() / "l.fgb").c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    OGRSpatialReference crs;
    crs.SetFromUserInput("LOCAL_CS[\"site grid\",UNIT[\"metre\",1]]");
    OGRLayer* layer = dataset->CreateLayer("l", &crs, wkbPoint, nullptr);
    OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    OGRPoint point(1, 2);
    feature->SetGeometry(&point);
    ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    GDALClose(dataset);
    const auto read = data::load_vector_layer(folder.path(), spec("l.fgb", LayerKind::point));
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().what.find("cannot be transformed"), std::string::npos) << read.error().text();
}

TEST(VectorLayer, NoCoordinateSystemIsReadAsDegreesWithAWarning)
{
    TempFolder folder;
    write_vector(folder.path() / "l.fgb", "FlatGeobuf", "l", 0, {{"POINT(80 44)", "a"}});
    data::LoadReport report;
    const auto layer = data::load_vector_layer(folder.path(), spec("l.fgb", LayerKind::point), &report);
    ASSERT_TRUE(layer);
    ASSERT_EQ(report.warnings.size(), 1U);
    EXPECT_NE(report.warnings[0].what.find("no coordinate system"), std::string::npos);
}

TEST(VectorLayer, ManyThreadsReadAtOnce)
{
    TempFolder folder;
    write_vector(folder.path() / "a.gpkg", "GPKG", "p", 3857, {{"POINT(1000 2000)", "a"}, {"POINT(3 4)", "b"}});
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 5; ++n)
                    if (const auto layer = data::load_vector_layer(folder.path(), spec("a.gpkg", LayerKind::point));
                        layer && layer->points.size() == 2)
                        ++good;
            });
    }
    EXPECT_EQ(good, 20);
}

} // namespace
