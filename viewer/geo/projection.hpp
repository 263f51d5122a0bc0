#pragma once
#include "base/result.hpp"
#include "geo/types.hpp"
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace geo {

struct ProjectionDomain;
class Orthographic;

/// A PROJ projection between LonLat (WGS 84 degrees) and Projected (metres).
/// Owns its own PJ_CONTEXT, so each thread creates its own; not for sharing between threads.
class Projection {
public:
    /// `definition`: a PROJ string ("+proj=laea +lat_0=42 +lon_0=85"), "EPSG:3857", or WKT. A geographic or
    /// unusable definition is an error that names it.
    static base::Result<Projection> create(const std::string& definition);

    /// A globe that may be turned to any centre: the definition must be an orthographic projection of WGS 84.
    static base::Result<Projection> create_turning(const std::string& definition);

    [[nodiscard]] bool turns() const { return turns_; }
    /// The same globe with another place in its middle; cheap. Only for one that turns.
    [[nodiscard]] Projection turned_to(LonLat centre) const;
    /// The closed form behind a globe; null for any other projection.
    [[nodiscard]] const Orthographic* globe() const;

    [[nodiscard]] const std::string& definition() const { return definition_; }
    [[nodiscard]] LonLat centre() const;                            ///< +lon_0 and +lat_0, 0 where it has none
    [[nodiscard]] double centre_lon() const { return centre_lon_; } ///< +lon_0, 0 when it has none
    [[nodiscard]] double seam_lon() const;                          ///< meridian where the projection is cut, -180..180
    /// False for azimuthal projections, which are continuous across the seam meridian and end around the antipode.
    [[nodiscard]] bool torn_at_seam() const;

    [[nodiscard]] std::optional<Projected> forward(LonLat p) const; ///< nullopt outside the projection's domain
    [[nodiscard]] std::optional<LonLat> inverse(Projected p) const;
    /// Projects all points; those outside the domain become NaN.
    void forward(std::span<const LonLat> in, std::vector<Projected>& out) const;

    /// Projects a polyline and cuts it where it crosses the seam or leaves the domain; both pieces share the cut
    /// point. Long steps are subdivided (straight in lon/lat) so that no chord is longer than `max_step_deg`.
    [[nodiscard]] std::vector<ProjectedLine> forward_line(std::span<const LonLat> line,
                                                          double max_step_deg = 1.0) const;

    /// Projects the even-odd area of rings (straight in lon/lat, as in GeoJSON: no jump over the antimeridian), cut at
    /// the seam, at the horizon and around the antipode. The rings returned are to be filled together by even-odd.
    /// Use this, not `forward`, for whatever is filled: an ocean whose outer ring is the lon/lat box comes out right.
    [[nodiscard]] std::vector<ProjectedLine> forward_area(std::span<const Line> rings, double max_step_deg = 1.0) const;

    /// Where the world ends on this map: the horizon, the rim around the antipode, or the seam and the outermost
    /// parallels. Closed; fill by even-odd.
    [[nodiscard]] ProjectedLine outline() const;
    /// Of the outline.
    [[nodiscard]] const Bounds& extent() const { return extent_; }

    /// Metres on the ground per projected metre along the x axis at p (for the scale bar); NaN outside the domain.
    [[nodiscard]] double ground_metres_per_unit_x(LonLat p) const;

private:
    [[nodiscard]] const ProjectionDomain& domain() const;

    struct Impl;
    struct ImplDeleter {
        void operator()(Impl*) const;
    };
    std::unique_ptr<Impl, ImplDeleter> impl_;
    std::string definition_;
    double centre_lon_ = 0;
    bool turns_ = false;
    Bounds extent_;
};

} // namespace geo
