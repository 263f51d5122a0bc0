#include "scene/reduce.hpp"
#include "scene/camera.hpp"
#include "scene/color_vision.hpp"
#include "scene/measure.hpp"
#include "scene/motion.hpp"
#include "scene/plane.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

constexpr double kFlyDurationS = 0.7;
constexpr std::size_t kLongestProjection = 4000; // WKT is long
constexpr std::size_t kLongestSearch = 400;      // bytes; no name of a place is longer

template <class... F> struct Overloaded : F... {
    using F::operator()...;
};
template <class... F> Overloaded(F...) -> Overloaded<F...>; // clang deduces aggregates only from version 17

void go_to_view(AppState& state, const std::string& id, bool animate, const ReduceContext& context)
{
    const auto* view = context.atlas.view(id);
    if (!view) return;
    const auto* projection = context.projection(view->projection);
    if (!projection) return;
    const bool same_plane = state.projection == view->projection;
    if (!same_plane) state.morph = Morph{state.projection, state.camera, 0};
    state.view = id;
    state.projection = view->projection;
    const Camera goal = projection->turns() ? camera_for(*view, state.free_rect, projection->turned_to(view->centre))
                                            : camera_for(*view, state.free_rect, *projection);
    state.motion = {};
    if (animate && same_plane)
        start_fly(state, goal, kFlyDurationS);
    else
        state.camera = goal;
}

/// From this wide on a globe is shown whole: that is what one asks for it.
constexpr double kWide_km = 3'000;

void change_projection(AppState& state, const std::string& id, const geo::Projection* from,
                       const ReduceContext& context)
{
    AppState next = state;
    next.projection = id;
    const auto to = plane_of(next, context.projections);
    if (!to || !to->forward(state.camera.centre)) return;
    const double was = from ? from->ground_metres_per_unit_x(state.camera.centre) : 1;
    const double is = to->ground_metres_per_unit_x(state.camera.centre);
    double mpp = state.camera.metres_per_px;
    if (id != state.projection) state.morph = Morph{state.projection, state.camera, 0};
    if (was > 0 && is > 0) mpp *= was / is; // the same ground width
    if (to->turns() && id != state.projection && mpp * static_cast<double>(state.free_rect.w) > kWide_km * 1000)
        mpp = globe_metres_per_px(state.free_rect, *to);
    state.camera.metres_per_px = std::clamp(mpp, kMinMetresPerPx, farthest_metres_per_px(state.free_rect, *to));
    state.projection = id;
    state.motion = {};
}

void set_year(AppState& state, int year, const data::AtlasFile& atlas)
{
    state.year = std::clamp(year, atlas.first_year, atlas.last_year);
    state.play_elapsed_s = 0;
}

void toggle_play(AppState& state, const data::AtlasFile& atlas)
{
    state.playing = !state.playing;
    state.play_elapsed_s = 0;
    if (state.playing && state.year >= atlas.last_year) state.year = atlas.first_year;
}

void advance_play(AppState& state, double dt_s, const data::AtlasFile& atlas)
{
    if (!state.playing) return;
    state.play_elapsed_s += dt_s;
    while (state.playing && state.play_elapsed_s >= state.seconds_per_year) {
        state.play_elapsed_s -= state.seconds_per_year;
        if (state.year >= atlas.last_year)
            state.playing = false; // stops on the last year; play again starts from the first
        else
            ++state.year;
    }
}

bool knows_group(const data::AtlasFile& atlas, const std::string& id)
{
    return std::any_of(atlas.groups.begin(), atlas.groups.end(), [&](const auto& g) { return g.id == id; });
}

void resize(AppState& state, const Resize& a)
{
    if (a.width_px < 1 || a.height_px < 1 || !(a.scale > 0)) return;
    state.viewport = {a.width_px, a.height_px, a.scale};
    state.morph.reset();
    state.motion = {};
}

} // namespace

const geo::Projection* ReduceContext::projection(const std::string& id) const
{
    const auto it = projections.find(id);
    return it == projections.end() ? nullptr : &it->second;
}

Reduced reduce(AppState state, const Action& action, const ReduceContext& context)
{
    std::vector<Effect> effects;
    const Camera camera_before = state.camera;
    const std::string projection_before = state.projection;
    const auto plane = plane_of(state, context.projections);
    const geo::Projection* projection = plane.get();
    const auto& atlas = context.atlas;
    auto layer = [&](const std::string& group) -> LayerSetting* {
        return knows_group(atlas, group) ? &state.layers[group] : nullptr;
    };
    std::visit(
        Overloaded{
            [&](const Tick& a) {
                if (state.morph && (state.morph->elapsed_s += std::clamp(a.dt_s, 0.0, 1.0)) >= kMorphS)
                    state.morph.reset();
                if (projection) advance_motion(state, std::clamp(a.dt_s, 0.0, 1.0), *projection);
                advance_play(state, std::clamp(a.dt_s, 0.0, 10.0), atlas);
            },
            [&](const Resize& a) { resize(state, a); },
            [&](const SetFreeRect& a) {
                if (a.w > 0 && a.h > 0) state.free_rect = {a.x, a.y, a.w, a.h};
            },
            [&](const Pan& a) {
                state.motion = {};
                if (projection) pan_by(state, a.dx_px, a.dy_px, *projection);
            },
            [&](const Fling& a) {
                const double speed = std::hypot(a.vx_px_s, a.vy_px_s);
                if (speed < 60) return;
                const double keep = std::min(1.0, 6000 / speed);
                state.motion = {Motion::Kind::glide, {}, {}, 0, 0, a.vx_px_s * keep, a.vy_px_s * keep, {}, false};
            },
            [&](const StopMotion&) { state.motion = {}; },
            [&](const ZoomAt& a) {
                if (!(a.factor > 0) || !projection) return;
                if (a.animate) return start_zoom(state, a.factor, {a.x_px, a.y_px}, *projection);
                state.motion = {};
                zoom_at(state, a.factor, {a.x_px, a.y_px}, *projection);
            },
            [&](const FlyTo& a) {
                if (!projection || std::abs(a.lat) > 90 || !(a.width_km > 0)) return;
                data::ViewSpec place;
                place.centre = {a.lon, a.lat};
                place.width_km = a.width_km;
                if (projection->turns() || projection->forward(place.centre))
                    start_fly(state, camera_for(place, state.free_rect, *projection), kFlyDurationS);
            },
            [&](const SetView& a) { go_to_view(state, a.view, a.animate, context); },
            [&](const Home&) { go_to_view(state, state.view.empty() ? atlas.home_view : state.view, true, context); },
            [&](const SetProjection& a) { change_projection(state, a.projection, projection, context); },
            [&](const SetYear& a) {
                state.playing = false;
                set_year(state, a.year, atlas);
            },
            [&](const StepYear& a) {
                state.playing = false;
                set_year(state, state.year + a.delta, atlas);
            },
            [&](const TogglePlay&) { toggle_play(state, atlas); },
            [&](const SetPlaySpeed& a) { state.seconds_per_year = std::clamp(a.seconds_per_year, 0.1, 10.0); },
            [&](const SetOverlay& a) {
                if (a.overlay.empty() || atlas.overlay(a.overlay)) state.overlay = a.overlay;
            },
            [&](const SetLayerVisible& a) {
                if (auto* l = layer(a.group)) l->visible = a.visible;
            },
            [&](const SetLayerOpacity& a) {
                if (auto* l = layer(a.group)) l->opacity = std::clamp(a.opacity, 0.0F, 1.0F);
            },
            [&](const ExpandLayer& a) { state.expanded_layer = a.group; },
            [&](const Tap& a) {
                if (state.measuring && projection)
                    measure_tap(state, {a.x_px, a.y_px}, *projection);
                else
                    effects.emplace_back(PickAt{{a.x_px, a.y_px}});
            },
            [&](const Select& a) {
                state.selection = Selection{a.kind, a.subject};
                state.candidates.clear();
            },
            [&](const ClearSelection&) {
                state.selection.reset();
                state.candidates.clear();
            },
            [&](const SetLanguage& a) {
                if (std::find(atlas.languages.begin(), atlas.languages.end(), a.language) != atlas.languages.end())
                    state.language = a.language;
            },
            [&](const SetTheme& a) { state.theme = a.theme; },
            [&](const SetLayersOpen& a) { state.layers_open = a.open; },
            [&](const SetAboutOpen& a) { state.about_open = a.open; },
            [&](const SetChromeVisible& a) {
                state.chrome_visible = a.visible;
                state.search_open = state.search_open && a.visible;
            },
            [&](const SetAlternativeCurrency& a) { state.alternative_currency = a.on; },
            [&](const SetFullscreen& a) {
                state.fullscreen = a.on;
                effects.emplace_back(ApplyFullscreen{a.on});
            },
            [&](const PointerAt& a) {
                if (a.inside)
                    state.pointer = geo::ScreenPx{a.x_px, a.y_px};
                else
                    state.pointer.reset();
            },
            [&](const SaveScreenshot& a) { effects.emplace_back(WriteScreenshot{a.file}); },
            [&](const ExportMap& a) { effects.emplace_back(WritePage{a.file}); },
            [&](const SetSearchOpen& a) {
                state.search_open = a.open;
                state.search.clear();
                if (a.open) state.chrome_visible = true; // the field is there
            },
            [&](const SetSearch& a) { state.search = a.text.substr(0, kLongestSearch); },
            [&](const SetMeasuring& a) {
                state.measuring = a.on;
                state.measured.clear();
            },
            [&](const MeasurePoint& a) {
                add_measure_point(state, {a.lon, a.lat});
            },
            [&](const RemoveMeasurePoint&) {
                if (!state.measured.empty()) state.measured.pop_back();
            },
            [&](const SetProjectionDraft& a) { state.projection_draft = a.text.substr(0, kLongestProjection); },
            [&](const SetColorVision& a) {
                if (is_color_vision(a.kind)) state.color_vision = a.kind;
            },
            [&](const SetViewpoint& a) {
                if (atlas.find_viewpoint(a.viewpoint)) state.viewpoint = a.viewpoint;
            },
            [&](const Undo&) {}, // History answers these two, before reduce
            [&](const Redo&) {},
            [&](const Quit&) { state.quit = true; },
            [&](const Drag& a) {
                state.motion = {};
                if (projection) drag_by(state, {a.x_px, a.y_px}, a.dx_px, a.dy_px, *projection);
            },
        },
        action);
    // Whoever moves the map has seen enough of its change.
    if (state.projection == projection_before && !(state.camera == camera_before)) state.morph.reset();
    return {std::move(state), std::move(effects)};
}

AppState initial_state(const data::AtlasFile& atlas, const Viewport& viewport)
{
    AppState state;
    state.viewport = viewport;
    state.free_rect = {0, 0, static_cast<float>(viewport.width_px), static_cast<float>(viewport.height_px)};
    state.view = atlas.home_view;
    if (const auto* view = atlas.view(atlas.home_view)) state.projection = view->projection;
    state.year = std::clamp(atlas.home_year, atlas.first_year, atlas.last_year);
    if (!atlas.overlays.empty()) state.overlay = atlas.overlays.front().id;
    state.viewpoint = atlas.viewpoint;
    if (!atlas.languages.empty()) state.language = atlas.languages.front();
    for (const auto& group : atlas.groups) state.layers[group.id].visible = group.visible;
    return state;
}

} // namespace scene
