#pragma once
#include "geo/types.hpp"
#include "render/renderer.hpp"
#include <cstdint>
#include <imgui.h>
#include <map>
#include <memory>
#include <string>

namespace app {

/// Panels that look as they did in the last frames are shown from kept pictures, so that a moving map does not pay for
/// drawing them again. Main thread; goes before the renderer does.
class PanelCache {
public:
    /// Draws what ImGui rendered into `framebuffer`, which is bound when it returns.
    void draw(const ImDrawData& panels, render::Renderer& renderer, unsigned framebuffer);

private:
    struct Panel {
        std::uint64_t look = 0;
        geo::Rect px; ///< whole pixels that hold everything drawn
        int same_frames = 0;
        bool seen = false;
        std::unique_ptr<render::KeptPicture> kept; ///< null: drawn anew
    };
    void note(const ImDrawData& panels);
    void keep(const ImDrawData& panels, render::Renderer& renderer);

    std::map<std::string, Panel> panels_; ///< by window name
};

} // namespace app
