#include "app/stage.hpp"
#include "gpu/target.hpp"

namespace app {

base::Result<std::unique_ptr<Stage>> Stage::create(const std::string& shader_folder)
{
    auto renderer = render::Renderer::create(shader_folder);
    if (!renderer) return tl::unexpected(renderer.error());
    return std::unique_ptr<Stage>(new Stage(std::move(*renderer)));
}

Stage::Drawn Stage::draw(Session& session, unsigned framebuffer, double dt_s, bool settled)
{
    const auto& viewport = session.state().viewport;
    if (styled_for_ != session.theme().id || styled_scale_ != viewport.scale) {
        ui::apply_style(session.theme(), viewport.scale);
        styled_for_ = session.theme().id;
        styled_scale_ = viewport.scale;
    }
    Drawn drawn;
    scene::Scene scene = session.build(dt_s);
    // Panels first: they shape text, and glyphs must be in the texture before anything is drawn with them.
    imgui_.begin_frame(viewport.width_px, viewport.height_px, dt_s);
    panels_ = session.draw_panels(scene, renderer_->glyph_texture());
    drawn.acted = !panels_.actions.empty();
    // A glyph atlas that overflowed was emptied: what was shaped before it must be shaped again (panels next frame).
    if (const auto now = session.text().atlas().generation; now != glyph_generation_) {
        if (glyph_generation_ != 0) scene = session.build(0);
        drawn.acted = drawn.acted || glyph_generation_ != 0;
        glyph_generation_ = session.text().atlas().generation;
    }
    renderer_->sync(scene, session.text());
    gpu::bind_target(framebuffer, viewport.width_px, viewport.height_px);
    drawn.sharp = renderer_->draw(scene, framebuffer, settled);
    gpu::bind_target(framebuffer, viewport.width_px, viewport.height_px);
    imgui_.end_frame(framebuffer, keep_panels_ ? &renderer_->kept_panels() : nullptr);
    return drawn;
}

void Stage::draw_no_margin()
{
    renderer_->draw_no_margin();
    keep_panels_ = false;
}

void Stage::rehearse(Session& session)
{
    rehearsal_.step(session, renderer_->glyph_texture());
    renderer_->sync_glyphs(session.text());
}

} // namespace app
