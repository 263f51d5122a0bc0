#include "print/paint_map.hpp"

namespace print {
namespace {

constexpr double kDotRadius = 3.2, kDotHalo = 1.55; // of the leader's foot, as on the screen

} // namespace

void MapPainter::leaders()
{
    const double halo = number("line.leader.halo", 4.5F) - number("line.leader.width", 1.4F);
    for (const bool below : {true, false})
        for (const auto& leader : scene.leaders) {
            if (leader.points.empty()) continue;
            const auto color = below ? leader.halo : leader.color;
            Path path;
            path.parts.emplace_back();
            for (const auto& p : leader.points) path.parts.back().points.push_back({units(p.x), units(p.y)});
            const Point foot = path.parts.back().points.front();
            path.stroke = Stroke{color, units(leader.width_px) + (below ? halo : 0), {}, 0, true, {}};
            if (path.parts.back().points.size() > 1) items.emplace_back(std::move(path));
            if (leader.dot) items.emplace_back(Disc{foot, kDotRadius + (below ? kDotHalo : 0), color, {}, {}});
        }
}

void MapPainter::labels()
{
    // Shaped in units, not in device pixels: a page has no pixels to be exact about.
    for (const auto& label : scene.labels) {
        if (!label.run || label.run->text.empty() || label.opacity <= 0) continue;
        Text text;
        text.style = label.run->style;
        text.style.size_px /= scene.scale;
        text.style.halo_px /= scene.scale;
        text.placed = engine.place(label.run->text, text.style);
        text.at = {units(label.at.x), units(label.at.y)};
        text.color = faded(label.fill, label.opacity);
        text.halo = faded(label.halo, label.opacity);
        text.halo_width = static_cast<double>(text.style.halo_px);
        for (auto pose : label.poses) {
            pose.x /= scene.scale;
            pose.y /= scene.scale;
            text.poses.push_back(pose);
        }
        items.emplace_back(std::move(text));
    }
}

} // namespace print
