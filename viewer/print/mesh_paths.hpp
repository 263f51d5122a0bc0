#pragma once
#include "print/drawing.hpp"

/// From meshes, which are laid out for a GPU, back to lines and outlines on the page, cut to what is seen.
namespace print {

/// Where the map lies on the page: projected metres relative to the geometry's origin -> units, and back.
struct MapFrame {
    double centre_x = 0, centre_y = 0; ///< metres, shown at `centre`
    Point centre;
    double metres_per_unit = 1;
    geo::Rect rect; ///< of the map on the page

    [[nodiscard]] static MapFrame of(const scene::Scene& scene, const geo::Rect& rect);
    [[nodiscard]] Point to_page(double x, double y) const
    {
        return {centre.x + (x - centre_x) / metres_per_unit, centre.y - (y - centre_y) / metres_per_unit};
    }
};

/// A piece of a line in sight, and how far along the whole line it begins (units; dashes go on from there).
struct LinePiece {
    Polyline line;
    double start = 0;
};

/// The lines of a mesh that are open in `year` and come within `reach` of the frame.
[[nodiscard]] std::vector<LinePiece> line_pieces(const scene::LineMesh& mesh, const MapFrame& frame, float year,
                                                 double reach);

/// The stretch [from_m, to_m] of a ribbon's centre line, shifted sideways by `offset` (to the right of its direction,
/// times the points' weight), as the renderer shifts it: along the mitre, at most twice the offset.
[[nodiscard]] std::vector<LinePiece> ribbon_pieces(const scene::LineMesh& mesh, const MapFrame& frame, double from_m,
                                                   double to_m, double offset, double reach);

/// Outline of the union of a mesh's triangles, cut to the frame with a margin. To be filled by the non-zero rule.
[[nodiscard]] std::vector<Polyline> area_outline(const scene::AreaMesh& mesh, const MapFrame& frame);

} // namespace print
