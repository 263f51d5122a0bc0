#pragma once
#include "data/atlas_file.hpp"
#include "geo/projection.hpp"
#include "scene/action.hpp"
#include "scene/app_state.hpp"
#include <map>

namespace scene {

/// Things an action asks of the world outside the state.
struct PickAt {
    geo::ScreenPx at;
};
struct WriteScreenshot {
    std::string file;
};
struct WritePage {
    std::string file;
};
struct ApplyFullscreen {
    bool on;
};
using Effect = std::variant<PickAt, WriteScreenshot, WritePage, ApplyFullscreen>;

/// What reduce may read: the atlas and the projections by id (main thread).
struct ReduceContext {
    const data::AtlasFile& atlas;
    const std::map<std::string, geo::Projection>& projections;
    [[nodiscard]] const geo::Projection* projection(const std::string& id) const;
};

struct Reduced {
    AppState state;
    std::vector<Effect> effects;
};

/// Pure: the same state, action and context give the same result. Unknown ids leave the state unchanged.
[[nodiscard]] Reduced reduce(AppState state, const Action& action, const ReduceContext& context);

/// The state an atlas opens with.
[[nodiscard]] AppState initial_state(const data::AtlasFile& atlas, const Viewport& viewport);

} // namespace scene
