#pragma once
#include "scene/label_memory.hpp"
#include "scene/scene.hpp"
#include "scene/strings.hpp"

namespace scene {

/// State + data -> what to draw. Main thread (labels are shaped here). `memory` carries label identity between frames
/// (hysteresis and fade); pass a fresh one for a picture that depends on nothing but its inputs.
[[nodiscard]] Scene build_scene(const AppState& state, const data::Dataset& dataset, const geo::Projection& projection,
                                std::shared_ptr<const MapGeometry> geometry, std::shared_ptr<const Theme> theme,
                                const Strings& strings, text::Engine& engine, SceneMemory& memory);

} // namespace scene
