#pragma once
#include "app/imgui_host.hpp"
#include "app/rehearsal.hpp"
#include "app/session.hpp"
#include "render/renderer.hpp"

namespace app {

/// One frame of everything, the same in the window and in a headless picture: map, then panels.
class Stage {
public:
    static base::Result<std::unique_ptr<Stage>> create(const std::string& shader_folder);

    struct Drawn {
        bool sharp = true;  ///< the map is drawn at its own scale, not from a moving copy
        bool acted = false; ///< a panel emitted actions
    };
    /// Draws into `framebuffer` (0 = window) of the session's viewport. `settled`: the hand is at rest.
    Drawn draw(Session& session, unsigned framebuffer, double dt_s, bool settled);

    /// Whether the texts of the other years are still to be shaped for what is shown now.
    [[nodiscard]] bool rehearsal_due(const Session& session) const { return rehearsal_.due(session.state()); }
    /// Shapes those of one more year and uploads their glyphs, so that a year change need not. Draws nothing.
    void rehearse(Session& session);
    struct Pixels {
        int width = 0, height = 0;
        std::vector<std::uint8_t> rgb; ///< top row first
    };
    /// Relief and region alone, without lines, of a part of the scene's picture (units: device px / scene scale),
    /// `factor` pixels of the result to a device pixel of the scene.
    base::Result<Pixels> draw_ground(Session& session, const scene::Scene& scene, const geo::Rect& part, double factor);

    [[nodiscard]] const ui::FrameOutput& panels() const { return panels_; } ///< of the last frame
    /// For a single picture: no margin for panning, panels are not kept.
    void draw_no_margin();
    [[nodiscard]] ImGuiHost& imgui() { return imgui_; }
    [[nodiscard]] const render::Metrics& metrics() const { return renderer_->metrics(); }

private:
    explicit Stage(std::unique_ptr<render::Renderer> renderer) : renderer_(std::move(renderer)) {}

    std::unique_ptr<render::Renderer> renderer_;
    ImGuiHost imgui_;
    Rehearsal rehearsal_; // after the host: shares its fonts
    ui::FrameOutput panels_;
    std::string styled_for_;
    float styled_scale_ = 0;
    std::uint64_t glyph_generation_ = 0;
    bool keep_panels_ = true;
};

} // namespace app
