#include "data/attribute_filter.hpp"
#include "data/geojson_layer.hpp"
#include "data/json_scanner.hpp"
#include "unit/data/gdal_fixture.hpp"

namespace {

using data::LayerKind;

data::LayerSpec spec(LayerKind kind, const std::string& where = {})
{
    data::LayerSpec out;
    out.id = "test";
    out.source = "t.geojson";
    out.kind = kind;
    out.where = where;
    return out;
}

std::string collection(const std::string& features)
{
    return "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":[" + features + "]}";
}

std::string feature(const std::string& properties, const std::string& geometry)
{
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
}

TEST(GeoJson, ReadsEveryGeometryType)
{
    const auto points =
        data::read_geojson_layer(collection(feature("{}", R"({"type":"Point","coordinates":[80.5,44,900]})") + "," +
                                            feature("null", R"({"coordinates":[[1,2],[3,4]],"type":"MultiPoint"})")),
                                 spec(LayerKind::point), nullptr);
    ASSERT_TRUE(points);
    EXPECT_EQ(points->points, (std::vector<geo::LonLat>{{80.5, 44}, {1, 2}, {3, 4}}));
    EXPECT_EQ(points->features[1].part_count, 2U);
    EXPECT_EQ(points->features[1].id, "test:1");
    const auto lines = data::read_geojson_layer(
        collection(feature("{}", R"({"type":"LineString","coordinates":[[1,2],[3,4]]})") + "," +
                   feature("{}", R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})")),
        spec(LayerKind::line), nullptr);
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->part_ends, (std::vector<std::uint32_t>{2, 4, 6}));
    const std::string ring = "[[0,0],[1,0],[1,1],[0,0]]";
    const auto areas = data::read_geojson_layer(
        collection(feature("{}", "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "," + ring + "]}") + "," +
                   feature("{}", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + ring + "],[" + ring + "]]}")),
        spec(LayerKind::area), nullptr);
    ASSERT_TRUE(areas);
    EXPECT_EQ(areas->features[0].part_count, 2U);
    EXPECT_EQ(areas->features[1].part_count, 2U);
}

TEST(GeoJson, AttributesStandAsInTheFile)
{
    const auto layer = data::read_geojson_layer(
        collection(feature(
            R"({"id":"h","name":"Horgos \"x\" \u970d\u5c14\ud83d\ude82","area":16.580,"big":true,"none":null,"list":[1,{"a":2}]})",
            "null")),
        spec(LayerKind::point), nullptr);
    ASSERT_TRUE(layer);
    const data::Feature& f = layer->features.at(0);
    EXPECT_EQ(f.id, "h");
    EXPECT_EQ(f.attribute("name"), "Horgos \"x\" 霍尔🚂");
    EXPECT_EQ(f.attribute("area"), "16.580");
    EXPECT_EQ(f.attribute("big"), "true");
    EXPECT_EQ(f.attribute("none"), "");
    EXPECT_EQ(f.attribute("list"), R"([1,{"a":2}])");
}

TEST(GeoJson, SkipsWrongFeaturesWithAWarning)
{
    data::LoadReport report;
    const auto layer = data::read_geojson_layer(
        collection(feature(R"({"id":"a"})", R"({"type":"Point","coordinates":[1,2]})") + "," +
                   feature(R"({"id":"b"})", R"({"type":"LineString","coordinates":[[1,2]]})") + "," +
                   feature(R"({"id":"c"})", R"({"type":"LineString","coordinates":[[1,2],[999,2]]})") + "," +
                   feature(R"({"id":"d"})", R"({"type":"LineString","coordinates":[[1,2],[9,2]]})")),
        spec(LayerKind::line), &report);
    ASSERT_TRUE(layer);
    ASSERT_EQ(layer->features.size(), 1U);
    EXPECT_EQ(layer->features[0].id, "d");
    EXPECT_EQ(layer->points.size(), 2U);
    ASSERT_EQ(report.warnings.size(), 3U);
    EXPECT_EQ(report.warnings[0].text(),
              "t.geojson, feature 'a': geometry is a POINT, not a line; the feature is left out");
}

TEST(GeoJson, AnythingUnusualIsLeftToGdal)
{
    const std::string good = collection(feature("{\"a\":1}", R"({"type":"Point","coordinates":[1,2]})"));
    ASSERT_TRUE(data::read_geojson_layer(good, spec(LayerKind::point), nullptr));
    for (std::size_t cut = 0; cut < good.size(); ++cut)
        EXPECT_FALSE(data::read_geojson_layer(good.substr(0, cut), spec(LayerKind::point), nullptr)) << cut;
    for (const std::string& text :
         {std::string("[]"), std::string("{}"), good + "x",
          R"({"type":"Feature","properties":{},"geometry":null})" + std::string(),
          R"({"type":"FeatureCollection","crs":{"type":"name"},"features":[]})" + std::string(),
          collection(feature("{}", R"({"type":"Circle","coordinates":[1,2]})")),
          collection(feature("{}", R"({"type":"Point","coordinates":["1","2"]})")),
          collection(feature("{}", R"({"type":"Point","coordinates":[1]})")),
          collection("{\"a\":" + std::string(500000, '[') + "}")})
        EXPECT_FALSE(data::read_geojson_layer(text, spec(LayerKind::point), nullptr)) << text.substr(0, 80);
    EXPECT_FALSE(data::read_geojson_layer(good, spec(LayerKind::point, "b = 1"), nullptr));
    EXPECT_FALSE(data::read_geojson_layer(good, spec(LayerKind::point, "a = 1 OR a = 2"), nullptr));
}

class SameFilter : public testing::TestWithParam<const char*> {};

// What we filter ourselves must be what GDAL would have kept.
TEST_P(SameFilter, AsGdal)
{
    const std::string text = collection(
        feature(R"({"id":"a","mode":"rail","rank":1,"fast":true})", R"({"type":"Point","coordinates":[1,1]})") + "," +
        feature(R"({"id":"b","mode":"Rail","rank":3,"fast":false})", R"({"type":"Point","coordinates":[2,1]})") + "," +
        feature(R"({"id":"c","mode":"road","rank":null,"fast":false})", R"({"type":"Point","coordinates":[3,1]})") +
        "," +
        feature(R"({"id":"d","mode":null,"rank":2,"fast":true})",
                R"({"type":"LineString","coordinates":[[3,1],[4,1]]})"));
    TempFolder folder;
    folder.write("t.geojson", text);
    std::filesystem::copy_file(folder.path() / "t.geojson", folder.path() / "t.json"); // read by GDAL
    const auto ids = [](const std::optional<data::VectorLayer>& layer) {
        std::string out;
        for (const auto& f : layer ? layer->features : std::vector<data::Feature>{}) out += f.id;
        return out;
    };
    data::LayerSpec asked = spec(LayerKind::point, GetParam());
    const auto ours = data::read_geojson_layer(text, asked, nullptr);
    ASSERT_TRUE(ours);
    asked.source = "t.json";
    const auto gdal = data::load_vector_layer(folder.path(), asked);
    ASSERT_TRUE(gdal) << gdal.error().text();
    EXPECT_EQ(ids(ours), ids(*gdal));
}

INSTANTIATE_TEST_SUITE_P(GeoJson, SameFilter,
                         testing::Values("", "mode = 'rail'", "mode <> 'rail'", "rank < 3",
                                         "rank >= 2 AND mode = 'rail'", "fast = 1", "fast = 0 and mode = 'road'",
                                         "rank != 1", "OGR_GEOMETRY = 'POINT'", "OGR_GEOMETRY='LINESTRING'"));

} // namespace
