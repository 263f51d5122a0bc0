#include "app/loader.hpp"
#include "app/session.hpp"
#include "base/log.hpp"
#include "geo/geodesic.hpp"
#include "geo/graticule.hpp"
#include "scene/labels.hpp"

/// Which geometry the session needs, and when it is built: by projection, level of detail and what has been loaded.
namespace app {
namespace {

constexpr double kTurnedPx = 200;

} // namespace

double Session::ground_metres_per_px() const
{
    const auto* plane = projection();
    const double ground = plane ? plane->ground_metres_per_unit_x(state_.camera.centre) : 1;
    return state_.camera.metres_per_px * (ground > 0 ? ground : 1);
}

scene::Detail Session::detail_of(const std::string& projection) const
{
    if (projection == state_.projection)
        return {state_.camera.metres_per_px, geo::graticule_step_deg(ground_metres_per_px())};
    double metres_per_px = state_.camera.metres_per_px;
    for (const auto& view : dataset_.atlas->views)
        if (view.in_menu && view.projection == projection && state_.free_rect.w > 0) {
            metres_per_px = view.width_km * 1000 / static_cast<double>(state_.free_rect.w);
            break;
        }
    return {metres_per_px, geo::graticule_step_deg(metres_per_px)};
}

bool Session::geometry_ready() const
{
    const auto it = geometries_.find(state_.projection);
    return it != geometries_.end() && !building_.contains(state_.projection) && !stale_.contains(state_.projection) &&
           it->second->centre == turned_to(state_.projection) && it->second->serves(detail_of(state_.projection));
}

std::optional<geo::LonLat> Session::turned_to(const std::string& projection) const
{
    const auto found = projections_.find(projection);
    if (found == projections_.end() || !found->second.turns()) return std::nullopt;
    return projection == state_.projection ? plane()->centre() : found->second.centre();
}

bool Session::waiting_for_map() const
{
    if (!animates_ || !state_.morph || !geometries_.contains(state_.morph->projection)) return false;
    const auto it = geometries_.find(state_.projection);
    return it == geometries_.end() || it->second->centre != turned_to(state_.projection);
}

void Session::request_detail(bool at_rest)
{
    if (!dataset_.complete()) return;
    for (const auto& spec : dataset_.atlas->reliefs) {
        const auto& raster = dataset_.reliefs[spec.id];
        if (!raster || raster->reduction == 1) continue;
        const int wanted = data::raster_reduction(raster->lat_min, raster->lat_max, raster->height * raster->reduction,
                                                  ground_metres_per_px());
        auto& asked = relief_reductions_.try_emplace(spec.id, raster->reduction).first->second;
        if (wanted >= asked) continue;
        asked = wanted;
        ++relief_jobs_;
        load_relief(*worker_, dataset_, spec, ground_metres_per_px(), [this] {
            --relief_jobs_;
            for (const auto& [id, geometry] : geometries_) stale_.insert(id);
        });
    }
    const auto it = geometries_.find(state_.projection);
    if (it == geometries_.end() || building_.contains(state_.projection)) return;
    const auto centre = turned_to(state_.projection);
    // While the hand turns the globe, it is built again for every so many pixels only.
    const bool turned =
        centre && it->second->centre != centre &&
        (at_rest || geo::geodesic_distance_m(*centre, *it->second->centre) > kTurnedPx * state_.camera.metres_per_px);
    if (turned || !it->second->serves(detail_of(state_.projection))) request_geometry(state_.projection);
}

void Session::look_ahead()
{
    if (!ahead_ || !dataset_.complete() || !building_.empty() || !stale_.empty() || relief_jobs_ > 0) return;
    for (const auto& view : dataset_.atlas->views)
        if (view.in_menu && !geometries_.contains(view.projection) && projections_.contains(view.projection))
            return request_geometry(view.projection);
}

/// What an analyst types instead of the id of an atlas projection. One that cannot be used is reported; reduce then
/// knows no such projection and the running one stays.
void Session::learn_projection(const std::string& definition)
{
    if (definition.empty() || projections_.contains(definition)) return;
    auto made = geo::Projection::create(definition);
    if (made) {
        projections_.emplace(definition, std::move(*made));
        return;
    }
    base::log(base::Severity::error, made.error().text());
    dataset_.problems.push_back(made.error());
}

void Session::prepare_ahead()
{
    ahead_ = true;
    look_ahead();
}

void Session::request_geometry(const std::string& projection)
{
    if (!vectors_ready(dataset_)) {
        stale_.insert(projection);
        return;
    }
    if (building_.contains(projection)) {
        stale_.insert(projection);
        return;
    }
    stale_.erase(projection);
    building_.insert(projection);
    const auto previous = geometries_.contains(projection) ? geometries_[projection] : nullptr;
    // The job works on its own copy: the dataset's parts are shared and immutable.
    worker_->submit([this, projection, previous, only = detail_of(projection), centre = turned_to(projection),
                     copy = dataset_]() -> base::Worker::Delivery {
        auto built = scene::build_map_geometry(copy, projection, previous.get(), &only, centre);
        if (!built)
            return [this, projection, error = built.error()] {
                base::log(base::Severity::error, error.text());
                dataset_.problems.push_back(error);
                building_.erase(projection);
            };
        auto geometry = std::make_shared<const scene::MapGeometry>(std::move(*built));
        return [this, projection, geometry] {
            geometries_[projection] = geometry;
            building_.erase(projection);
        };
    });
}

bool Session::poll()
{
    const auto seen = [this] {
        const auto it = geometries_.find(state_.projection);
        return std::pair(it == geometries_.end() ? nullptr : it->second.get(), dataset_.problems.size());
    };
    const auto seen_before = seen();
    worker_->deliver();
    const bool changed = seen() != seen_before || dataset_.parts_done != parts_seen_;
    if (dataset_.parts_done != parts_seen_) {
        const bool had_vectors = parts_seen_ >= 0 && vectors_ready(dataset_);
        parts_seen_ = dataset_.parts_done;
        if (vectors_ready(dataset_) &&
            (!had_vectors || dataset_.complete() || !geometries_.contains(state_.projection)))
            request_geometry(state_.projection);
    }
    if (!stale_.empty() && vectors_ready(dataset_)) {
        const auto waiting = stale_;
        for (const auto& id : waiting)
            if (!building_.contains(id)) request_geometry(id);
    }
    request_detail(state_.camera == polled_camera_);
    polled_camera_ = state_.camera;
    look_ahead();
    return changed;
}

bool Session::picture_complete() const
{
    return dataset_.complete() && last_scene_.geometry && relief_jobs_ == 0 && geometry_ready() &&
           last_scene_.reliefs.size() == dataset_.atlas->reliefs.size();
}

bool Session::loading() const
{
    return !dataset_.complete() || !building_.empty() || !stale_.empty() || relief_jobs_ > 0;
}

void Session::wait_until_loaded()
{
    const auto ready = [&] { return dataset_.complete() && relief_jobs_ == 0 && geometry_ready(); };
    poll();
    request_detail(true);
    while (!ready() && (worker_->pending() > 0 || !stale_.empty())) {
        worker_->wait_for_delivery();
        poll();
        request_detail(true);
    }
}

} // namespace app
