#include "print/paint_map.hpp"
#include <algorithm>
#include <cmath>

/// Flows: the looks of data::State as shaders/ribbon.frag draws them, in strokes laid on each other.
namespace print {
namespace {

class RibbonPainter {
public:
    RibbonPainter(const MapPainter& in, const scene::RibbonDraw& ribbon)
        : in_(in), ribbon_(ribbon), casing_(in.scene.theme->color("map.casing")),
          thinnest_(in.number("line.ribbon.dotted_below_px", 1)), width_(in.units(ribbon.width_px)),
          thin_(width_ < thinnest_ && ribbon.state != data::State::absent)
    {
        const double reach = width_ + std::abs(in.units(ribbon.offset_px)) + 40;
        pieces_ = ribbon_pieces(*ribbon.mesh, in.frame, static_cast<double>(ribbon.from_m),
                                static_cast<double>(ribbon.to_m), in.units(ribbon.offset_px), reach);
    }

    void halo() const
    {
        const bool has = ribbon_.state == data::State::published || ribbon_.state == data::State::computed;
        const float opacity = in_.scene.theme->number("line.ribbon.halo_opacity", 0.13F);
        if (thin_ || !has || opacity <= 0) return;
        stroke(width_ + in_.number("line.ribbon.halo_extra", 14), ribbon_.color.with_alpha(opacity));
    }

    void casing() const
    {
        const double fringe = thin_                                       ? 0
                              : ribbon_.state == data::State::minimum     ? 5
                              : ribbon_.state == data::State::conflicting ? 2.5
                                                                          : 0;
        stroke(drawn_width() + 2 * fringe + in_.number("line.ribbon.casing_extra", 2.6F),
               casing_.with_alpha(ribbon_.color.a));
    }

    void body() const
    {
        if (thin_) return value(thinnest_, ribbon_.color, {2, 3});
        const double half = width_ / 2;
        switch (ribbon_.state) {
        case data::State::published: value(width_, ribbon_.color); break;
        case data::State::about: { // the rim fades
            value(width_, ink(0.42F));
            const double rim = std::clamp(0.3 * half, 1.0, 4.0);
            for (const float t : {0.2F, 0.4F, 0.6F, 0.8F, 1.0F}) {
                const float smooth = t * t * (3 - 2 * t);
                stroke(2 * (half - rim * (0.35 + static_cast<double>(t))), ink(0.42F + 0.58F * smooth));
            }
            break;
        }
        case data::State::minimum: // open fringe
            stroke(2 * (half + 5), ribbon_.color, {2, 5});
            stroke(2 * (half + 1.3), casing_);
            value(width_, ribbon_.color);
            break;
        case data::State::partial: { // hatched
            value(width_, ribbon_.color, {}, Hatch{3, 7, casing_});
            const double inner = width_ - 2 * std::min(1.2, half);
            stroke(width_, ribbon_.color, {7, 3}); // its broken edge
            if (inner > 0) add(pieces_, {ribbon_.color, inner, {}, 0, false, Hatch{3, 7, casing_}}, "");
            break;
        }
        case data::State::conflicting: // the other figure as a thin rim
            stroke(2 * (half + 2.5), ribbon_.rim);
            stroke(2 * (half + 1.3), casing_);
            value(width_, ribbon_.color);
            break;
        case data::State::computed: // broken centre line
            value(width_, ribbon_.color);
            stroke(2 * std::min(0.6, 0.3 * half), casing_, {7, 4});
            break;
        case data::State::at_most: // outline and tint
            value(width_, ribbon_.color);
            stroke(2 * (half - 1.1), ink(0.28F));
            break;
        case data::State::absent: // hollow with a dotted core
            value(width_, ribbon_.color);
            stroke(2 * (half - 1.1), casing_);
            dots();
            break;
        }
    }

private:
    [[nodiscard]] double drawn_width() const { return thin_ ? thinnest_ : width_; }
    [[nodiscard]] scene::Color ink(float share) const { return mixed(casing_, ribbon_.color, share); }

    void add(const std::vector<LinePiece>& pieces, const Stroke& stroke, const std::string& name) const
    {
        for (const auto& piece : pieces) {
            Path path;
            path.parts = {piece.line};
            path.stroke = stroke;
            path.stroke->dash_phase += piece.start;
            path.name = name;
            in_.items.emplace_back(std::move(path));
        }
    }

    void stroke(double width, const scene::Color& color, std::vector<double> dash = {}) const
    {
        if (width > 0) add(pieces_, {color, width, std::move(dash), 0, false, {}}, "");
    }

    /// The stroke whose width says the value.
    void value(double width, const scene::Color& color, std::vector<double> dash = {},
               std::optional<Hatch> hatch = {}) const
    {
        add(pieces_, {color, width, std::move(dash), 0, false, hatch}, ribbon_.overlay + " " + ribbon_.section);
    }

    void dots() const
    {
        constexpr double kDot = 0.01; // a dash of no length with round ends
        add(pieces_, {ribbon_.color, 1.7, {kDot, 6 - kDot}, 3, true, {}}, "");
    }

    const MapPainter& in_;
    const scene::RibbonDraw& ribbon_;
    scene::Color casing_;
    double thinnest_, width_;
    bool thin_;
    std::vector<LinePiece> pieces_;
};

} // namespace

void MapPainter::ribbons()
{
    std::vector<RibbonPainter> painters;
    for (const auto& ribbon : scene.ribbons)
        if (ribbon.mesh && ribbon.width_px > 0 && ribbon.to_m > ribbon.from_m) painters.emplace_back(*this, ribbon);
    for (const auto& painter : painters) painter.halo();
    for (const auto& painter : painters) painter.casing();
    for (const auto& painter : painters) painter.body();
}

} // namespace print
