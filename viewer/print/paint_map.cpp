#include "print/paint_map.hpp"

namespace print {

scene::Color mixed(const scene::Color& below, const scene::Color& above, float share)
{
    const auto mix = [share](float a, float b) { return a + (b - a) * share; };
    return {mix(below.r, above.r), mix(below.g, above.g), mix(below.b, above.b), above.a};
}

scene::Color faded(const scene::Color& color, float opacity) { return color.with_alpha(color.a * opacity); }

Point MapPainter::to_page(geo::Projected at) const
{
    return frame.to_page(at.x - scene.geometry->origin.x, at.y - scene.geometry->origin.y);
}

void MapPainter::all(const Image* ground)
{
    if (!scene.geometry || !scene.theme) return;
    items.emplace_back(BeginClip{frame.rect});
    if (ground) items.emplace_back(*ground);
    const auto group = [&](const char* name, void (MapPainter::*paint)()) {
        items.emplace_back(BeginGroup{name});
        (this->*paint)();
        items.emplace_back(EndGroup{});
    };
    layers(); // a group each
    group("flows", &MapPainter::ribbons);
    group("circles", &MapPainter::circles);
    group("symbols", &MapPainter::symbols);
    group("leaders", &MapPainter::leaders);
    group("labels", &MapPainter::labels);
    items.emplace_back(EndClip{});
}

} // namespace print
