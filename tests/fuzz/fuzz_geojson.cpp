// A layer file: what comes out is consistent and on the earth.
#include "data/vector_layer.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/input_folder.hpp"
#include <cmath>

namespace {

void check(const data::VectorLayer& layer)
{
    const std::size_t least = layer.kind == data::LayerKind::area ? 4 : layer.kind == data::LayerKind::line ? 2 : 1;
    std::uint32_t before = 0;
    for (const std::uint32_t end : layer.part_ends) {
        fuzz::require(end >= before, "parts follow each other");
        before = end;
    }
    fuzz::require(before == layer.points.size(), "the parts hold all points");
    for (const data::Feature& feature : layer.features) {
        fuzz::require(std::size_t{feature.first_part} + feature.part_count <= layer.part_ends.size(),
                      "a feature's parts exist");
        fuzz::require(!feature.id.empty(), "a feature has an id");
        (void)feature.number("scalerank", -1);
        for (std::uint32_t p = 0; p < feature.part_count; ++p)
            fuzz::require(layer.part(feature.first_part + p).size() >= least, "a part has enough points");
    }
    for (const geo::LonLat& point : layer.points)
        fuzz::require(std::abs(point.lon) <= 180 && std::abs(point.lat) <= 90, "a point is on the earth");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFolder folder("geojson");
    folder.write("layer.geojson", fuzz::as_text(data, size));
    const std::pair<data::LayerKind, const char*> ways[] = {
        {data::LayerKind::area, ""}, {data::LayerKind::line, ""}, {data::LayerKind::point, "kind = 'rail'"}};
    for (const auto& [kind, where] : ways) {
        data::LayerSpec spec;
        spec.id = "layer";
        spec.source = "layer.geojson";
        spec.kind = kind;
        spec.where = where;
        data::LoadReport report;
        if (const auto layer = data::load_vector_layer(folder.path(), spec, &report))
            check(*layer);
        else
            fuzz::require(layer.error().text().find("layer.geojson") != std::string::npos, "an error names the file");
    }
    return 0;
}
