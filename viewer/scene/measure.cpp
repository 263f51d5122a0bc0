#include "scene/measure.hpp"
#include "geo/geodesic.hpp"
#include "scene/camera.hpp"
#include <cmath>

namespace scene {
namespace {

constexpr std::size_t kMostPoints = 1000;
constexpr float kClosePx = 16;      ///< logical; a finger meets the first point
constexpr double kStepM = 40'000.0; ///< chord and geodesic then differ by less than 35 m

bool is_closed(std::span<const geo::LonLat> points) { return points.size() > 3 && points.front() == points.back(); }

} // namespace

Measurement measurement(std::span<const geo::LonLat> points)
{
    Measurement m;
    m.closed = is_closed(points);
    for (std::size_t i = 1; i < points.size(); ++i) {
        m.legs_m.push_back(geo::geodesic_distance_m(points[i - 1], points[i]));
        m.length_m += m.legs_m.back();
    }
    m.area_m2 = geo::ring_area_m2(points);
    return m;
}

std::vector<geo::ProjectedLine> measured_leg(geo::LonLat from, geo::LonLat to, const geo::Projection& projection)
{
    return projection.forward_line(geo::geodesic_line(from, to, kStepM));
}

void add_measure_point(AppState& state, geo::LonLat point)
{
    if (!state.measuring || !std::isfinite(point.lon) || !(std::abs(point.lat) <= 90)) return;
    point.lon = std::remainder(point.lon, 360.0);
    if (is_closed(state.measured)) state.measured.clear();
    if (state.measured.size() >= kMostPoints || (!state.measured.empty() && state.measured.back() == point)) return;
    state.measured.push_back(point);
}

void measure_tap(AppState& state, geo::ScreenPx at, const geo::Projection& projection)
{
    const CameraView camera = resolve(state, projection);
    if (state.measured.size() >= 3 && !is_closed(state.measured))
        if (const auto first = projection.forward(state.measured.front())) {
            const auto seen = camera.to_screen(*first);
            if (std::hypot(seen.x - at.x, seen.y - at.y) <= kClosePx * state.viewport.scale) {
                state.measured.push_back(state.measured.front());
                return;
            }
        }
    if (const auto place = projection.inverse(camera.to_projected(at))) add_measure_point(state, *place);
}

} // namespace scene
