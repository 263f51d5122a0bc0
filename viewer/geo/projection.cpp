#include "geo/projection.hpp"
#include "geo/geodesic.hpp"
#include "geo/orthographic.hpp"
#include "geo/projection_domain.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <numbers>
#include <proj.h>

namespace geo {
namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
// Two and a half times round the Earth: what lies beyond has run away to infinity.
constexpr double kFarthest_m = 1e8;
// How far inverse(p) may project from p; more means that p is off the map and the longitude has wrapped.
constexpr double kSamePlace_m = 100;

constexpr auto kUseProjection = "give a projection such as '+proj=laea +lat_0=42 +lon_0=85' or 'EPSG:3857'";

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Pj = std::unique_ptr<PJ, PjDeleter>;

/// A projected CRS, also inside one that is bound to a datum shift; null for anything else.
Pj projected_crs(PJ_CONTEXT* context, Pj crs)
{
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) crs.reset(proj_get_source_crs(context, crs.get()));
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    return crs && proj_get_type(crs.get()) == PJ_TYPE_PROJECTED_CRS ? std::move(crs) : nullptr;
}

double metres_per_axis_unit(PJ_CONTEXT* context, const PJ* projected)
{
    const Pj axes(proj_crs_get_coordinate_system(context, projected));
    double metres = 1;
    if (axes)
        proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &metres, nullptr, nullptr, nullptr);
    return metres > 0 ? metres : 1;
}

/// What geo::Orthographic computes.
bool is_globe(const std::string& parameters)
{
    if (proj_parameter(parameters, "proj") != "ortho") return false;
    for (const char* key : {"alpha", "k_0", "k", "R", "x_0", "y_0"})
        if (const auto value = proj_parameter(parameters, key); value && *value != "0" && *value != "1") return false;
    return proj_parameter(parameters, "datum") == "WGS84" || proj_parameter(parameters, "ellps") == "WGS84";
}

Bounds bounds_of(const ProjectedLine& line)
{
    if (line.empty()) return {};
    Bounds b{line[0].x, line[0].y, line[0].x, line[0].y};
    for (const Projected& p : line)
        b = {std::min(b.x_min, p.x), std::min(b.y_min, p.y), std::max(b.x_max, p.x), std::max(b.y_max, p.y)};
    return b;
}

} // namespace

struct Projection::Impl {
    Context context; // first: outlives what it made
    Pj pj;
    double angle_unit = kRad;   ///< PROJ's input unit for one degree
    double metres_per_unit = 1; ///< of PROJ's output
    ProjectionDomain domain;
    std::optional<Orthographic> globe; ///< does what pj would, sooner; pj may then be null

    [[nodiscard]] Projected forward(LonLat p) const
    {
        if (!domain.contains(p)) return {kNan, kNan};
        if (globe) return globe->forward(p).value_or(Projected{kNan, kNan});
        const PJ_COORD out =
            proj_trans(pj.get(), PJ_FWD, proj_coord(p.lon * angle_unit, p.lat * angle_unit, 0, HUGE_VAL));
        const Projected q{out.xy.x * metres_per_unit, out.xy.y * metres_per_unit};
        if (std::abs(q.x) < kFarthest_m && std::abs(q.y) < kFarthest_m) return q;
        return {kNan, kNan};
    }
};

void Projection::ImplDeleter::operator()(Impl* impl) const { delete impl; }

base::Result<Projection> Projection::create(const std::string& definition)
{
    const std::string place = "projection '" + definition + "'";
    Projection made;
    made.impl_.reset(new Impl);
    made.definition_ = definition;
    Impl& impl = *made.impl_;
    impl.context.reset(proj_context_create());
    PJ_CONTEXT* context = impl.context.get();
    if (!context) return base::fail("PROJ cannot start", place);
    proj_log_level(context, PJ_LOG_NONE);

    const bool proj_string = proj_parameter(definition, "proj").value_or("pipeline") != "pipeline";
    const std::string crs_text =
        proj_string && !proj_parameter(definition, "type") ? definition + " +type=crs" : definition;
    Pj crs(proj_create(context, crs_text.c_str()));
    if (!crs) {
        const int code = proj_context_errno(context);
        const char* reason = code && code != PROJ_ERR_OTHER ? proj_context_errno_string(context, code) : nullptr;
        return base::fail(std::string("not understood by PROJ") + (reason ? std::string(": ") + reason : ""), place,
                          kUseProjection);
    }
    if (!proj_is_crs(crs.get())) return base::fail("is an operation, not a coordinate system", place, kUseProjection);
    const Pj projected = projected_crs(context, std::move(crs));
    if (!projected)
        return base::fail("is not a projected coordinate system (no plane in metres)", place, kUseProjection);

    const char* exported = proj_as_proj_string(context, projected.get(), PJ_PROJ_4, nullptr);
    const std::string parameters = exported ? exported : proj_string ? definition : "";
    impl.domain = projection_domain(parameters);
    made.centre_lon_ = normalised_lon(impl.domain.centre.lon);

    // Without a datum shift the bare projection is exact, and several times quicker to make and to run.
    if (const auto operation = proj_parameter(definition, "towgs84") || proj_parameter(definition, "nadgrids")
                                   ? std::nullopt
                                   : plain_operation(parameters)) {
        impl.pj.reset(proj_create(context, operation->c_str()));
    }
    if (!impl.pj) {
        const Pj raw(proj_create_crs_to_crs(context, "OGC:CRS84", crs_text.c_str(), nullptr));
        if (raw) impl.pj.reset(proj_normalize_for_visualization(context, raw.get()));
        impl.angle_unit = 1;
        impl.metres_per_unit = metres_per_axis_unit(context, projected.get());
    }
    if (!impl.pj) return base::fail("no way from WGS 84 to it is known to PROJ", place, kUseProjection);
    if (is_globe(parameters) && impl.angle_unit == kRad) impl.globe.emplace(impl.domain.centre);
    made.extent_ = bounds_of(made.outline());
    return made;
}

base::Result<Projection> Projection::create_turning(const std::string& definition)
{
    auto made = create(definition);
    if (made && !made->globe())
        return base::fail("cannot turn", "projection '" + definition + "'",
                          "only '+proj=ortho +datum=WGS84' turns; leave 'turns' out");
    if (made) made->turns_ = true;
    return made;
}

Projection Projection::turned_to(LonLat centre) const
{
    Projection out;
    out.impl_.reset(new Impl);
    out.impl_->domain = domain();
    out.impl_->domain.centre = centre;
    out.impl_->globe.emplace(centre);
    out.definition_ =
        fmt::format("+proj=ortho +lat_0={:.7f} +lon_0={:.7f} +datum=WGS84 +units=m", centre.lat, centre.lon);
    out.centre_lon_ = normalised_lon(centre.lon);
    out.turns_ = true;
    const auto limb = out.impl_->globe->limb();
    out.extent_ = {-limb.half_width_m, limb.centre.y - limb.half_height_m, limb.half_width_m,
                   limb.centre.y + limb.half_height_m};
    return out;
}

const Orthographic* Projection::globe() const { return impl_->globe ? &*impl_->globe : nullptr; }

LonLat Projection::centre() const { return {centre_lon_, domain().centre.lat}; }

double Projection::seam_lon() const { return normalised_lon(centre_lon_ + 180); }

bool Projection::torn_at_seam() const { return impl_->domain.torn; }

const ProjectionDomain& Projection::domain() const { return impl_->domain; }

std::optional<Projected> Projection::forward(LonLat p) const
{
    const Projected q = impl_->forward(p);
    return std::isfinite(q.x) ? std::optional(q) : std::nullopt;
}

void Projection::forward(std::span<const LonLat> in, std::vector<Projected>& out) const
{
    out.resize(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = impl_->forward(in[i]);
}

std::optional<LonLat> Projection::inverse(Projected p) const
{
    const Impl& impl = *impl_;
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
    if (impl.globe) {
        const auto q = impl.globe->inverse(p);
        return q && impl.domain.contains(*q) ? q : std::nullopt;
    }
    const PJ_COORD out = proj_trans(impl.pj.get(), PJ_INV,
                                    proj_coord(p.x / impl.metres_per_unit, p.y / impl.metres_per_unit, 0, HUGE_VAL));
    const LonLat q{normalised_lon(out.lp.lam / impl.angle_unit), out.lp.phi / impl.angle_unit};
    const Projected again = impl.forward(q);
    if (!(std::hypot(again.x - p.x, again.y - p.y) < kSamePlace_m)) return std::nullopt;
    return q;
}

double Projection::ground_metres_per_unit_x(LonLat p) const
{
    const auto centre = forward(p);
    if (!centre) return kNan;
    constexpr double kHalfStep_m = 500;
    const LonLat west = inverse({centre->x - kHalfStep_m, centre->y}).value_or(p);
    const LonLat east = inverse({centre->x + kHalfStep_m, centre->y}).value_or(p);
    const double steps = (west == p ? 0 : 1) + (east == p ? 0 : 1);
    return steps > 0 ? geodesic_distance_m(west, east) / (steps * kHalfStep_m) : kNan;
}

} // namespace geo
