#include "data/geojson_layer.hpp"
#include "data/attribute_filter.hpp"
#include "data/json_scanner.hpp"
#include "data/part_writer.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace data {

namespace {

struct GeometryType {
    std::string_view name, upper;
    LayerKind kind = LayerKind::point;
    int nesting = 1; ///< levels of brackets around the positions' list of one part: 0 = a bare position
};
constexpr std::array<GeometryType, 6> kTypes{{{"Point", "POINT", LayerKind::point, 0},
                                              {"MultiPoint", "MULTIPOINT", LayerKind::point, 1},
                                              {"LineString", "LINESTRING", LayerKind::line, 1},
                                              {"MultiLineString", "MULTILINESTRING", LayerKind::line, 2},
                                              {"Polygon", "POLYGON", LayerKind::area, 2},
                                              {"MultiPolygon", "MULTIPOLYGON", LayerKind::area, 3}}};

class GeoJsonReader {
public:
    GeoJsonReader(std::string_view text, const LayerSpec& spec, AttributeFilter filter, LoadReport* report)
        : json_(text), spec_(spec), filter_(std::move(filter)), report_(report)
    {
        layer_.id = spec.id;
        layer_.kind = spec.kind;
    }

    std::optional<VectorLayer> read()
    {
        std::string key;
        bool first = true, collection = false;
        while (json_.next_member(key, first)) {
            if (key == "type") {
                collection = json_.text() == "FeatureCollection";
            } else if (key == "features") {
                bool first_feature = true;
                while (json_.next_element(first_feature)) read_feature();
            } else if (key == "crs") {
                return std::nullopt;
            } else {
                json_.raw_value();
            }
        }
        if (json_.failed() || unusual_ || !collection || !json_.at_end()) return std::nullopt;
        for (const std::string_view field : filter_.fields())
            if (!fields_seen_.contains(field)) return std::nullopt;
        if (report_ != nullptr) report_->warnings.insert(report_->warnings.end(), warnings_.begin(), warnings_.end());
        return std::move(layer_);
    }

private:
    void read_feature()
    {
        Feature feature;
        std::string_view geometry;
        std::string key, own_id;
        bool first = true;
        while (json_.next_member(key, first)) {
            if (key == "properties")
                read_properties(feature);
            else if (key == "geometry")
                geometry = json_.raw_value();
            else if (key == "id")
                own_id = scalar(json_.raw_value());
            else
                json_.raw_value();
        }
        if (json_.failed()) return;
        if (feature.id.empty()) feature.id = own_id.empty() ? fmt::format("{}:{}", spec_.id, index_) : own_id;
        ++index_;
        place_feature(std::move(feature), geometry);
    }

    void place_feature(Feature feature, std::string_view geometry)
    {
        std::string_view coordinates;
        const GeometryType* type = nullptr;
        if (geometry != "null" && !geometry.empty()) {
            JsonScanner scanner(geometry);
            std::string key;
            bool first = true;
            while (scanner.next_member(key, first)) {
                if (key == "type")
                    type = type_named(scanner.text());
                else if (key == "coordinates")
                    coordinates = scanner.raw_value();
                else
                    scanner.raw_value();
            }
            unusual_ = unusual_ || scanner.failed() || type == nullptr || coordinates.empty();
            if (unusual_) return;
        }
        if (!filter_.matches(feature, type == nullptr ? std::string_view() : type->upper)) return;
        const std::string wrong = write_parts(layer_, feature, [&]() -> std::string {
            if (type == nullptr) return {};
            if (type->kind != layer_.kind) return wrong_type(type->upper, layer_.kind);
            JsonScanner scanner(coordinates);
            return append(scanner, type->nesting);
        });
        if (wrong.empty())
            layer_.features.push_back(std::move(feature));
        else
            warnings_.push_back({fmt::format("{}; the feature is left out", wrong),
                                 fmt::format("{}, feature '{}'", spec_.source, feature.id),
                                 {}});
    }

    std::string append(JsonScanner& scanner, int nesting)
    {
        bool first = true;
        if (nesting > 1 || (nesting == 1 && layer_.kind == LayerKind::point)) {
            while (scanner.next_element(first))
                if (std::string wrong = append(scanner, nesting - 1); !wrong.empty()) return wrong;
            unusual_ = unusual_ || scanner.failed();
            return {};
        }
        points_.clear();
        if (nesting == 0)
            points_.push_back(position(scanner));
        else
            while (scanner.next_element(first)) points_.push_back(position(scanner));
        unusual_ = unusual_ || scanner.failed();
        return unusual_ || (points_.empty() && nesting == 1) ? std::string() : append_part(layer_, points_);
    }

    geo::LonLat position(JsonScanner& scanner)
    {
        geo::LonLat out;
        int count = 0;
        bool first = true;
        while (scanner.next_element(first)) {
            const double value = scanner.number();
            if (count == 0) out.lon = value;
            if (count == 1) out.lat = value;
            ++count;
        }
        unusual_ = unusual_ || count < 2;
        return out;
    }

    void read_properties(Feature& feature)
    {
        if (json_.peek() == 'n') {
            json_.raw_value();
            return;
        }
        std::string key;
        bool first = true;
        while (json_.next_member(key, first)) {
            fields_seen_.insert(key);
            const std::string_view raw = json_.peek() == '"' ? std::string_view() : json_.raw_value();
            if (raw == "null") continue;
            std::string value = raw.empty() ? json_.text() : std::string(raw);
            if (key == "id") feature.id = value;
            feature.attributes.emplace_back(key, std::move(value));
        }
    }

    static std::string scalar(std::string_view raw)
    {
        if (raw == "null") return {};
        JsonScanner scanner(raw);
        return raw.starts_with('"') ? scanner.text() : std::string(raw);
    }

    static const GeometryType* type_named(const std::string& name)
    {
        const auto it =
            std::find_if(kTypes.begin(), kTypes.end(), [&](const GeometryType& t) { return t.name == name; });
        return it == kTypes.end() ? nullptr : &*it;
    }

    JsonScanner json_;
    const LayerSpec& spec_;
    AttributeFilter filter_;
    LoadReport* report_;
    VectorLayer layer_;
    std::vector<base::Error> warnings_;
    std::set<std::string, std::less<>> fields_seen_;
    std::vector<geo::LonLat> points_;
    std::size_t index_ = 0;
    bool unusual_ = false;
};

} // namespace

std::optional<VectorLayer> read_geojson_layer(std::string_view text, const LayerSpec& spec, LoadReport* report)
{
    auto filter = AttributeFilter::parse(spec.where);
    if (!filter) return std::nullopt;
    return GeoJsonReader(text, spec, std::move(*filter), report).read();
}

} // namespace data
