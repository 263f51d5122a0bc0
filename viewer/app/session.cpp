#include "app/session.hpp"
#include "app/loader.hpp"
#include "base/log.hpp"
#include "geo/graticule.hpp"
#include "scene/motion.hpp"
#include "scene/picking.hpp"
#include "scene/plane.hpp"
#include "scene/turned_geometry.hpp"
#include <cmath>

namespace app {
namespace {

constexpr float kTouchRadiusMm = 10, kPxPerMm = 96 / 25.4F; ///< logical pixels; DESIGN section 7

std::string own_name(const std::string& language)
{
    static const std::map<std::string, std::string> names{
        {"en", "English"}, {"zh", "中文"}, {"ru", "Русский"}, {"kk", "Қазақша"}, {"ug", "ئۇيغۇرچە"}};
    const auto it = names.find(language);
    return it == names.end() ? language : it->second;
}

} // namespace

base::Result<std::unique_ptr<Session>> Session::open(const Options& options, const Paths& paths,
                                                     std::function<void()> wake)
{
    std::unique_ptr<Session> s(new Session);
    s->paths_ = paths;
    std::vector<base::Error> warnings;
    auto atlas =
        data::load_atlas_file(options.atlas.empty() ? paths.geodata : std::filesystem::path(options.atlas), &warnings);
    if (!atlas) return tl::unexpected(atlas.error());
    s->dataset_.atlas = std::make_shared<const data::AtlasFile>(std::move(*atlas));
    for (auto& warning : warnings) {
        base::log(base::Severity::warning, warning.text());
        s->dataset_.problems.push_back(std::move(warning));
    }
    s->worker_ = std::make_unique<base::Worker>(2, std::move(wake));
    start_loading(*s->worker_, s->dataset_, false); // while the rest is set up
    for (const auto& spec : s->dataset_.atlas->projections) {
        auto projection =
            spec.turns ? geo::Projection::create_turning(spec.definition) : geo::Projection::create(spec.definition);
        if (projection)
            s->projections_.emplace(spec.id, std::move(*projection));
        else
            s->dataset_.problems.push_back(base::within("projection '" + spec.id + "'", projection.error()).value());
    }
    auto engine = text::Engine::open(paths.assets / "fonts");
    if (!engine) return tl::unexpected(engine.error());
    s->text_ = std::move(*engine);
    for (const auto& id : s->dataset_.atlas->languages) s->languages_.emplace_back(id, own_name(id));
    s->state_ = scene::initial_state(*s->dataset_.atlas,
                                     {options.width, options.height, options.scale > 0 ? options.scale : 1.0F});
    for (const auto& id : scene::theme_ids(paths.assets / "themes")) {
        auto theme = scene::load_theme(paths.assets / "themes", id);
        if (!theme) {
            base::log(base::Severity::error, theme.error().text());
            s->dataset_.problems.push_back(theme.error());
            continue;
        }
        s->themes_[id] = std::make_shared<const scene::Theme>(std::move(*theme));
    }
    if (s->themes_.empty())
        return base::fail("no usable theme", (paths.assets / "themes").string(), "restore dusk.toml and base.toml");
    s->load_theme_and_language();
    if (!options.record.empty()) {
        s->record_.open(options.record);
        if (!s->record_) return base::fail("cannot be written", options.record, "choose a folder you may write to");
    }
    s->layout(s->free_rect(), {});
    if (!options.projection.empty() && !s->projections_.contains(options.projection))
        if (const auto usable = geo::Projection::create(options.projection); !usable)
            return tl::unexpected(usable.error());
    s->apply_options(options);
    s->request_geometry(s->state_.projection);
    for (const auto& spec : s->dataset_.atlas->reliefs) // last: how finely they are needed depends on the view
        load_relief(*s->worker_, s->dataset_, spec, s->ground_metres_per_px(),
                    [session = s.get()] { ++session->dataset_.parts_done; });
    return s;
}

void Session::apply_options(const Options& o)
{
    if (o.map_only) dispatch(scene::SetChromeVisible{false});
    if (!o.language.empty()) dispatch(scene::SetLanguage{o.language});
    if (!o.theme.empty()) dispatch(scene::SetTheme{o.theme});
    if (!o.overlay.empty()) dispatch(scene::SetOverlay{o.overlay});
    if (!o.select.empty()) dispatch(scene::Select{o.select == dataset_.atlas->focus_subject ? "region" : "", o.select});
    if (!o.color_vision.empty()) dispatch(scene::SetColorVision{o.color_vision});
    if (!o.viewpoint.empty()) {
        if (!dataset_.atlas->find_viewpoint(o.viewpoint))
            base::log(base::Severity::warning, "the atlas has no viewpoint '" + o.viewpoint + "'; its own one stays");
        dispatch(scene::SetViewpoint{o.viewpoint});
    }
    if (o.year) dispatch(scene::SetYear{*o.year});
    apply_view(o);
}

void Session::apply_view(const Options& o)
{
    layout(free_rect(), {});
    const auto place = parse_place(o.view);
    dispatch(scene::SetView{o.view.empty() || place ? dataset_.atlas->home_view : o.view, false});
    if (!o.projection.empty()) dispatch(scene::SetProjection{o.projection});
    if (place) {
        dispatch(scene::FlyTo{place->at.lon, place->at.lat,
                              40'075.0 * std::cos(place->at.lat * M_PI / 180) / std::exp2(place->zoom) *
                                  state_.free_rect.w / 256.0 / state_.viewport.scale});
        dispatch(scene::Tick{1});
    }
    state_.morph.reset(); // nothing was shown to start from
    history_ = {};        // what the command line set is the start, not a step to undo
}

const std::shared_ptr<const geo::Projection>& Session::plane() const
{
    const bool same =
        plane_ && plane_id_ == state_.projection && (!plane_->turns() || plane_->centre() == state_.camera.centre);
    if (!same) {
        plane_ = scene::plane_of(state_, projections_);
        plane_id_ = state_.projection;
    }
    return plane_;
}

void Session::dispatch(const scene::Action& action)
{
    if (record_.is_open() && !std::holds_alternative<scene::PointerAt>(action))
        record_ << scene::to_json_line(action) << '\n' << std::flush;
    if (const auto* tick = std::get_if<scene::Tick>(&action)) now_s_ += tick->dt_s;
    if (const auto* wanted = std::get_if<scene::SetProjection>(&action)) learn_projection(wanted->projection);
    const scene::AppState before = state_;
    if (std::holds_alternative<scene::Undo>(action)) {
        state_ = history_.undo(state_);
    } else if (std::holds_alternative<scene::Redo>(action)) {
        state_ = history_.redo(state_);
    } else {
        history_.before(state_, action, now_s_);
        auto reduced = scene::reduce(std::move(state_), action, context());
        state_ = std::move(reduced.state);
        for (auto& effect : reduced.effects) {
            if (const auto* at = std::get_if<scene::PickAt>(&effect))
                pick(at->at);
            else
                effects_.push_back(std::move(effect));
        }
    }
    follow_up(before);
}

void Session::follow_up(const scene::AppState& before)
{
    if (state_.theme != before.theme || state_.language != before.language) load_theme_and_language();
    if (state_.projection != before.projection) request_geometry(state_.projection);
    // Panels that come or go change the free map; the first layout of a new size is made at once, not a frame late.
    if (state_.viewport != before.viewport || state_.selection != before.selection ||
        state_.layers_open != before.layers_open || state_.chrome_visible != before.chrome_visible ||
        state_.language != before.language)
        layout(free_rect(), state_.covered);
}

void Session::load_theme_and_language()
{
    if (const auto it = themes_.find(state_.theme); it != themes_.end()) {
        theme_ = it->second;
    } else {
        base::log(base::Severity::warning, "no theme '" + state_.theme + "'; the running one stays");
        if (!theme_) theme_ = themes_.begin()->second;
        state_.theme = theme_->id;
    }
    if (strings_.language == state_.language && !strings_.fallback.empty()) return;
    theme_names_.clear();
    for (const auto& id : scene::theme_ids(paths_.assets / "themes")) // in the order in which they are offered
        if (const auto theme = themes_.find(id); theme != themes_.end())
            theme_names_.emplace_back(id, data::localized(theme->second->name, state_.language));
    auto strings = scene::load_strings(paths_.assets / "lang", state_.language);
    if (strings)
        strings_ = std::move(*strings);
    else
        base::log(base::Severity::error, strings.error().text());
}

scene::Scene Session::build(double dt_s)
{
    memory_.labels.dt_s = dt_s;
    if (!plane()) return {};
    if (waiting_for_map()) {
        const auto left = left_state();
        return last_scene_ = scene_of(left, scene::plane_of(left, projections_));
    }
    last_scene_ = scene_of(state_, plane());
    if (animates_ && state_.morph) {
        const auto left = left_state();
        const auto from = scene::plane_of(left, projections_);
        const double t = std::min(1.0, state_.morph->elapsed_s / scene::kMorphS);
        const auto step = static_cast<float>(t * t * (3 - 2 * t));
        if (from) last_scene_.morph = scene::MorphDraw{from, scene::resolve(left, *from), step};
        for (auto& label : last_scene_.labels) label.opacity *= step * step;
        for (auto& leader : last_scene_.leaders) {
            leader.color.a *= step * step;
            leader.halo.a *= step * step;
        }
    }
    return last_scene_;
}

scene::Scene Session::build_apart(const scene::AppState& state)
{
    scene::AppState shown = std::exchange(state_, state);
    state_.morph.reset();
    wait_until_loaded();
    scene::SceneMemory memory = std::exchange(memory_, {});
    memory_.labels.dt_s = 1e9; // nothing fades
    scene::Scene scene;
    if (const auto now = plane()) scene = scene_of(state_, now);
    memory_ = std::move(memory);
    state_ = std::move(shown);
    return scene;
}

std::optional<scene::Camera> Session::untouched_view(const geo::Rect& rect) const
{
    const auto* view = dataset_.atlas->view(state_.view);
    const auto* plane = projection();
    if (!view || !plane || view->projection != state_.projection) return std::nullopt;
    const auto own = scene::camera_for(*view, state_.free_rect, *plane);
    const auto& now = state_.camera;
    const bool same = std::abs(own.metres_per_px / now.metres_per_px - 1) < 0.01 &&
                      std::abs(own.centre.lon - now.centre.lon) < 1e-3 &&
                      std::abs(own.centre.lat - now.centre.lat) < 1e-3;
    return same ? std::optional(scene::camera_for(*view, rect, *plane)) : std::nullopt;
}

double Session::ground_metres_per_unit() const
{
    const auto* plane = projection();
    const double ground = plane ? plane->ground_metres_per_unit_x(state_.camera.centre) : 1;
    return ground > 0 ? ground : 1;
}

scene::AppState Session::left_state() const
{
    scene::AppState left = state_;
    if (state_.morph) {
        left.projection = state_.morph->projection;
        left.camera = state_.morph->camera;
    }
    return left;
}

scene::Scene Session::scene_of(const scene::AppState& state, const std::shared_ptr<const geo::Projection>& plane)
{
    const auto it = geometries_.find(state.projection);
    auto geometry = it == geometries_.end() ? nullptr : it->second;
    if (geometry && geometry->centre && *geometry->centre != plane->centre())
        geometry = scene::turned_geometry(*geometry, dataset_, *plane, state.overlay, state.camera.metres_per_px);
    auto scene = scene::build_scene(state, dataset_, *plane, geometry, theme_, strings_, *text_, memory_);
    scene.plane = plane;
    return scene;
}

void Session::pick(geo::ScreenPx at)
{
    const float radius = kTouchRadiusMm * kPxPerMm * 0.5F * state_.viewport.scale;
    auto found = scene::pick(state_, last_scene_, dataset_, at, radius);
    const scene::AppState before = state_;
    if (found.empty())
        state_ = scene::reduce(std::move(state_), scene::ClearSelection{}, context()).state;
    else
        state_ =
            scene::reduce(std::move(state_), scene::Select{found.front().kind, found.front().subject}, context()).state;
    if (found.size() > 1) state_.candidates = std::move(found);
    follow_up(before);
}

ui::FrameOutput Session::panels_of(const scene::AppState& state, const scene::Scene& scene, std::uint64_t glyph_texture)
{
    const auto* plane = projection();
    std::string pointer;
    if (plane && state.pointer)
        if (const auto at = plane->inverse(scene.camera.to_projected(*state.pointer)))
            pointer = geo::format_lonlat(*at);
    const double ground = plane ? plane->ground_metres_per_unit_x(state.camera.centre) * state.camera.metres_per_px : 0;
    return ui::draw_panels({state, dataset_, scene, *theme_, strings_, languages_, theme_names_, *text_, glyph_texture,
                            ground, pointer, search_index(), plane});
}

void Session::rehearse(int year, std::uint64_t glyph_texture)
{
    if (!projection()) return;
    scene::AppState state = state_;
    state.morph.reset();
    state.year = year;
    scene::SceneMemory shown = std::exchange(memory_, {});
    memory_.labels.dt_s = 1e9; // nothing fades
    const auto scene = scene_of(state, plane());
    memory_ = std::move(shown);
    static_cast<void>(panels_of(state, scene, glyph_texture));
}

ui::FrameOutput Session::draw_panels(const scene::Scene& scene, std::uint64_t glyph_texture)
{
    const scene::AppState shown = state_; // panels read one state for the whole frame
    auto out = panels_of(shown, scene, glyph_texture);
    for (const auto& action : out.actions) dispatch(action);
    std::vector<geo::Rect> covered;
    for (const auto& panel : out.panels) covered.push_back(panel.rect);
    layout(free_rect(), std::move(covered));
    return out;
}

const scene::SearchIndex* Session::search_index()
{
    if (!state_.search_open) return search_.get();
    if (dataset_.facts && search_parts_ != dataset_.parts_done) {
        search_ = std::make_unique<const scene::SearchIndex>(dataset_);
        search_parts_ = dataset_.parts_done;
    }
    return search_.get();
}

void Session::layout(const geo::Rect& free_rect, std::vector<geo::Rect> covered)
{
    state_.covered = std::move(covered);
    // Panels that change sides take the map with them; else it stays where it is on the screen.
    const bool same_side = std::exchange(laid_out_right_to_left_, strings_.right_to_left) == strings_.right_to_left;
    if (free_rect == state_.free_rect || free_rect.w <= 0 || free_rect.h <= 0) {
        laid_out_for_ = state_.viewport;
        return;
    }
    const auto* plane = projection();
    const bool same_window = laid_out_for_ == state_.viewport && same_side;
    const geo::ScreenPx was{std::round(state_.free_rect.x + state_.free_rect.w / 2),
                            std::round(state_.free_rect.y + state_.free_rect.h / 2)};
    state_.free_rect = free_rect;
    const geo::ScreenPx is{std::round(free_rect.x + free_rect.w / 2), std::round(free_rect.y + free_rect.h / 2)};
    if (same_window && plane && state_.motion.kind == scene::Motion::Kind::none)
        scene::pan_by(state_, was.x - is.x, was.y - is.y, *plane);
    laid_out_for_ = state_.viewport;
}

base::Result<void> Session::reload_themes()
{
    base::Result<void> result;
    const auto folder = paths_.assets / "themes";
    for (const auto& id : scene::theme_ids(folder)) {
        auto theme = scene::load_theme(folder, id);
        if (theme)
            themes_[id] = std::make_shared<const scene::Theme>(std::move(*theme));
        else if (result)
            result = tl::unexpected(theme.error());
    }
    load_theme_and_language();
    return result;
}

std::vector<scene::Effect> Session::take_effects() { return std::exchange(effects_, {}); }

} // namespace app
