#pragma once
#include "scene/camera.hpp"
#include "scene/reduce.hpp"

/// How the camera moves by itself. Advanced by Tick alone, so every frame can be reproduced.
namespace scene {

void pan_by(AppState& state, float dx_px, float dy_px, const geo::Projection& projection);
/// The place under `from` goes along. On a flat map that is a pan.
void drag_by(AppState& state, geo::ScreenPx from, float dx_px, float dy_px, const geo::Projection& projection);
/// Keeps the place under `at` where it is.
void zoom_at(AppState& state, double factor, geo::ScreenPx at, const geo::Projection& projection);
void start_fly(AppState& state, const Camera& to, double duration_s);
void start_zoom(AppState& state, double factor, geo::ScreenPx at, const geo::Projection& projection);
void advance_motion(AppState& state, double dt_s, const geo::Projection& projection);

} // namespace scene
