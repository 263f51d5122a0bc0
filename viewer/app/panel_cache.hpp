#pragma once
#include "geo/types.hpp"
#include "render/kept_picture.hpp"
#include <cstdint>
#include <imgui.h>
#include <map>
#include <string>
#include <vector>

namespace app {

/// Panels that look as they did in the last frames are shown from a kept picture, so that a moving map does not pay
/// for drawing them again. Main thread.
class PanelCache {
public:
    /// Draws what ImGui rendered into `framebuffer`, which is bound when it returns.
    void draw(const ImDrawData& panels, render::KeptPicture& picture, unsigned framebuffer);

private:
    struct Panel {
        std::uint64_t look = 0;
        geo::Rect px;
        int same_frames = 0;
        bool kept = false, seen = false;
    };
    void note(const ImDrawData& panels);
    void keep(const ImDrawData& panels, render::KeptPicture& picture);
    [[nodiscard]] geo::Rect free_part(geo::Rect px) const;

    std::map<std::string, Panel> panels_; ///< by window name
};

} // namespace app
