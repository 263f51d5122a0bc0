#pragma once
#include "geo/types.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// Where a projection is worth drawing, read from its PROJ parameters. PROJ itself answers almost everywhere, with
/// coordinates that run away near the antipode of an azimuthal projection or the poles of Mercator.
struct ProjectionDomain {
    LonLat centre;                 ///< +lon_0 and +lat_0
    double max_distance_deg = 180; ///< from the centre
    double lat_min = -90, lat_max = 90;
    bool torn = true; ///< the meridian opposite the centre appears twice; false for azimuthal projections

    [[nodiscard]] bool contains(LonLat p) const;
};

/// Domain of the projection in a PROJ string.
[[nodiscard]] ProjectionDomain projection_domain(std::string_view proj_string);

/// Value of "+key=value" in a PROJ string; an empty value for a bare "+key".
[[nodiscard]] std::optional<std::string> proj_parameter(std::string_view proj_string, std::string_view key);

/// The projection alone, on degrees of WGS 84, as a PROJ operation; nullopt when a datum shift, an axis order or a
/// unit makes it more than that.
[[nodiscard]] std::optional<std::string> plain_operation(std::string_view proj_string);

/// Degrees brought to -180 <= lon < 180.
[[nodiscard]] double normalised_lon(double lon);

} // namespace geo
