#include "scene/camera.hpp"
#include <algorithm>
#include <cmath>

namespace scene {

geo::ScreenPx CameraView::to_screen(geo::Projected p) const
{
    return {static_cast<float>(centre_px.x + (p.x - centre.x) / metres_per_px),
            static_cast<float>(centre_px.y - (p.y - centre.y) / metres_per_px)};
}

geo::Projected CameraView::to_projected(geo::ScreenPx p) const
{
    return {centre.x + (static_cast<double>(p.x) - centre_px.x) * metres_per_px,
            centre.y - (static_cast<double>(p.y) - centre_px.y) * metres_per_px};
}

geo::Bounds CameraView::bounds(float margin_px) const
{
    const auto a = to_projected({-margin_px, static_cast<float>(height_px) + margin_px});
    const auto b = to_projected({static_cast<float>(width_px) + margin_px, -margin_px});
    return {a.x, a.y, b.x, b.y};
}

CameraView resolve(const AppState& state, const geo::Projection& projection)
{
    CameraView view;
    view.centre = projection.forward(state.camera.centre).value_or(geo::Projected{});
    view.centre_px = {std::round(state.free_rect.x + state.free_rect.w / 2),
                      std::round(state.free_rect.y + state.free_rect.h / 2)};
    view.metres_per_px = state.camera.metres_per_px;
    view.width_px = state.viewport.width_px;
    view.height_px = state.viewport.height_px;
    return view;
}

Camera camera_for(const data::ViewSpec& view, const geo::Rect& free_rect, const geo::Projection& projection)
{
    const double ground = projection.ground_metres_per_unit_x(view.centre);
    const double across = view.width_km * 1000.0 / std::max(1.0F, free_rect.w),
                 down = view.height_km * 1000.0 / std::max(1.0F, free_rect.h);
    const double mpp = std::max(across, down) / (ground > 0 ? ground : 1.0);
    return {view.centre, std::clamp(mpp, kMinMetresPerPx, farthest_metres_per_px(free_rect, projection))};
}

double farthest_metres_per_px(const geo::Rect& free_rect, const geo::Projection& projection)
{
    constexpr double kMargin = 1.15, kHighest = 60'000; // a cone or a tilted map has no end
    const geo::Bounds& world = projection.extent();
    const double whole = std::max((world.x_max - world.x_min) / std::max(1.0F, free_rect.w),
                                  (world.y_max - world.y_min) / std::max(1.0F, free_rect.h)) *
                         kMargin;
    if (projection.globe()) return std::clamp(whole, kMinMetresPerPx, kHighest);
    return std::clamp(whole, kMaxMetresPerPx, kHighest);
}

double globe_metres_per_px(const geo::Rect& free_rect, const geo::Projection& projection)
{
    constexpr double kFilled = 1.04;
    const geo::Bounds& world = projection.extent();
    return (world.y_max - world.y_min) / (kFilled * std::max(1.0F, std::min(free_rect.w, free_rect.h)));
}

} // namespace scene
