#include "scene/plane.hpp"

namespace scene {

std::shared_ptr<const geo::Projection> plane_of(const AppState& state,
                                                const std::map<std::string, geo::Projection>& projections)
{
    const auto found = projections.find(state.projection);
    if (found == projections.end()) return nullptr;
    if (found->second.turns())
        return std::make_shared<const geo::Projection>(found->second.turned_to(state.camera.centre));
    return {std::shared_ptr<const void>(), &found->second}; // not owned
}

} // namespace scene
