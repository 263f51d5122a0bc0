#include "geo/projection.hpp"
#include "geo/projection_domain.hpp"
#include <algorithm>
#include <cmath>

namespace geo {
namespace {

// 0.1 mm beside the seam: on the seam itself PROJ may answer with either edge of the map.
constexpr double kSeamEdge_deg = 180 - 1e-9;
// No step of a degree on a drawn map is this long: it crosses a tear that is not the seam meridian.
constexpr double kTear_m = 5e6;
constexpr int kHalvings = 40; // of at most a few degrees: far below a millimetre

bool finite(LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat); }

/// Cuts and subdivides in the sheet -180..180 around the centre meridian (`lon` here is relative to it).
class Sheet {
public:
    Sheet(double centre_lon, bool torn, double max_step_deg)
        : centre_lon_(centre_lon), torn_(torn), max_step_deg_(max_step_deg > 0 ? max_step_deg : 360)
    {
    }

    void add(LonLat p)
    {
        if (!finite(p)) return end_piece();
        const LonLat to{normalised_lon(p.lon - centre_lon_), p.lat};
        if (pieces_.back().empty()) return push(to);
        const LonLat from = pieces_.back().back();
        LonLat next{from.lon + shortest(to.lon - from.lon), to.lat};
        if (std::abs(next.lon) > 180) {
            const double edge = std::copysign(180.0, next.lon);
            const double t = (edge - from.lon) / (next.lon - from.lon);
            const LonLat cut{edge, from.lat + t * (next.lat - from.lat)};
            step_to(cut);
            next.lon -= 2 * edge;
            if (torn_) {
                end_piece();
                push({-edge, cut.lat});
            } else {
                pieces_.back().back().lon = -edge; // the same place, seen from the other side
            }
        }
        step_to(next);
    }

    [[nodiscard]] const std::vector<Line>& pieces() const { return pieces_; }

private:
    static double shortest(double turn) { return normalised_lon(turn); }

    void end_piece()
    {
        if (!pieces_.back().empty()) pieces_.emplace_back();
    }
    void push(LonLat p) { pieces_.back().push_back(p); }
    void step_to(LonLat to)
    {
        const LonLat from = pieces_.back().back();
        if (from == to) return;
        const double span = std::max(std::abs(to.lon - from.lon), std::abs(to.lat - from.lat));
        const double steps = std::ceil(span / max_step_deg_);
        for (double i = 1; i < steps; ++i)
            push({std::lerp(from.lon, to.lon, i / steps), std::lerp(from.lat, to.lat, i / steps)});
        push(to);
    }

    double centre_lon_;
    bool torn_;
    double max_step_deg_;
    std::vector<Line> pieces_{Line{}};
};

LonLat midpoint(LonLat a, LonLat b) { return {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2}; }

/// The last point that can be drawn on the way from `inside` to `outside`.
std::optional<Projected> edge_of_domain(const Projection& projection, LonLat inside, LonLat outside)
{
    std::optional<Projected> edge;
    for (int i = 0; i < kHalvings; ++i) {
        const LonLat middle = midpoint(inside, outside);
        if (const auto q = projection.forward(middle)) {
            edge = q;
            inside = middle;
        } else {
            outside = middle;
        }
    }
    return edge;
}

void append(ProjectedLine& piece, Projected p)
{
    if (piece.empty() || !(piece.back() == p)) piece.push_back(p);
}

/// Splits a projected piece where it leaves the domain, and adds the points on the edge.
void split_at_domain(const Projection& projection, const Line& lonlat, const ProjectedLine& points,
                     std::vector<ProjectedLine>& out)
{
    ProjectedLine piece;
    const auto flush = [&] {
        if (piece.size() > 1) out.push_back(std::move(piece));
        piece.clear();
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool inside = std::isfinite(points[i].x);
        const bool was_inside = i > 0 && std::isfinite(points[i - 1].x);
        if (i > 0 && inside != was_inside) {
            const auto edge = inside ? edge_of_domain(projection, lonlat[i], lonlat[i - 1])
                                     : edge_of_domain(projection, lonlat[i - 1], lonlat[i]);
            if (edge) append(piece, *edge);
        }
        if (!inside) {
            flush();
            continue;
        }
        if (!piece.empty() && std::hypot(points[i].x - piece.back().x, points[i].y - piece.back().y) > kTear_m) flush();
        append(piece, points[i]);
    }
    flush();
}

} // namespace

std::vector<ProjectedLine> Projection::forward_line(std::span<const LonLat> line, double max_step_deg) const
{
    Sheet sheet(centre_lon_, torn_at_seam(), max_step_deg);
    for (const LonLat p : line) sheet.add(p);

    std::vector<ProjectedLine> out;
    ProjectedLine points;
    for (Line piece : sheet.pieces()) {
        for (LonLat& p : piece)
            p.lon = centre_lon_ + (torn_at_seam() ? std::clamp(p.lon, -kSeamEdge_deg, kSeamEdge_deg) : p.lon);
        forward(piece, points);
        split_at_domain(*this, piece, points, out);
    }
    return out;
}

} // namespace geo
