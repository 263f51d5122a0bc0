#include "scene/motion.hpp"
#include "geo/geodesic.hpp"
#include "geo/orthographic.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

constexpr double kNearestPole_deg = 89.5; ///< of the middle of a globe
constexpr double kZoomDurationS = 0.22;
constexpr double kGlideTimeConstantS = 0.32; ///< speed falls to 37 % in this time, as on a phone's map

double eased(double t) { return t < 0.5 ? 4 * t * t * t : 1 - std::pow(-2 * t + 2, 3) / 2; }

double clamp_scale(double metres_per_px, const AppState& state, const geo::Projection& projection)
{
    return std::clamp(metres_per_px, kMinMetresPerPx, farthest_metres_per_px(state.free_rect, projection));
}

/// A globe stays north up: it stops at the poles instead of rolling over them.
void turn(AppState& state, geo::Projected towards, const geo::Projection& globe)
{
    constexpr double kFarthest = 0.85; // of the disc: a leap in one frame
    const double far = std::hypot(towards.x, towards.y), reach = kFarthest * globe.extent().x_max;
    if (far > reach) towards = {towards.x * reach / far, towards.y * reach / far};
    auto centre = globe.inverse(towards);
    if (!centre) return;
    const geo::LonLat was = state.camera.centre;
    if (std::abs(std::remainder(centre->lon - was.lon, 360)) > 90)
        centre = geo::LonLat{was.lon, std::copysign(kNearestPole_deg, was.lat)};
    state.camera.centre = {centre->lon, std::clamp(centre->lat, -kNearestPole_deg, kNearestPole_deg)};
}

/// Turns the globe so that the place seen at `was` is seen at `is`; false when that asks for a leap or cannot be.
bool hold(AppState& state, geo::Projected was, geo::Projected is, const geo::Projection& globe)
{
    constexpr double kLeap = 4; // times the way in the plane: at the rim a pixel may be a continent
    const auto place = globe.inverse(was);
    const auto centre = place ? geo::orthographic_centre(*place, is) : std::nullopt;
    if (!centre) return false;
    const double turned = geo::geodesic_distance_m(state.camera.centre, *centre);
    if (turned > 1'000 + kLeap * std::hypot(is.x - was.x, is.y - was.y)) return false;
    state.camera.centre = {centre->lon, std::clamp(centre->lat, -kNearestPole_deg, kNearestPole_deg)};
    return true;
}

/// Moves the centre; refuses to leave the projection's domain.
void recentre(AppState& state, geo::Projected centre, const geo::Projection& projection)
{
    const auto lonlat = projection.inverse(centre);
    if (projection.turns()) return turn(state, centre, projection);
    if (lonlat && std::isfinite(lonlat->lon) && std::isfinite(lonlat->lat) && projection.forward(*lonlat))
        state.camera.centre = *lonlat;
}

void advance_fly(AppState& state, double t, const geo::Projection& projection)
{
    const Motion& m = state.motion;
    const double s = eased(t);
    const double zoom = std::exp(std::log(m.from.metres_per_px) * (1 - s) + std::log(m.to.metres_per_px) * s);
    state.camera.metres_per_px = clamp_scale(zoom, state, projection);
    // The place moves in step with the scale, so that a flight towards a point homes in on it in a straight line.
    const double span = m.from.metres_per_px - m.to.metres_per_px;
    const double u = std::abs(span) < 1e-9 * m.from.metres_per_px ? s : (m.from.metres_per_px - zoom) / span;
    const auto a = projection.forward(m.from.centre), b = projection.forward(m.to.centre);
    if (projection.turns()) { // along the shortest way, which may lead behind the horizon
        const double far = geo::geodesic_distance_m(m.from.centre, m.to.centre);
        const double azimuth = geo::geodesic_azimuth_deg(m.from.centre, m.to.centre);
        state.camera.centre = geo::geodesic_destination(m.from.centre, azimuth, far * u);
    } else if (a && b) {
        recentre(state, {a->x + (b->x - a->x) * u, a->y + (b->y - a->y) * u}, projection);
    } else {
        state.camera.centre = m.to.centre;
    }
    if (t >= 1) state.camera = m.to;
}

} // namespace

void pan_by(AppState& state, float dx_px, float dy_px, const geo::Projection& projection)
{
    const auto centre = projection.forward(state.camera.centre);
    if (!centre) return;
    recentre(state, {centre->x - dx_px * state.camera.metres_per_px, centre->y + dy_px * state.camera.metres_per_px},
             projection);
}

void drag_by(AppState& state, geo::ScreenPx from, float dx_px, float dy_px, const geo::Projection& projection)
{
    const CameraView view = resolve(state, projection);
    if (projection.turns() &&
        hold(state, view.to_projected(from), view.to_projected({from.x + dx_px, from.y + dy_px}), projection))
        return;
    pan_by(state, dx_px, dy_px, projection);
}

void zoom_at(AppState& state, double factor, geo::ScreenPx at, const geo::Projection& projection)
{
    if (!(factor > 0)) return;
    const CameraView before = resolve(state, projection);
    const auto place = before.to_projected(at);
    state.camera.metres_per_px = clamp_scale(state.camera.metres_per_px / factor, state, projection);
    const double mpp = state.camera.metres_per_px;
    if (projection.turns()) { // in space there is no such place: the middle stays
        hold(state, place, {(at.x - before.centre_px.x) * mpp, (before.centre_px.y - at.y) * mpp}, projection);
        return;
    }
    recentre(state, {place.x - (at.x - before.centre_px.x) * mpp, place.y + (at.y - before.centre_px.y) * mpp},
             projection);
}

void start_fly(AppState& state, const Camera& to, double duration_s)
{
    state.motion = {Motion::Kind::fly, state.camera, to, 0, duration_s, 0, 0, {}, false};
}

void start_zoom(AppState& state, double factor, geo::ScreenPx at, const geo::Projection& projection)
{
    // A second step while the first is under way adds to it.
    const bool running = state.motion.kind == Motion::Kind::fly && state.motion.anchored;
    const double goal =
        clamp_scale((running ? state.motion.to.metres_per_px : state.camera.metres_per_px) / factor, state, projection);
    state.motion = {Motion::Kind::fly, state.camera, {state.camera.centre, goal}, 0, kZoomDurationS, 0, 0, at, true};
}

void advance_motion(AppState& state, double dt_s, const geo::Projection& projection)
{
    Motion& m = state.motion;
    if (m.kind == Motion::Kind::none) return;
    m.elapsed_s += dt_s;
    if (m.kind == Motion::Kind::glide) {
        const double decay = std::exp(-dt_s / kGlideTimeConstantS);
        const double travelled = kGlideTimeConstantS * (1 - decay);
        pan_by(state, static_cast<float>(m.vx_px_s * travelled), static_cast<float>(m.vy_px_s * travelled), projection);
        m.vx_px_s *= decay;
        m.vy_px_s *= decay;
        if (std::hypot(m.vx_px_s, m.vy_px_s) < 12) m = {};
        return;
    }
    const double t = m.duration_s > 0 ? std::min(1.0, m.elapsed_s / m.duration_s) : 1.0;
    if (m.anchored) {
        const double s = 1 - std::pow(1 - t, 3);
        const double goal = std::exp(std::log(m.from.metres_per_px) * (1 - s) + std::log(m.to.metres_per_px) * s);
        zoom_at(state, state.camera.metres_per_px / goal, m.anchor, projection);
    } else {
        advance_fly(state, t, projection);
    }
    if (t >= 1) m = {};
}

} // namespace scene
