#include "print/paint_map.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

/// Proportional circles and point symbols, as shaders/circle.frag and shaders/symbol.frag draw them.
namespace print {
namespace {

Disc filled(Point at, double radius, const scene::Color& color) { return {at, radius, color, {}, {}}; }

Disc ring(Point at, double radius, double width, const scene::Color& color, std::vector<double> dash = {})
{
    Disc disc{at, radius, {}, Stroke{color, width, std::move(dash), 0, false, {}}, {}};
    return disc;
}

Path diamond(Point at, double half, std::optional<scene::Color> fill, std::optional<Stroke> stroke)
{
    return {{{{{at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y}}, true}},
            fill,
            std::move(stroke),
            {}};
}

/// A circle's circumference in a whole number of parts of about `wanted`.
double part_of(double radius, double wanted, double fewest = 1)
{
    const double around = 2 * std::numbers::pi * radius;
    return around / std::max(fewest, std::floor(around / wanted));
}

void circle(const MapPainter& in, const scene::CircleDraw& c)
{
    const Point at = in.to_page(c.at);
    const double r = in.units(c.radius_px);
    const auto casing = in.scene.theme->color("map.casing"), rim = in.scene.theme->color("chart.conflict");
    using S = data::State;
    const double width = std::min(1.5, r), fringe = c.state == S::minimum ? 5 : c.state == S::conflicting ? 2.5 : 0;
    const double part = part_of(r, 7);
    auto& items = in.items;
    if (c.state == S::absent) {
        const double step = part_of(r, 5, 4);
        items.emplace_back(
            Disc{at, r - 1.2, {}, Stroke{c.edge, 2.4, {0.01, step * (r - 1.2) / r - 0.01}, 0, true, {}}, {}});
        return;
    }
    items.emplace_back(ring(at, r + (fringe + 1.3) / 2, fringe + 1.3, faded(casing, 0.8F)));
    Disc body = filled(at, r, c.fill);
    body.name = c.subject;
    if (c.state == S::partial) {
        body.fill.reset();
        body.stroke.reset();
        Path hatch; // slanted lines cut to the disc
        for (double d = -r; d < r; d += 7) {
            const double half = std::sqrt(std::max(0.0, r * r - d * d)), s = std::numbers::sqrt2 / 2;
            hatch.parts.push_back(
                {{{at.x + (d - half) * s, at.y + (d + half) * s}, {at.x + (d + half) * s, at.y + (d - half) * s}},
                 false});
        }
        hatch.stroke = Stroke{c.fill, 3, {}, 0, false, {}};
        items.emplace_back(std::move(hatch));
    } else if (c.state == S::at_most) {
        body.fill = c.fill.with_alpha(std::min(c.fill.a, 0.28F));
    } else if (c.state == S::about) { // the rim fades
        body.fill = faded(c.fill, 0.42F);
    }
    items.emplace_back(body);
    if (c.state == S::about)
        for (const double inset : {1.5, 3.0, 4.5})
            if (r > inset) items.emplace_back(filled(at, r - inset, faded(c.fill, 0.35F)));
    std::vector<double> dash;
    if (c.state == S::partial) dash = {0.6 * part, 0.4 * part};
    if (c.state == S::computed) dash = {0.62 * part, 0.38 * part};
    // The edge lies inside the radius so that the area stays true.
    items.emplace_back(ring(at, r - width / 2, width, c.state == S::about ? faded(c.edge, 0.3F) : c.edge, dash));
    if (c.state == S::minimum) items.emplace_back(ring(at, r + 3.15, 3.7, c.edge, {0.3 * part, 0.7 * part}));
    if (c.state == S::conflicting) items.emplace_back(ring(at, r + 1.9, 1.2, rim));
}

void capsule(std::vector<Item>& items, Point at, double size, const scene::Color& color, Point a, Point b, double r)
{
    Path path;
    path.parts = {{{{at.x + a.x * size, at.y + a.y * size}, {at.x + b.x * size, at.y + b.y * size}}, false}};
    path.stroke = Stroke{color, 2 * r * size, {}, 0, true, {}};
    items.emplace_back(std::move(path));
}

/// Seen from above, nose up, in a disc of radius `size`.
void aircraft(std::vector<Item>& items, Point at, double size, const scene::Color& color)
{
    capsule(items, at, size, color, {0, -0.6}, {0, 0.52}, 0.12);
    for (const double side : {-1.0, 1.0}) {
        Path wing;
        wing.parts = {{{{at.x, at.y - 0.22 * size},
                        {at.x + side * 0.6 * size, at.y + 0.14 * size},
                        {at.x + side * 0.6 * size, at.y + 0.26 * size},
                        {at.x, at.y + 0.02 * size}},
                       true}};
        wing.fill = color;
        items.emplace_back(std::move(wing));
        capsule(items, at, size, color, {0, 0.47}, {side * 0.26, 0.6}, 0.07);
    }
}

void symbol(const MapPainter& in, const scene::SymbolInstance& s)
{
    const Point at = in.frame.to_page(static_cast<double>(s.x), static_cast<double>(s.y));
    const double size = std::max(in.units(s.size_px), static_cast<double>(s.radius_m) / in.frame.metres_per_unit);
    const double stroke = in.units(s.stroke_px);
    const auto casing = in.scene.theme->color("map.casing");
    auto& items = in.items;
    using S = scene::Shape;
    const Stroke line{s.stroke, stroke, {}, 0, false, {}};
    switch (s.shape) {
    case S::selected_ring:
        items.emplace_back(ring(at, size, stroke + 3, casing));
        items.emplace_back(ring(at, size, stroke, s.stroke));
        break;
    case S::capital:
        items.emplace_back(filled(at, size + stroke / 2 + 0.9, s.stroke));
        items.emplace_back(ring(at, size, stroke, s.fill));
        items.emplace_back(filled(at, 0.36 * size, s.fill));
        break;
    case S::hatched_disc: {
        if (size < 6) { // too small for a hatch
            items.emplace_back(filled(at, size + 1.3, casing));
            items.emplace_back(filled(at, size, s.stroke.with_alpha(1)));
            break;
        }
        items.emplace_back(ring(at, size + stroke / 2 + 0.65, 1.3, casing));
        items.emplace_back(filled(at, size, s.fill));
        const double tick = std::min(5.0, 0.4 * size), part = part_of(size, 5);
        items.emplace_back(ring(at, size - tick / 2, tick, s.stroke, {1.1, part * (size - tick / 2) / size - 1.1}));
        items.emplace_back(ring(at, size, stroke, s.stroke));
        break;
    }
    case S::diamond:
    case S::diamond_dot:
        items.emplace_back(diamond(at, size, {}, Stroke{casing, stroke + 2.6, {}, 0, false, {}}));
        items.emplace_back(diamond(at, size, s.fill, line));
        if (s.shape == S::diamond_dot) items.emplace_back(filled(at, 0.42 * size, in.scene.theme->color("mode.rail")));
        break;
    case S::disc: items.emplace_back(Disc{at, size, s.fill, line, {}}); break;
    case S::ring:
    case S::aircraft:
        items.emplace_back(ring(at, size, stroke + 2.6, casing));
        items.emplace_back(Disc{at, size, s.fill, line, {}});
        if (s.shape == S::aircraft) aircraft(items, at, size, s.stroke);
        break;
    }
}

bool near(const geo::Rect& r, Point p, double reach)
{
    return p.x > static_cast<double>(r.x) - reach && p.y > static_cast<double>(r.y) - reach &&
           p.x < static_cast<double>(r.x + r.w) + reach && p.y < static_cast<double>(r.y + r.h) + reach;
}

} // namespace

void MapPainter::circles()
{
    for (const auto& c : scene.circles)
        if (c.radius_px > 0 && near(frame.rect, to_page(c.at), units(c.radius_px) + 8)) circle(*this, c);
}

void MapPainter::symbols()
{
    if (!scene.symbols) return;
    const auto year = static_cast<float>(scene.year);
    for (const auto& s : *scene.symbols)
        if (year >= s.opened && year < s.closed &&
            near(frame.rect, frame.to_page(static_cast<double>(s.x), static_cast<double>(s.y)),
                 units(s.size_px) + static_cast<double>(s.radius_m) / frame.metres_per_unit + 4))
            symbol(*this, s);
}

} // namespace print
