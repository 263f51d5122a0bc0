#include "print/paint_map.hpp"
#include <algorithm>
#include <cmath>

namespace print {
namespace {

Path path_of(const std::vector<LinePiece>& pieces, Stroke stroke)
{
    Path path;
    for (const auto& piece : pieces) path.parts.push_back(piece.line);
    path.stroke = std::move(stroke);
    return path;
}

/// Dashes go on along the whole line, so each piece has its own phase.
void add_dashed(std::vector<Item>& items, const std::vector<LinePiece>& pieces, const Stroke& stroke, double phase)
{
    double period = 0;
    for (const double d : stroke.dash) period += d;
    for (const auto& piece : pieces) {
        Stroke own = stroke;
        own.dash_phase = std::fmod(piece.start + phase, period);
        if (own.dash_phase < 0) own.dash_phase += period;
        items.emplace_back(path_of({piece}, own));
    }
}

class LinePainter {
public:
    LinePainter(const MapPainter& in, const scene::LineStyle& style, float opacity)
        : in_(in), style_(style), alpha_(opacity * style.opacity), width_(in.units(style.width)),
          on_(in.units(style.dash_on)), off_(in.units(style.dash_off))
    {
    }

    void draw(const scene::LineMesh& mesh)
    {
        if (width_ <= 0 || alpha_ <= 0) return;
        const double casing = in_.units(style_.casing_extra);
        const auto pieces = line_pieces(mesh, in_.frame, static_cast<float>(in_.scene.year), (width_ + casing) / 2 + 2);
        if (pieces.empty()) return;
        if (casing > 0) solid(pieces, style_.casing, width_ + casing);
        const bool patterned = on_ + off_ > 0;
        using P = scene::LinePattern;
        if (style_.pattern == P::dashed && patterned) {
            add_dashed(in_.items, pieces, {faded(style_.color, alpha_), width_, {on_, off_}, 0, false, {}}, 0);
        } else if (style_.pattern == P::dotted) {
            dots(pieces, patterned);
        } else {
            solid(pieces, style_.color, width_);
            core(pieces, patterned);
        }
    }

private:
    void solid(const std::vector<LinePiece>& pieces, const scene::Color& color, double width)
    {
        in_.items.emplace_back(path_of(pieces, {faded(color, alpha_), width, {}, 0, true, {}}));
    }

    /// Round dots in the middle of each period, drawn out when `on` is longer than the line is wide.
    void dots(const std::vector<LinePiece>& pieces, bool patterned)
    {
        const double period = patterned ? on_ + off_ : 2 * width_, on = patterned ? on_ : width_;
        const double length = std::max(0.01, on - width_);
        add_dashed(in_.items, pieces, {faded(style_.color, alpha_), width_, {length, period - length}, 0, true, {}},
                   length / 2 - period / 2 + period);
    }

    /// The empty inside of railways (broken), pipelines (but for its bars) and hollow lines.
    void core(const std::vector<LinePiece>& pieces, bool patterned)
    {
        using P = scene::LinePattern;
        const double width = in_.units(style_.core_width);
        if (width <= 0 || style_.pattern == P::solid || style_.pattern == P::dashed) return;
        Stroke stroke{faded(style_.core, alpha_), width, {}, 0, false, {}};
        if (style_.pattern == P::hollow || !patterned) {
            in_.items.emplace_back(path_of(pieces, stroke));
        } else if (style_.pattern == P::railway) {
            stroke.dash = {on_, off_};
            add_dashed(in_.items, pieces, stroke, 0);
        } else {
            stroke.dash = {off_, on_};
            add_dashed(in_.items, pieces, stroke, off_); // begins with a bar
        }
    }

    const MapPainter& in_;
    const scene::LineStyle& style_;
    float alpha_;
    double width_, on_, off_;
};

} // namespace

void MapPainter::layers()
{
    const auto level_of = [&](const std::string& layer) -> const scene::LayerMesh::Level* {
        const auto found = scene.geometry->layers.find(layer);
        return found == scene.geometry->layers.end() ? nullptr : found->second.level_for(scene.camera.metres_per_px);
    };
    const auto draw = [&](bool above_focus) {
        for (const auto& layer : scene.layers) {
            const auto* level = level_of(layer.layer);
            if (layer.above_relief_focus != above_focus || layer.opacity <= 0 || level == nullptr) continue;
            items.emplace_back(BeginGroup{layer.layer});
            if (layer.area && layer.fill.a > 0 && level->areas) {
                Path path;
                path.parts = area_outline(*level->areas, frame);
                path.fill = faded(layer.fill, layer.opacity);
                if (!path.parts.empty()) items.emplace_back(std::move(path));
            }
            if (level->lines)
                for (const auto& stroke : layer.strokes) LinePainter(*this, stroke, layer.opacity).draw(*level->lines);
            items.emplace_back(EndGroup{});
        }
    };
    draw(false);
    if (const auto& mesh = scene.geometry->graticule(scene.graticule_step_deg)) {
        scene::LineStyle style;
        style.width = scene.theme->number("line.graticule.width", 1) * scene.scale;
        style.color = scene.theme->color("map.graticule");
        style.opacity = scene.theme->number("line.graticule.opacity", 0.055F);
        items.emplace_back(BeginGroup{"graticule"});
        LinePainter(*this, style, 1).draw(*mesh);
        items.emplace_back(EndGroup{});
    }
    draw(true);
}

} // namespace print
