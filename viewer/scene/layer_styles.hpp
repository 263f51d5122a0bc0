#pragma once
#include "scene/scene.hpp"

namespace scene {

/// How a layer of a style role is drawn at a scale. Roles: ocean, lake, lake_dry, coast, river, river_minor, boundary,
/// boundary_disputed, boundary_line_of_control, boundary_indefinite, province, focus, railway, railway_high_speed,
/// railway_construction, road, pipeline, air. An unknown role gives a plain grey line, so that nothing vanishes in
/// silence.
[[nodiscard]] LayerDraw layer_draw(const data::LayerSpec& spec, const Theme& theme, double metres_per_px, float scale);

} // namespace scene
