#include "data/vector_layer.hpp"
#include "data/gdal_session.hpp"
#include "data/geojson_layer.hpp"
#include "data/geometry_reader.hpp"
#include "data/text_file.hpp"
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace data {

namespace {

struct DestroyTransform {
    void operator()(OGRCoordinateTransformation* transform) const { OGRCoordinateTransformation::DestroyCT(transform); }
};
using TransformPtr = std::unique_ptr<OGRCoordinateTransformation, DestroyTransform>;

// Comparing the authority code spares PROJ's database for the usual case.
bool is_wgs84_lonlat(const OGRSpatialReference& crs)
{
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    if (authority == nullptr || code == nullptr) return false;
    return (EQUAL(authority, "EPSG") && EQUAL(code, "4326")) || (EQUAL(authority, "OGC") && EQUAL(code, "CRS84"));
}

base::Result<TransformPtr> transform_to_lonlat(GdalSession& session, OGRLayer& layer, const std::string& place,
                                               LoadReport* report)
{
    OGRSpatialReference* crs = layer.GetSpatialRef();
    if (crs == nullptr || crs->IsEmpty()) {
        if (report != nullptr)
            report->warnings.push_back({"has no coordinate system; read as WGS 84 longitude and latitude", place, {}});
        return TransformPtr();
    }
    if (is_wgs84_lonlat(*crs)) return TransformPtr();
    const char* name = crs->GetName();
    const auto cannot = [&] {
        return base::fail(fmt::format("coordinate system '{}' cannot be transformed to longitude and latitude: {}",
                                      name == nullptr ? "unnamed" : name, session.take_message("no transformation")),
                          place, "save the layer in EPSG:4326");
    };
    if (!crs->IsGeographic() && !crs->IsProjected() && !crs->IsCompound()) return cannot();
    OGRSpatialReference lonlat;
    if (lonlat.importFromEPSG(4326) != OGRERR_NONE) return cannot();
    lonlat.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference source(*crs);
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    TransformPtr transform(OGRCreateCoordinateTransformation(&source, &lonlat));
    if (!transform) return cannot();
    return transform;
}

// Names and indices of the fields worth keeping, looked up once a layer.
struct Field {
    int index = 0;
    std::string name;
    bool yes_no = false;
};

std::vector<Field> layer_fields(OGRLayer& layer)
{
    std::vector<Field> fields;
    OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const OGRFieldDefn* field = definition->GetFieldDefn(i);
        fields.push_back({i, field->GetNameRef(), field->GetSubType() == OFSTBoolean});
    }
    return fields;
}

void read_attributes(OGRFeature& source, const std::vector<Field>& fields, Feature& feature)
{
    for (const Field& field : fields) {
        if (!source.IsFieldSetAndNotNull(field.index)) continue;
        std::string value = field.yes_no ? (source.GetFieldAsInteger(field.index) != 0 ? "true" : "false")
                                         : source.GetFieldAsString(field.index);
        if (field.name == "id") feature.id = value;
        feature.attributes.emplace_back(field.name, std::move(value));
    }
}

base::Result<OGRLayer*> find_layer(GDALDataset& dataset, const LayerSpec& spec)
{
    if (spec.layer.empty() && dataset.GetLayerCount() == 1) return dataset.GetLayer(0);
    if (!spec.layer.empty())
        if (OGRLayer* layer = dataset.GetLayerByName(spec.layer.c_str()); layer != nullptr) return layer;
    std::string names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        names += (i == 0 ? "" : ", ") + std::string(dataset.GetLayer(i)->GetName());
    if (spec.layer.empty())
        return base::fail(fmt::format("has {} layers", dataset.GetLayerCount()), spec.source, "name one of: " + names);
    return base::fail(fmt::format("has no layer '{}'", spec.layer), spec.source, "layers: " + names);
}

std::string layer_place(const LayerSpec& spec)
{
    return spec.layer.empty() ? spec.source : fmt::format("{}, layer '{}'", spec.source, spec.layer);
}

} // namespace

base::Result<VectorLayer> load_vector_layer(const std::filesystem::path& folder, const LayerSpec& spec,
                                            LoadReport* report)
{
    if ((folder / spec.source).extension() == ".geojson")
        if (const auto text = read_text_file(folder / spec.source))
            if (auto plain = read_geojson_layer(*text, spec, report)) return std::move(*plain);
    GdalSession session;
    const std::string place = layer_place(spec);
    auto dataset = open_dataset(session, folder / spec.source, GDAL_OF_VECTOR);
    if (!dataset) return tl::unexpected(dataset.error());
    auto layer = find_layer(**dataset, spec);
    if (!layer) return tl::unexpected(layer.error());
    if (!spec.where.empty() && (*layer)->SetAttributeFilter(spec.where.c_str()) != OGRERR_NONE)
        return base::fail(fmt::format("filter '{}' does not work: {}", spec.where, session.take_message("refused")),
                          place);
    auto transform = transform_to_lonlat(session, **layer, place, report);
    if (!transform) return tl::unexpected(transform.error());

    VectorLayer out;
    out.id = spec.id;
    out.kind = spec.kind;
    GeometryReader geometry(out, transform->get());
    const std::vector<Field> fields = layer_fields(**layer);
    session.take_message({});
    while (OGRFeatureUniquePtr source{(*layer)->GetNextFeature()}) {
        Feature feature;
        feature.attributes.reserve(fields.size());
        read_attributes(*source, fields, feature);
        if (feature.id.empty()) feature.id = fmt::format("{}:{}", spec.id, source->GetFID());
        if (const std::string wrong = geometry.read(source->GetGeometryRef(), feature); wrong.empty())
            out.features.push_back(std::move(feature));
        else if (report != nullptr)
            report->warnings.push_back({fmt::format("{}; the feature is left out", wrong),
                                        fmt::format("{}, feature '{}'", place, feature.id),
                                        {}});
    }
    if (const std::string broken = session.take_message({}); !broken.empty())
        return base::fail("cannot be read to its end: " + broken, place,
                          spec.where.empty() ? "the file is damaged; copy it again"
                                             : fmt::format("check the filter \"{}\"", spec.where));
    return out;
}

std::string_view Feature::attribute(std::string_view name) const
{
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return {};
}

double Feature::number(std::string_view name, double fallback) const
{
    const std::string_view text = attribute(name);
    if (text == "true") return 1;
    if (text == "false") return 0;
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? value : fallback;
}

std::span<const geo::LonLat> VectorLayer::part(std::uint32_t index) const
{
    const std::uint32_t begin = index == 0 ? 0 : part_ends[index - 1];
    return std::span(points).subspan(begin, part_ends[index] - begin);
}

const Feature* VectorLayer::find(std::string_view feature_id) const
{
    const auto it =
        std::find_if(features.begin(), features.end(), [&](const Feature& f) { return f.id == feature_id; });
    return it == features.end() ? nullptr : &*it;
}

} // namespace data
