#pragma once
#include "app/imgui_host.hpp"
#include "app/rehearsal.hpp"
#include "app/session.hpp"
#include "render/color_vision.hpp"
#include "render/renderer.hpp"
#include <functional>

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
    using TakeRows = std::function<base::Result<void>(const std::uint8_t* rgb, int rows)>;
    /// The whole picture of the session's viewport, which may be larger than any framebuffer: parts of at most the
    /// given size, handed on as full rows from the top. Labels and panels are placed once for all parts.
    base::Result<void> draw_in_parts(Session& session, int part_width, int part_height, const TakeRows& take);

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
    /// Compiles the shaders of the folder again; on failure the running ones stay and the error says why.
    base::Result<void> reload_shaders();
    [[nodiscard]] ImGuiHost& imgui() { return imgui_; }
    [[nodiscard]] const render::Metrics& metrics() const { return renderer_->metrics(); }

private:
    Stage(std::unique_ptr<render::Renderer> renderer, const std::string& shader_folder)
        : renderer_(std::move(renderer)), color_vision_(shader_folder)
    {
    }
    void restyle(const Session& session);

    std::unique_ptr<render::Renderer> renderer_;
    render::ColorVision color_vision_;
    ImGuiHost imgui_;
    Rehearsal rehearsal_; // after the host: shares its fonts
    ui::FrameOutput panels_;
    const scene::Theme* styled_for_ = nullptr;
    bool color_vision_failed_ = false;
    float styled_scale_ = 0;
    std::uint64_t glyph_generation_ = 0;
    bool keep_panels_ = true;
};

} // namespace app
