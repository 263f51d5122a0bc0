#pragma once
#include "data/atlas_file.hpp"
#include "geo/projection.hpp"
#include "scene/app_state.hpp"

namespace scene {

/// A camera resolved in one projection: the affine map between projected metres and device pixels.
struct CameraView {
    geo::Projected centre; ///< shown at `centre_px`
    geo::ScreenPx centre_px;
    double metres_per_px = 1;
    int width_px = 0, height_px = 0;

    [[nodiscard]] geo::ScreenPx to_screen(geo::Projected p) const;
    [[nodiscard]] geo::Projected to_projected(geo::ScreenPx p) const;
    [[nodiscard]] geo::Bounds bounds(float margin_px = 0) const;
    friend bool operator==(const CameraView&, const CameraView&) = default;
};

[[nodiscard]] CameraView resolve(const AppState& state, const geo::Projection& projection);
/// The camera that shows a view in the free rectangle.
[[nodiscard]] Camera camera_for(const data::ViewSpec& view, const geo::Rect& free_rect,
                                const geo::Projection& projection);

inline constexpr double kMinMetresPerPx = 2.0, kMaxMetresPerPx = 20'000.0;
/// How far out one may zoom: the whole world with a margin, and on a flat map at least kMaxMetresPerPx.
[[nodiscard]] double farthest_metres_per_px(const geo::Rect& free_rect, const geo::Projection& projection);
/// A globe that fills the free rectangle from top to bottom, a little of it beyond.
[[nodiscard]] double globe_metres_per_px(const geo::Rect& free_rect, const geo::Projection& projection);

} // namespace scene
