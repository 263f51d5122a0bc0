#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace scene {

/// Which labels were shown, so that a placed label keeps its place unless a higher one needs it, and fades rather
/// than blinks.
struct LabelMemory {
    struct Entry {
        float opacity = 0;
        bool shown = false;
        int anchor = 0;
    };
    std::unordered_map<std::string, Entry> entries;
    double dt_s = 1e9;   ///< time since the last frame; large = no fade
    bool fading = false; ///< set by build_scene: another frame is wanted
};

struct SymbolInstance;

/// What build_scene keeps from frame to frame.
struct SceneMemory {
    LabelMemory labels;
    std::uint64_t symbols_key = 0; ///< symbols are made anew only when what they show has changed
    std::shared_ptr<const std::vector<SymbolInstance>> symbols;
};

} // namespace scene
