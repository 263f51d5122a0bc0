#include "print/mesh_paths.hpp"
#include <algorithm>
#include <cmath>

namespace print {
namespace {

using scene::LinePoint;

constexpr double kNear = 0.02; ///< units; points closer than this are one on any paper

double metres(float v) { return static_cast<double>(v); }

bool in_reach(Point a, Point b, const geo::Rect& r, double reach)
{
    const double x0 = static_cast<double>(r.x) - reach, y0 = static_cast<double>(r.y) - reach;
    const double x1 = static_cast<double>(r.x + r.w) + reach, y1 = static_cast<double>(r.y + r.h) + reach;
    return std::max(a.x, b.x) >= x0 && std::min(a.x, b.x) <= x1 && std::max(a.y, b.y) >= y0 && std::min(a.y, b.y) <= y1;
}

/// Calls f(first, end) for the points of every part of a mesh.
template <class F> void for_each_part(const std::vector<LinePoint>& points, F&& f)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        if (i < points.size() && points[i].weight >= 0) continue;
        if (i - from >= 2) f(from, i);
        from = i + 1;
    }
}

/// Strings segments together; a segment that does not follow begins a new piece.
class Strings {
public:
    void add(Point a, Point b, double start)
    {
        if (!open_) {
            pieces_.push_back({{{a}, false}, start});
            open_ = true;
        }
        auto& points = pieces_.back().line.points;
        if (std::hypot(b.x - points.back().x, b.y - points.back().y) >= kNear) points.push_back(b);
    }
    void cut() { open_ = false; }
    std::vector<LinePiece> take()
    {
        std::erase_if(pieces_, [](const auto& piece) { return piece.line.points.size() < 2; });
        return std::move(pieces_);
    }

private:
    std::vector<LinePiece> pieces_;
    bool open_ = false;
};

Point unit(Point a, Point b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    return length < 1e-9 ? Point{} : Point{dx / length, dy / length};
}

/// Where point i of [from, end) goes when the line is shifted.
Point shifted(const std::vector<Point>& p, std::size_t i, double offset)
{
    const Point u = i > 0 ? unit(p[i - 1], p[i]) : Point{}, v = i + 1 < p.size() ? unit(p[i], p[i + 1]) : Point{};
    Point m;
    if (i == 0 || i + 1 == p.size()) {
        const Point straight = i == 0 ? v : u;
        m = {-straight.y, straight.x};
    } else {
        const double c = std::max(1e-3, 1 + u.x * v.x + u.y * v.y);
        m = {-(u.y + v.y) / c, (u.x + v.x) / c};
    }
    const double longest = std::min(1.0, 2.0 / std::max(1e-3, std::hypot(m.x, m.y)));
    return {p[i].x + m.x * longest * offset, p[i].y + m.y * longest * offset};
}

/// The part of [from_m, to_m] of a run of points, its ends cut between vertices.
struct Stretch {
    std::vector<Point> points;
    std::vector<double> weights;
    double start_m = 0;
};

Stretch stretch_of(std::span<const LinePoint> part, const MapFrame& frame, double from_m, double to_m)
{
    Stretch out;
    const auto add = [&](double x, double y, double weight, double at) {
        const Point p = frame.to_page(x, y);
        if (out.points.empty()) out.start_m = at;
        if (!out.points.empty() && std::hypot(p.x - out.points.back().x, p.y - out.points.back().y) < kNear) return;
        out.points.push_back(p);
        out.weights.push_back(std::max(0.0, weight));
    };
    for (std::size_t i = 0; i + 1 < part.size(); ++i) {
        const auto &a = part[i], &b = part[i + 1];
        const double d0 = metres(a.distance), d1 = metres(b.distance);
        if (d1 <= from_m || d0 >= to_m || d1 <= d0) continue;
        for (const double at : {std::max(d0, from_m), std::min(d1, to_m)}) {
            const double t = (at - d0) / (d1 - d0);
            const auto mix = [t](float p, float q) { return metres(p) + (metres(q) - metres(p)) * t; };
            add(mix(a.x, b.x), mix(a.y, b.y), mix(a.weight, b.weight), at);
        }
    }
    return out;
}

struct Edge { ///< from one vertex to another
    std::uint32_t from = 0, to = 0;
    friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// Vertices that lie on one spot count as one.
std::vector<std::uint32_t> merged(const std::vector<std::array<float, 2>>& points)
{
    std::vector<std::uint32_t> order(points.size()), same(points.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return points[a] < points[b]; });
    for (std::size_t i = 0; i < order.size(); ++i)
        same[order[i]] = i > 0 && points[order[i]] == points[order[i - 1]] ? same[order[i - 1]] : order[i];
    return same;
}

/// Edges that no neighbour runs back along: the outline.
std::vector<Edge> outer_edges(const scene::AreaMesh& mesh)
{
    const auto same = merged(mesh.points);
    std::vector<Edge> edges;
    edges.reserve(mesh.indices.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        std::uint32_t t[3] = {same[mesh.indices[i]], same[mesh.indices[i + 1]], same[mesh.indices[i + 2]]};
        const auto &a = mesh.points[t[0]], &b = mesh.points[t[1]], &c = mesh.points[t[2]];
        const double turn = (metres(b[0]) - metres(a[0])) * (metres(c[1]) - metres(a[1])) -
                            (metres(b[1]) - metres(a[1])) * (metres(c[0]) - metres(a[0]));
        if (turn == 0) continue;
        if (turn < 0) std::swap(t[1], t[2]);
        for (int k = 0; k < 3; ++k) edges.push_back({t[k], t[(k + 1) % 3]});
    }
    std::sort(edges.begin(), edges.end());
    std::vector<Edge> outer;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t end = i;
        while (end < edges.size() && edges[end] == edges[i]) ++end;
        const auto back = std::equal_range(edges.begin(), edges.end(), Edge{edges[i].to, edges[i].from});
        const auto forth = static_cast<std::ptrdiff_t>(end - i), against = back.second - back.first;
        for (std::ptrdiff_t n = against; n < forth; ++n) outer.push_back(edges[i]);
        i = end;
    }
    return outer;
}

/// Sutherland and Hodgman: a ring cut to a rectangle, one side after the other.
std::vector<Point> cut_ring(std::vector<Point> ring, double x0, double y0, double x1, double y1)
{
    const auto side = [&](auto inside, auto crossing) {
        std::vector<Point> out;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i], b = ring[(i + 1) % ring.size()];
            if (inside(a)) out.push_back(a);
            if (inside(a) != inside(b)) out.push_back(crossing(a, b));
        }
        ring = std::move(out);
    };
    const auto at_x = [](double x) {
        return [x](Point a, Point b) { return Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)}; };
    };
    const auto at_y = [](double y) {
        return [y](Point a, Point b) { return Point{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y}; };
    };
    side([&](Point p) { return p.x >= x0; }, at_x(x0));
    side([&](Point p) { return p.x <= x1; }, at_x(x1));
    side([&](Point p) { return p.y >= y0; }, at_y(y0));
    side([&](Point p) { return p.y <= y1; }, at_y(y1));
    return ring;
}

} // namespace

MapFrame MapFrame::of(const scene::Scene& scene, const geo::Rect& rect)
{
    // The scene counts device pixels, the page units: one interface pixel each.
    const double scale = static_cast<double>(scene.scale);
    MapFrame frame;
    const auto origin = scene.geometry ? scene.geometry->origin : geo::Projected{};
    frame.centre_x = scene.camera.centre.x - origin.x;
    frame.centre_y = scene.camera.centre.y - origin.y;
    frame.centre = {static_cast<double>(scene.camera.centre_px.x) / scale,
                    static_cast<double>(scene.camera.centre_px.y) / scale};
    frame.metres_per_unit = scene.camera.metres_per_px * scale;
    frame.rect = rect;
    return frame;
}

std::vector<LinePiece> line_pieces(const scene::LineMesh& mesh, const MapFrame& frame, float year, double reach)
{
    Strings out;
    for_each_part(mesh.points, [&](std::size_t from, std::size_t end) {
        out.cut();
        for (std::size_t i = from; i + 1 < end; ++i) {
            const auto &a = mesh.points[i], &b = mesh.points[i + 1];
            const Point p = frame.to_page(metres(a.x), metres(a.y)), q = frame.to_page(metres(b.x), metres(b.y));
            if (year < a.opened || year >= a.closed || !in_reach(p, q, frame.rect, reach))
                out.cut();
            else
                out.add(p, q, metres(a.distance) / frame.metres_per_unit);
        }
    });
    return out.take();
}

std::vector<LinePiece> ribbon_pieces(const scene::LineMesh& mesh, const MapFrame& frame, double from_m, double to_m,
                                     double offset, double reach)
{
    Strings out;
    for_each_part(mesh.points, [&](std::size_t from, std::size_t end) {
        out.cut();
        const auto stretch = stretch_of(std::span(mesh.points).subspan(from, end - from), frame, from_m, to_m);
        const auto& p = stretch.points;
        double at = stretch.start_m / frame.metres_per_unit;
        for (std::size_t i = 0; i + 1 < p.size(); ++i) {
            const Point a = shifted(p, i, offset * stretch.weights[i]),
                        b = shifted(p, i + 1, offset * stretch.weights[i + 1]);
            const bool folded = (b.x - a.x) * (p[i + 1].x - p[i].x) + (b.y - a.y) * (p[i + 1].y - p[i].y) <= 0;
            if (!in_reach(a, b, frame.rect, reach))
                out.cut();
            else if (!folded) // on the inside of a bend; the neighbours cover it
                out.add(a, b, at);
            at += std::hypot(p[i + 1].x - p[i].x, p[i + 1].y - p[i].y);
        }
    });
    return out.take();
}

std::vector<Polyline> area_outline(const scene::AreaMesh& mesh, const MapFrame& frame)
{
    constexpr double kMargin = 8;
    const double x0 = static_cast<double>(frame.rect.x) - kMargin, y0 = static_cast<double>(frame.rect.y) - kMargin;
    const double x1 = static_cast<double>(frame.rect.x + frame.rect.w) + kMargin,
                 y1 = static_cast<double>(frame.rect.y + frame.rect.h) + kMargin;
    std::vector<Polyline> rings;
    auto edges = outer_edges(mesh); // sorted by where they start
    std::vector<char> used(edges.size(), 0);
    for (std::size_t first = 0; first < edges.size(); ++first) {
        if (used[first]) continue;
        std::vector<Point> ring;
        for (std::size_t at = first; at < edges.size() && !used[at];) {
            used[at] = 1;
            const auto& p = mesh.points[edges[at].from];
            ring.push_back(frame.to_page(metres(p[0]), metres(p[1])));
            auto next = static_cast<std::size_t>(std::lower_bound(edges.begin(), edges.end(), Edge{edges[at].to, 0}) -
                                                 edges.begin());
            while (next < edges.size() && edges[next].from == edges[at].to && used[next]) ++next;
            if (next >= edges.size() || edges[next].from != edges[at].to) break;
            at = next;
        }
        ring = cut_ring(std::move(ring), x0, y0, x1, y1);
        std::vector<Point> thin;
        for (const Point& p : ring)
            if (thin.empty() || std::hypot(p.x - thin.back().x, p.y - thin.back().y) >= kNear) thin.push_back(p);
        if (thin.size() >= 3) rings.push_back({std::move(thin), true});
    }
    return rings;
}

} // namespace print
