#include "render/sphere.hpp"
#include "geo/orthographic.hpp"
#include <algorithm>

namespace render {
namespace {

constexpr float kRimsPx = 16;

} // namespace

void Sphere::draw_limb(const scene::Scene& scene, const Programs& programs, gpu::Counters& counters) const
{
    const auto* globe = scene.plane ? scene.plane->globe() : nullptr;
    if (!globe) return;
    const auto limb = globe->limb();
    const auto& camera = scene.camera;
    const auto middle = camera.to_screen(limb.centre);
    const auto half_x = static_cast<float>(limb.half_width_m / camera.metres_per_px),
               half_y = static_cast<float>(limb.half_height_m / camera.metres_per_px);
    const float reach = kRimsPx * scene.scale;
    const float left = std::max(0.0F, middle.x - half_x - reach), top = std::max(0.0F, middle.y - half_y - reach);
    const float right = std::min(static_cast<float>(camera.width_px), middle.x + half_x + reach);
    const float bottom = std::min(static_cast<float>(camera.height_px), middle.y + half_y + reach);
    if (left >= right || top >= bottom) return;
    const gpu::Program& program = programs.sphere;
    program.use();
    program.set("u_size", static_cast<float>(camera.width_px), static_cast<float>(camera.height_px));
    program.set("u_box", left, top, right, bottom);
    program.set("u_middle", middle.x, middle.y);
    program.set("u_half", half_x, half_y);
    program.set("u_scale", scene.scale);
    set_color(program, "u_shade", scene.theme->color("map.relief_dark"), scene.theme->number("globe.shade", 0.62F));
    set_color(program, "u_limb", scene.theme->color("map.limb"));
    layout_.bind();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    ++counters.draw_calls;
}

} // namespace render
