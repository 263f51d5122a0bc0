#pragma once
#include "data/dataset.hpp"
#include "geo/projection.hpp"
#include "geo/triangulate.hpp"
#include "scene/general_layers.hpp"
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

/// CPU meshes of every layer in one projection, built on the worker, uploaded by the renderer when the pointer changes.
namespace scene {

/// One vertex of a polyline; 24 bytes. The line shader reads four in a row (previous, start, end, next) per instance.
struct LinePoint {
    float x, y;           ///< projected metres relative to MapGeometry::origin
    float distance;       ///< projected metres from the start of the part
    float weight;         ///< lateral offset weight 0..1 (ribbons); kBreak at the repeated points between parts
    float opened, closed; ///< years; drawn when opened <= year < closed
};
inline constexpr float kBreak = -1.0F;

/// A run of instances with its bounds, for culling. Instance i draws the segment points[first+i+1] ..
/// points[first+i+2].
struct LineChunk {
    geo::Bounds bounds; ///< relative to origin
    std::uint32_t first = 0, count = 0;
    std::uint32_t feature = 0; ///< index into the layer's features
};

/// Parts are laid out as [p0 p0 p1 ... pn pn] so that every segment has neighbours; segments that touch a repeated
/// end are not instances (chunks skip them).
struct LineMesh {
    std::vector<LinePoint> points;
    std::vector<LineChunk> chunks;
};

struct AreaMesh {
    std::vector<std::array<float, 2>> points; ///< relative to origin
    std::vector<std::uint32_t> indices;
};

/// Relief: a grid of projected positions with texture coordinates; triangles with a corner outside the projection are
/// left out.
struct ReliefMesh {
    struct Vertex {
        float x, y, u, v;
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::shared_ptr<const data::Raster> raster;
};

/// How closely one looks: what of the levels of detail a picture needs.
struct Detail {
    double metres_per_px = 0;
    double graticule_step_deg = 1;
};

/// Levels of detail of one layer, finest first; use the last one whose tolerance is at most half a pixel. A level that
/// no picture needed so far has no meshes.
struct LayerMesh {
    struct Level {
        double tolerance_m = 0;
        std::shared_ptr<const LineMesh> lines; ///< line layers, and outlines of area layers
        std::shared_ptr<const AreaMesh> areas; ///< area layers
        [[nodiscard]] bool built() const { return lines || areas; }
    };
    std::vector<Level> levels;
    [[nodiscard]] const Level* level_for(double metres_per_px) const; ///< of the built ones; null when none is
    [[nodiscard]] const Level* coarsest() const;                      ///< of the built ones; null when none is
};

/// One section of an overlay in this projection. For a member that runs on through a trunk, the trunk is appended.
struct RibbonMesh {
    std::string overlay, section;
    struct Level {
        double sigma_m = 0; ///< smoothing of the centre line
        std::shared_ptr<const LineMesh> lines;
        double own_length_m = 0; ///< distance at which the member joins the trunk; = length when there is none
        double total_length_m = 0;
    };
    std::vector<Level> levels; ///< finest first
    [[nodiscard]] const Level* level_for(double metres_per_px) const;
};

struct PointFeature {
    geo::Projected at;
    geo::LonLat lonlat;
    std::uint32_t feature = 0;
    bool in_focus = false; ///< inside the focus region: its local name is shown beside the chosen language's
};

struct MapGeometry {
    std::string projection; ///< ProjectionSpec id
    /// The same for geometries that show the same sources and differ in levels of detail only; null = like no other.
    std::shared_ptr<const void> content;
    std::optional<geo::LonLat> centre; ///< of a globe that turns: what `layers` and `reliefs` are projected for
    geo::Projected origin;
    std::map<std::string, LayerMesh> layers;                 ///< line and area layers by LayerSpec::id
    std::map<std::string, std::vector<PointFeature>> points; ///< point layers by LayerSpec::id
    std::map<std::string, std::shared_ptr<const ReliefMesh>> reliefs;
    std::vector<RibbonMesh> ribbons;
    std::map<std::string, geo::Projected>
        flag_points; ///< "overlay/section" -> where its figure points; "overlay/subject" -> a circle's own place
    std::shared_ptr<const LineMesh> graticule_30, graticule_10, graticule_5, graticule_1;
    std::vector<GeneralLayer> general;          ///< of a globe that turns: lent to the next turn
    std::shared_ptr<const AreaMesh> world;      ///< everything inside the edge of the map
    std::shared_ptr<const LineMesh> world_edge; ///< where the world ends
    std::map<std::string, std::vector<geo::ProjectedLine>>
        label_lines; ///< "layer/feature id" -> projected curve, absolute metres

    [[nodiscard]] const std::shared_ptr<const LineMesh>& graticule(double step_deg) const;
    [[nodiscard]] bool has_ribbons(std::optional<double> sigma_m) const; ///< smoothed like this; nullopt = all levels
    [[nodiscard]] bool serves(const Detail& detail) const;               ///< every level that `detail` needs is built
};

/// Any thread; creates its own Projection. `projection_id`: of the atlas, or a definition that geo::Projection takes.
/// Missing parts of the dataset are left out. `previous` lends every mesh whose
/// source pointer has not changed. `only` leaves the levels out that this detail does not need (null = all are built).
/// `centre`: of a projection that turns.
base::Result<MapGeometry> build_map_geometry(const data::Dataset& dataset, const std::string& projection_id,
                                             const MapGeometry* previous = nullptr, const Detail* only = nullptr,
                                             std::optional<geo::LonLat> centre = {});

} // namespace scene
