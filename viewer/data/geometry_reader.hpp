#pragma once
#include "data/vector_layer.hpp"
#include <ogr_geometry.h>
#include <string>
#include <vector>

class OGRCoordinateTransformation;

namespace data {

/// Appends OGR geometries to a flat layer, transformed to lon/lat. Points are copied in bulk.
class GeometryReader {
public:
    /// `transform` may be null (coordinates are lon/lat already).
    GeometryReader(VectorLayer& layer, OGRCoordinateTransformation* transform) : layer_(layer), transform_(transform) {}

    /// Sets the feature's parts. Returns what is wrong, and then leaves the layer as it was; "" when all is well.
    /// No geometry at all is well: a feature that is listed but not drawn.
    std::string read(const OGRGeometry* geometry, Feature& feature);

private:
    std::string append(const OGRGeometry& geometry);
    std::string append_curve(const OGRSimpleCurve& curve);
    std::string append_points(const OGRRawPoint* first, std::size_t count);

    VectorLayer& layer_;
    OGRCoordinateTransformation* transform_;
    std::vector<OGRRawPoint> raw_;
    std::vector<double> x_, y_;
    std::vector<geo::LonLat> points_;
};

} // namespace data
