#include "render/morph.hpp"
#include <algorithm>

namespace render {

base::Result<void> Morph::begin(const scene::Scene& scene, const scene::Scene& from, const Paint& paint)
{
    const auto& camera = scene.camera;
    for (auto* picture : {&from_, &to_}) {
        auto made = gpu::Framebuffer::create(camera.width_px, camera.height_px, counters_, false);
        if (!made) return tl::unexpected(made.error());
        *picture = std::move(*made);
    }
    paint(from, from_.id());
    paint(scene, to_.id());
    const auto& old = *scene.morph;
    from_net_ = scene::morph_net(*old.from, old.from_camera, *scene.plane, camera);
    to_net_ = scene::morph_net(*scene.plane, camera, *old.from, old.from_camera);
    from_camera_ = old.from_camera;
    camera_ = camera;
    from_plane_ = old.from->definition();
    plane_ = scene.plane->definition();
    return {};
}

bool Morph::ready_for(const scene::Scene& scene) const
{
    return to_.id() != 0 && scene.morph && scene.plane && scene.camera == camera_ &&
           scene.morph->from_camera == from_camera_ && scene.plane->definition() == plane_ &&
           scene.morph->from->definition() == from_plane_;
}

void Morph::draw(const scene::Scene& scene, unsigned framebuffer, const Programs& programs)
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(0, 0, scene.camera.width_px, scene.camera.height_px);
    const auto space = scene.theme->color("map.space");
    glClearColor(space.r, space.g, space.b, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const float step = scene.morph->step;
    Warp::Look look;
    look.width_px = scene.camera.width_px;
    look.height_px = scene.camera.height_px;
    // What only one of the maps shows stays in place: the old goes first, the new comes last.
    look.step = step;
    look.lost = std::max(0.0F, 1 - 2 * step);
    warp_.draw(from_, from_net_, look, programs, counters_);
    look.step = 1 - step; // its own place is where it ends
    look.opacity = step;
    look.lost = std::max(0.0F, 2 * step - 1);
    warp_.draw(to_, to_net_, look, programs, counters_);
}

void Morph::end()
{
    if (to_.id() == 0) return;
    from_ = {};
    to_ = {};
    from_net_ = {};
    to_net_ = {};
}

} // namespace render
