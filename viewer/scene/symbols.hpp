#pragma once
#include "scene/app_state.hpp"
#include "scene/label_memory.hpp"
#include "scene/scene.hpp"

namespace scene {

/// A point feature as it is shown at a scale: its symbol, and how far a label keeps from it.
struct PlacedSymbol {
    std::string layer, style;
    const data::Feature* feature = nullptr;
    const PointFeature* point = nullptr;
    float radius_px = 0; ///< on screen, device px
    float clear_px = 0;  ///< labels keep this far off: the symbol and any that covers it
};

/// Every point symbol of the visible layers at this scale, important ones last.
[[nodiscard]] std::vector<PlacedSymbol> placed_symbols(const AppState& state, const data::Dataset& dataset,
                                                       const MapGeometry& geometry);

/// Instances for the renderer; kept in `memory` while nothing they show has changed.
[[nodiscard]] std::shared_ptr<const std::vector<SymbolInstance>>
symbol_instances(const AppState& state, const std::vector<PlacedSymbol>& placed, const MapGeometry& geometry,
                 const Theme& theme, SceneMemory& memory);

/// True when the layer group of a layer is switched on.
[[nodiscard]] bool layer_visible(const AppState& state, const data::LayerSpec& layer);

} // namespace scene
