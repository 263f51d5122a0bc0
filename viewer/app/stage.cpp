#include "app/stage.hpp"
#include "base/log.hpp"
#include "gpu/framebuffer.hpp"
#include "gpu/target.hpp"
#include <cmath>

namespace app {

base::Result<std::unique_ptr<Stage>> Stage::create(const std::string& shader_folder)
{
    auto renderer = render::Renderer::create(shader_folder);
    if (!renderer) return tl::unexpected(renderer.error());
    (*renderer)->own_rasters();
    return std::unique_ptr<Stage>(new Stage(std::move(*renderer), shader_folder));
}

void Stage::restyle(const Session& session)
{
    const float scale = session.state().viewport.scale;
    if (styled_for_ == &session.theme() && styled_scale_ == scale) return;
    ui::apply_style(session.theme(), scale);
    styled_for_ = &session.theme();
    styled_scale_ = scale;
}

base::Result<void> Stage::reload_shaders()
{
    color_vision_.forget();
    return renderer_->reload_shaders();
}

Stage::Drawn Stage::draw(Session& session, unsigned framebuffer, double dt_s, bool settled)
{
    const auto& viewport = session.state().viewport;
    restyle(session);
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
    imgui_.end_frame(framebuffer, keep_panels_ ? renderer_.get() : nullptr);
    if (auto seen =
            color_vision_.apply(session.state().color_vision, framebuffer, viewport.width_px, viewport.height_px);
        !seen && !std::exchange(color_vision_failed_, true))
        base::log(base::Severity::error, seen.error().text());
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

base::Result<Stage::Pixels> Stage::draw_ground(Session& session, const scene::Scene& scene, const geo::Rect& part,
                                               double factor)
{
    scene::Scene bare;
    bare.geometry = scene.geometry;
    bare.plane = scene.plane;
    bare.reliefs = scene.reliefs;
    bare.relief_opacity = scene.relief_opacity;
    bare.focus_layer = scene.focus_layer;
    bare.graticule_step_deg = scene.graticule_step_deg;
    bare.year = scene.year;
    auto theme = std::make_shared<scene::Theme>(*scene.theme);
    theme->numbers["line.graticule.opacity"] = 0; // a line, not ground
    bare.theme = theme;
    const auto f = static_cast<float>(factor), s = scene.scale;
    bare.camera = scene.camera;
    bare.camera.width_px = static_cast<int>(std::lround(part.w * s * f));
    bare.camera.height_px = static_cast<int>(std::lround(part.h * s * f));
    bare.camera.centre_px = {(scene.camera.centre_px.x - part.x * s) * f, (scene.camera.centre_px.y - part.y * s) * f};
    bare.camera.metres_per_px = scene.camera.metres_per_px / factor;
    gpu::Counters counters;
    auto target = gpu::Framebuffer::create(bare.camera.width_px, bare.camera.height_px, counters, false);
    if (!target) return tl::unexpected(target.error());
    renderer_->sync(bare, session.text());
    renderer_->draw(bare, target->id(), true);
    return Pixels{target->width(), target->height(), gpu::read_rgb(target->id(), target->width(), target->height())};
}

} // namespace app
