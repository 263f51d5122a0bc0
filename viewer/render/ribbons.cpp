#include "render/ribbons.hpp"
#include <algorithm>
#include <cmath>

namespace render {

namespace {

enum class Pass { halo, casing, body };

constexpr int kThinner = 8; ///< u_state for a value that is less than a pixel wide

/// What is drawn outside the width that says the value, on each side.
float fringe_px(data::State state, float scale)
{
    if (state == data::State::minimum) return 5 * scale;
    if (state == data::State::conflicting) return 2.5F * scale;
    return 0;
}

bool has_halo(data::State state) { return state == data::State::published || state == data::State::computed; }

/// Hatching is anchored to the map, so that it does not swim when the map is panned. Its period along x is 7 px *
/// sqrt 2.
float anchored(double px, float scale)
{
    const double period = 7.0 * std::sqrt(2.0) * static_cast<double>(scale);
    return static_cast<float>(px - std::floor(px / period) * period);
}

} // namespace

void draw_ribbons(const scene::Scene& scene, const View& view, RibbonBuffers& buffers, const Programs& programs,
                  gpu::Counters& counters)
{
    if (scene.ribbons.empty()) return;
    const scene::Theme& theme = *scene.theme;
    const float scale = scene.scale;
    const float halo_extra = theme.number("line.ribbon.halo_extra", 14) * scale;
    const float halo_opacity = theme.number("line.ribbon.halo_opacity", 0.13F);
    const float casing_extra = theme.number("line.ribbon.casing_extra", 2.6F) * scale;
    const float thinnest = theme.number("line.ribbon.dotted_below_px", 1) * scale;
    const double px_per_m = 1.0 / view.metres_per_px;
    for (const auto* program : {&programs.ribbon, &programs.ribbon_look, &programs.ribbon_absent}) {
        program->use();
        view.apply(*program);
        program->set("u_scale", scale);
        program->set("u_anchor", anchored(view.px_x(0), scale), anchored(view.px_y(0), scale));
        set_color(*program, "u_casing", theme.color("map.casing"));
    }
    for (const Pass pass : {Pass::halo, Pass::casing, Pass::body})
        for (const auto& ribbon : scene.ribbons) {
            if (!ribbon.mesh || ribbon.width_px <= 0 || ribbon.to_m <= ribbon.from_m) continue;
            const bool thin = ribbon.width_px < thinnest && ribbon.state != data::State::absent;
            if (pass == Pass::halo && (thin || !has_halo(ribbon.state))) continue;
            const LineBuffer& lines = buffers.get(ribbon.mesh, view.metres_per_px, counters);
            const float half = (thin ? thinnest : ribbon.width_px) / 2;
            const float outer = half + (thin ? 0 : fringe_px(ribbon.state, scale)) +
                                (pass == Pass::halo     ? halo_extra / 2
                                 : pass == Pass::casing ? casing_extra / 2
                                                        : 0);
            const float reach = outer + 1;
            const float end = std::min(ribbon.to_m, lines.end_m());
            const bool flat = pass != Pass::body || (ribbon.state == data::State::published && !thin);
            const gpu::Program& program = flat                                  ? programs.ribbon
                                          : ribbon.state == data::State::absent ? programs.ribbon_absent
                                                                                : programs.ribbon_look;
            program.use();
            program.set("u_state", thin ? kThinner : static_cast<int>(ribbon.state));
            program.set("u_half", pass == Pass::body ? half : outer);
            program.set("u_reach", reach);
            program.set("u_offset", ribbon.offset_px);
            program.set("u_range", static_cast<float>(static_cast<double>(ribbon.from_m) * px_per_m),
                        static_cast<float>(static_cast<double>(end) * px_per_m));
            if (pass == Pass::casing)
                set_color(program, "u_color", theme.color("map.casing"), ribbon.color.a);
            else
                set_color(program, "u_color", ribbon.color, pass == Pass::halo ? halo_opacity : 1);
            set_color(program, "u_rim", ribbon.rim);
            lines.draw(view, view.whole(), 2 * (reach + std::abs(ribbon.offset_px)), counters);
        }
}

} // namespace render
