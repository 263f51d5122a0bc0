#include "geo/triangulate.hpp"
#include "base/log.hpp"
#include "geo/split_rings.hpp"
#include <GL/glu.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>
#include <string>

namespace geo {
namespace {

struct TessellatorDeleter {
    void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};

/// What the callbacks write to. GLU hands a vertex back as the pointer it was given: here an index in disguise.
struct Fill {
    Triangles& out;
    Projected origin; ///< GLU compares differences: small numbers keep the precision
    bool failed = false;
};

void* as_pointer(std::size_t index) { return reinterpret_cast<void*>(index); }

void on_vertex(void* vertex, void* data)
{
    static_cast<Fill*>(data)->out.indices.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::size_t>(vertex)));
}

// Being listened to is enough to make GLU emit separate triangles instead of fans and strips.
void on_edge_flag(GLboolean, void*) {}

void on_combine(GLdouble position[3], void* [4], GLfloat[4], void** vertex, void* data)
{
    auto& fill = *static_cast<Fill*>(data);
    *vertex = as_pointer(fill.out.points.size());
    fill.out.points.push_back({position[0] + fill.origin.x, position[1] + fill.origin.y});
}

void on_error(GLenum, void* data) { static_cast<Fill*>(data)->failed = true; }

template <class F> void set_callback(GLUtesselator* tessellator, GLenum which, F* callback)
{
    gluTessCallback(tessellator, which, reinterpret_cast<_GLUfuncptr>(callback));
}

bool finite(Projected p) { return std::isfinite(p.x) && std::isfinite(p.y); }

// Sweeping costs GLU the number of edges above each other for many a vertex: large areas (an ocean with its islands)
// are filled band by band.
constexpr std::size_t kBandVertices = 2'000;

/// Appends the usable points of a ring to `points`; empty when no area is left.
IndexRing cleaned(const ProjectedLine& ring, std::vector<Projected>& points)
{
    const std::size_t first = points.size();
    for (const Projected p : ring)
        if (finite(p) && (points.size() == first || !(points.back() == p))) points.push_back(p);
    while (points.size() > first + 1 && points.back() == points[first]) points.pop_back();
    if (points.size() < first + 3) points.resize(first);
    IndexRing out(points.size() - first);
    std::iota(out.begin(), out.end(), static_cast<std::uint32_t>(first));
    return out;
}

std::size_t vertex_count(const std::vector<IndexRing>& rings)
{
    std::size_t n = 0;
    for (const IndexRing& ring : rings) n += ring.size();
    return n;
}

double median_y(const std::vector<IndexRing>& rings, const std::vector<Projected>& points)
{
    std::vector<double> y;
    for (const IndexRing& ring : rings)
        for (const std::uint32_t i : ring) y.push_back(points[i].y);
    const auto middle = y.begin() + static_cast<std::ptrdiff_t>(y.size() / 2);
    std::nth_element(y.begin(), middle, y.end());
    return *middle;
}

void tessellate(GLUtesselator* tess, const std::vector<IndexRing>& rings, Fill& fill)
{
    gluTessBeginPolygon(tess, &fill);
    for (const IndexRing& ring : rings) {
        gluTessBeginContour(tess);
        for (const std::uint32_t i : ring) {
            const Projected p = fill.out.points[i];
            std::array<GLdouble, 3> position{p.x - fill.origin.x, p.y - fill.origin.y, 0}; // GLU copies it
            gluTessVertex(tess, position.data(), as_pointer(i));
        }
        gluTessEndContour(tess);
    }
    gluTessEndPolygon(tess);
}

/// Halves the area until a band is small; a cut that does not help (points all at one y) ends it too.
void fill_in_bands(GLUtesselator* tess, const std::vector<IndexRing>& rings, std::size_t vertices, Fill& fill)
{
    if (vertices > kBandVertices) {
        const SplitRings halves = split_rings(rings, median_y(rings, fill.out.points), fill.out.points);
        const std::size_t below = vertex_count(halves.below);
        const std::size_t above = vertex_count(halves.above);
        if (std::max(below, above) < vertices * 9 / 10) {
            fill_in_bands(tess, halves.below, below, fill);
            fill_in_bands(tess, halves.above, above, fill);
            return;
        }
    }
    tessellate(tess, rings, fill);
}

} // namespace

void triangulate(std::span<const ProjectedLine> rings, Triangles& out)
{
    const std::size_t first_point = out.points.size();
    const std::size_t first_index = out.indices.size();
    std::vector<IndexRing> contours;
    for (const ProjectedLine& ring : rings)
        if (IndexRing contour = cleaned(ring, out.points); !contour.empty()) contours.push_back(std::move(contour));
    if (contours.empty()) return;

    const std::unique_ptr<GLUtesselator, TessellatorDeleter> tessellator(gluNewTess());
    Fill fill{out, out.points[first_point], tessellator == nullptr};
    const std::size_t vertices = vertex_count(contours);
    if (GLUtesselator* tess = tessellator.get()) {
        set_callback(tess, GLU_TESS_VERTEX_DATA, on_vertex);
        set_callback(tess, GLU_TESS_EDGE_FLAG_DATA, on_edge_flag);
        set_callback(tess, GLU_TESS_COMBINE_DATA, on_combine);
        set_callback(tess, GLU_TESS_ERROR_DATA, on_error);
        gluTessProperty(tess, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
        gluTessNormal(tess, 0, 0, 1);
        fill_in_bands(tess, contours, vertices, fill);
    }
    if (fill.failed) {
        out.points.resize(first_point);
        out.indices.resize(first_index);
        base::log(base::Severity::warning,
                  "an area of " + std::to_string(vertices) + " vertices could not be filled and is left empty");
    }
}

} // namespace geo
