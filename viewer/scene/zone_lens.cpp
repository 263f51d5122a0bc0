#include "scene/zone_lens.hpp"
#include "scene/label_style.hpp"
#include "scene/label_text.hpp"
#include "scene/wording.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace scene {
namespace {

struct Lens {
    geo::ScreenPx zone; ///< the place itself
    float radius = 0;
    text::RunPtr name, area;
};

/// Directions to try, the open country below and to the sides first.
constexpr std::array<geo::ScreenPx, 10> kDirections{{{1, -0.45F},
                                                     {1, 0.55F},
                                                     {-1, -0.5F},
                                                     {-1, 0.6F},
                                                     {0.3F, 1},
                                                     {-0.4F, 1},
                                                     {0.4F, -1},
                                                     {-0.4F, -1},
                                                     {1, 0.1F},
                                                     {-1, 0.1F}}};

void draw(const Lens& lens, geo::ScreenPx centre, const std::string& subject, const LabelInput& in, Scene& scene)
{
    const float scale = in.state.viewport.scale;
    const Color pink = in.theme.color("symbol.ftz");
    CircleDraw circle;
    circle.at = in.camera.to_projected(centre);
    circle.radius_px = lens.radius;
    circle.state = data::State::computed; // the broken edge: extent schematic
    circle.fill = pink.with_alpha(in.theme.number("symbol.ftz.fill_opacity", 0.24F));
    circle.edge = pink;
    circle.subject = subject;
    scene.circles.push_back(circle);

    const float dx = lens.zone.x - centre.x, dy = lens.zone.y - centre.y, apart = std::hypot(dx, dy);
    LeaderDraw leader;
    leader.points = {{centre.x + dx / apart * lens.radius, centre.y + dy / apart * lens.radius}, lens.zone};
    leader.color = pink;
    leader.halo = in.theme.color("label.halo").with_alpha(0.6F);
    leader.width_px = 1.2F * scale;
    leader.dot = false;
    scene.leaders.push_back(leader);

    LabelDraw label;
    label.halo = in.theme.color("label.halo").with_alpha(in.theme.number("label.halo_opacity", 0.85F));
    label.run = lens.name;
    label.fill = pink;
    label.at = {centre.x + lens.radius + 7 * scale, centre.y - 1 * scale};
    scene.labels.push_back(label);
    label.run = lens.area;
    label.fill = in.theme.color("label.secondary");
    label.at.y += lens.area->cap_height + 7 * scale;
    scene.labels.push_back(label);
}

bool place(const Lens& lens, const std::string& subject, const LabelInput& in, CollisionGrid& grid, Scene& scene)
{
    const float scale = in.state.viewport.scale, text = std::max(lens.name->width, lens.area->width) + 14 * scale;
    const float high = std::max(2 * lens.radius, 38 * scale);
    for (const float far : {70.0F, 105.0F, 150.0F, 200.0F, 260.0F})
        for (const auto& direction : kDirections) {
            const float length = std::hypot(direction.x, direction.y), reach = far * scale + lens.radius;
            const geo::ScreenPx centre{lens.zone.x + direction.x / length * reach,
                                       lens.zone.y + direction.y / length * reach};
            const geo::Rect box{centre.x - lens.radius - 4 * scale, centre.y - high / 2, 2 * lens.radius + text, high};
            const auto& room = in.state.free_rect;
            const bool inside =
                box.x > room.x && box.y > room.y && box.x + box.w < room.x + room.w && box.y + box.h < room.y + room.h;
            if (!inside || !grid.free(box)) continue;
            grid.take(box);
            draw(lens, centre, subject, in, scene);
            return true;
        }
    return false;
}

} // namespace

void draw_zone_lenses(const LabelInput& in, CollisionGrid& grid, Scene& scene)
{
    const float scale = in.state.viewport.scale;
    const double logical_mpp = in.camera.metres_per_px * scale;
    if (logical_mpp < kLensClosestMpp || logical_mpp > kLensFarthestMpp) return;
    for (const auto& symbol : in.symbols) {
        if (symbol.style != "zone" || symbol.feature->number("established", 0) > in.state.year) continue;
        const std::string name = subject_label(*symbol.feature, in.dataset.facts.get(), in.state.language);
        Lens lens;
        lens.zone = in.camera.to_screen(symbol.point->at);
        if (!in.state.free_rect.contains(lens.zone)) continue;
        lens.radius =
            static_cast<float>(kLensFactor * std::sqrt(symbol.feature->number("area_km2") / std::numbers::pi) * 1000 /
                               in.camera.metres_per_px);
        auto small = theme_text(in.theme, "label.city_3", scale);
        lens.name = in.engine.shape(name.substr(0, name.find(',')), theme_text(in.theme, "label.ftz", scale));
        lens.area = in.engine.shape(
            fill_in(in.strings("legend.lens"), {{"n", std::string(symbol.feature->attribute("area_km2"))}}), small);
        place(lens, symbol.feature->id, in, grid, scene);
    }
}

} // namespace scene
