#include "data/geometry_reader.hpp"
#include "data/part_writer.hpp"
#include <cmath>
#include <ogr_spatialref.h>

namespace data {

std::string GeometryReader::read(const OGRGeometry* geometry, Feature& feature)
{
    return write_parts(layer_, feature, [&]() -> std::string {
        return geometry == nullptr || geometry->IsEmpty() ? std::string() : append(*geometry);
    });
}

std::string GeometryReader::append(const OGRGeometry& geometry)
{
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbMultiPolygon || type == wkbMultiLineString || type == wkbMultiPoint ||
        type == wkbGeometryCollection) {
        for (const OGRGeometry* member : *geometry.toGeometryCollection()) {
            if (member->IsEmpty()) continue;
            if (std::string wrong = append(*member); !wrong.empty()) return wrong;
        }
        return {};
    }
    if (type == wkbPolygon && layer_.kind == LayerKind::area) {
        for (const OGRLinearRing* ring : *geometry.toPolygon())
            if (std::string wrong = append_curve(*ring); !wrong.empty()) return wrong;
        return {};
    }
    if (type == wkbLineString && layer_.kind == LayerKind::line) return append_curve(*geometry.toLineString());
    if (type == wkbPoint && layer_.kind == LayerKind::point) {
        const OGRRawPoint point(geometry.toPoint()->getX(), geometry.toPoint()->getY());
        return append_points(&point, 1);
    }
    return wrong_type(geometry.getGeometryName(), layer_.kind);
}

std::string GeometryReader::append_curve(const OGRSimpleCurve& curve)
{
    raw_.resize(static_cast<std::size_t>(curve.getNumPoints()));
    if (!raw_.empty()) curve.getPoints(raw_.data());
    return append_points(raw_.data(), raw_.size());
}

std::string GeometryReader::append_points(const OGRRawPoint* first, std::size_t count)
{
    points_.resize(count);
    for (std::size_t i = 0; i < count; ++i) points_[i] = {first[i].x, first[i].y};
    if (transform_ != nullptr) {
        x_.resize(count);
        y_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (!std::isfinite(first[i].x) || !std::isfinite(first[i].y)) return "a coordinate is not a number";
            x_[i] = first[i].x;
            y_[i] = first[i].y;
        }
        if (!transform_->Transform(static_cast<int>(count), x_.data(), y_.data()))
            return "a coordinate cannot be transformed to longitude and latitude";
        for (std::size_t i = 0; i < count; ++i) points_[i] = {x_[i], y_[i]};
    }
    return append_part(layer_, points_);
}

} // namespace data
