#pragma once
#include "geo/types.hpp"
#include <array>
#include <optional>

namespace geo {

/// The orthographic projection of the WGS 84 ellipsoid, as PROJ's +proj=ortho (IOGP Guidance Note 373-7-2, method
/// 9840), in closed form: a few nanoseconds a point and nothing to set up, so that a globe may turn every frame.
class Orthographic {
public:
    explicit Orthographic(LonLat centre);

    [[nodiscard]] LonLat centre() const { return centre_; }
    /// Metres east and north of the centre; nullopt behind the horizon.
    [[nodiscard]] std::optional<Projected> forward(LonLat p) const;
    /// The same for any place: one behind the horizon as if the Earth were of glass.
    [[nodiscard]] Projected through(LonLat p) const;
    /// nullopt off the disc.
    [[nodiscard]] std::optional<LonLat> inverse(Projected p) const;

    /// The horizon is an ellipse with its axes along x and y.
    struct Limb {
        Projected centre;
        double half_width_m, half_height_m;
    };
    [[nodiscard]] Limb limb() const;
    /// Of the upright at p with the line of sight: 1 at the centre, 0 on the horizon, negative behind it.
    [[nodiscard]] double facing(LonLat p) const;

private:
    using Vector = std::array<double, 3>;
    LonLat centre_;
    Vector origin_, east_, north_, up_; ///< earth-centred, metres and unit vectors
};

/// The centre of the globe that shows `place` at `at` (metres from its centre), north up; nullopt when there is none.
[[nodiscard]] std::optional<LonLat> orthographic_centre(LonLat place, Projected at);

} // namespace geo
