#include "ui/icons.hpp"
#include <cmath>

namespace ui {
namespace {

struct Pen {
    ImDrawList* draw;
    ImVec2 c;
    float u; ///< half the size
    ImU32 color;
    float width;
    float side = 1; ///< -1: drawn turned, to come out unturned where panels are mirrored
    [[nodiscard]] ImVec2 at(float x, float y) const { return {c.x + x * u * side, c.y + y * u}; }
    void line(float x0, float y0, float x1, float y1) const { draw->AddLine(at(x0, y0), at(x1, y1), color, width); }
    void path(std::initializer_list<ImVec2> list, bool closed = false) const
    {
        for (const auto& p : list) draw->PathLineTo(at(p.x, p.y));
        draw->PathStroke(color, closed ? ImDrawFlags_Closed : 0, width);
    }
    void circle(float x, float y, float r) const { draw->AddCircle(at(x, y), r * u, color, 0, width); }
    void disc(float x, float y, float r) const { draw->AddCircleFilled(at(x, y), r * u, color); }
};

void eye(const Pen& pen, bool crossed)
{
    constexpr int kSteps = 10;
    for (const float side : {-1.0F, 1.0F}) {
        for (int i = 0; i <= kSteps; ++i) {
            const float t = static_cast<float>(i) / kSteps;
            pen.draw->PathLineTo(pen.at(-1 + 2 * t, side * 0.62F * std::sin(3.14159265F * t)));
        }
        pen.draw->PathStroke(pen.color, 0, pen.width);
    }
    if (crossed)
        pen.line(-0.75F, 0.75F, 0.75F, -0.75F);
    else
        pen.circle(0, 0, 0.3F);
}

void moon(const Pen& pen)
{
    pen.draw->PathArcTo(pen.c, pen.u * 0.85F, 0.35F, 4.36F, 24);
    pen.draw->PathArcTo(pen.at(0.42F, -0.38F), pen.u * 0.72F, 3.75F, 1.1F, 16);
    pen.draw->PathStroke(pen.color, ImDrawFlags_Closed, pen.width);
}

void sun(const Pen& pen)
{
    pen.circle(0, 0, 0.42F);
    for (int i = 0; i < 8; ++i) {
        const float a = 0.7853982F * static_cast<float>(i);
        pen.line(0.7F * std::cos(a), 0.7F * std::sin(a), std::cos(a), std::sin(a));
    }
}

/// Two lines that join into one wide one: what the map shows.
void mark(const Pen& pen)
{
    pen.draw->PathLineTo(pen.at(-1, -0.5F));
    pen.draw->PathBezierCubicCurveTo(pen.at(-0.55F, -0.5F), pen.at(-0.5F, 0), pen.at(0.02F, 0), 12);
    pen.draw->PathStroke(pen.color, 0, pen.u * 0.24F);
    pen.draw->PathLineTo(pen.at(-1, 0.5F));
    pen.draw->PathBezierCubicCurveTo(pen.at(-0.55F, 0.5F), pen.at(-0.5F, 0), pen.at(0.02F, 0), 12);
    pen.draw->PathStroke(pen.color, 0, pen.u * 0.24F);
    pen.draw->AddRectFilled(pen.at(-0.12F, -0.3F), pen.at(1, 0.3F), pen.color);
}

} // namespace

void icon(Frame& frame, Icon which, ImVec2 centre, float size, ImU32 color)
{
    Pen pen{frame.draw, centre, frame.px(size / 2), color, frame.px(frame.in.theme.number("stroke.icon", 1.6F))};
    if (frame.mirrored && which == Icon::play) pen.side = -1; // time runs on, wherever it is drawn to
    switch (which) {
    case Icon::chevron_left: pen.path({{0.35F, -0.7F}, {-0.35F, 0}, {0.35F, 0.7F}}); break;
    case Icon::chevron_right: pen.path({{-0.35F, -0.7F}, {0.35F, 0}, {-0.35F, 0.7F}}); break;
    case Icon::chevron_down: pen.path({{-0.7F, -0.35F}, {0, 0.35F}, {0.7F, -0.35F}}); break;
    case Icon::chevron_up: pen.path({{-0.7F, 0.35F}, {0, -0.35F}, {0.7F, 0.35F}}); break;
    case Icon::close: pen.line(-0.7F, -0.7F, 0.7F, 0.7F), pen.line(-0.7F, 0.7F, 0.7F, -0.7F); break;
    case Icon::eye: eye(pen, false); break;
    case Icon::eye_off: eye(pen, true); break;
    case Icon::play:
        frame.draw->AddTriangleFilled(pen.at(-0.6F, -0.85F), pen.at(-0.6F, 0.85F), pen.at(0.85F, 0), color);
        break;
    case Icon::pause:
        frame.draw->AddRectFilled(pen.at(-0.65F, -0.8F), pen.at(-0.15F, 0.8F), color, pen.width);
        frame.draw->AddRectFilled(pen.at(0.15F, -0.8F), pen.at(0.65F, 0.8F), color, pen.width);
        break;
    case Icon::lock:
        frame.draw->AddRect(pen.at(-0.65F, -0.1F), pen.at(0.65F, 0.9F), color, pen.width, 0, pen.width);
        frame.draw->PathLineTo(pen.at(-0.4F, -0.1F));
        frame.draw->PathArcTo(pen.at(0, -0.45F), pen.u * 0.4F, 3.14159265F, 6.2831853F, 12);
        frame.draw->PathLineTo(pen.at(0.4F, -0.1F));
        frame.draw->PathStroke(color, 0, pen.width);
        break;
    case Icon::moon: moon(pen); break;
    case Icon::sun: sun(pen); break;
    case Icon::contrast:
        pen.circle(0, 0, 0.85F);
        frame.draw->PathArcTo(pen.c, pen.u * 0.85F, -1.5707963F, 1.5707963F, 20);
        frame.draw->PathFillConvex(color);
        break;
    case Icon::info: pen.circle(0, 0, 0.9F), pen.line(0, -0.05F, 0, 0.5F), pen.disc(0, -0.42F, 0.12F); break;
    case Icon::full_screen:
        for (const float x : {-1.0F, 1.0F})
            for (const float y : {-1.0F, 1.0F})
                pen.path({{x * 0.3F, y * 0.8F}, {x * 0.8F, y * 0.8F}, {x * 0.8F, y * 0.3F}});
        break;
    case Icon::home:
        pen.path({{-0.9F, 0}, {0, -0.85F}, {0.9F, 0}});
        pen.path({{-0.6F, -0.1F}, {-0.6F, 0.8F}, {0.6F, 0.8F}, {0.6F, -0.1F}});
        break;
    case Icon::plus: pen.line(-0.8F, 0, 0.8F, 0), pen.line(0, -0.8F, 0, 0.8F); break;
    case Icon::minus: pen.line(-0.8F, 0, 0.8F, 0); break;
    case Icon::layers:
        pen.path({{0, -0.9F}, {1, -0.35F}, {0, 0.2F}, {-1, -0.35F}}, true);
        pen.path({{-1, 0.25F}, {0, 0.8F}, {1, 0.25F}});
        break;
    case Icon::warning:
        pen.path({{0, -0.85F}, {0.95F, 0.8F}, {-0.95F, 0.8F}}, true);
        pen.line(0, -0.25F, 0, 0.25F), pen.disc(0, 0.53F, 0.12F);
        break;
    case Icon::mark: mark(pen); break;
    case Icon::search: pen.circle(-0.15F, -0.15F, 0.62F), pen.line(0.3F, 0.3F, 0.9F, 0.9F); break;
    case Icon::ruler:
        pen.path({{-0.95F, 0.4F}, {0.4F, -0.95F}, {0.95F, -0.4F}, {-0.4F, 0.95F}}, true);
        for (const float t : {0.25F, 0.5F, 0.75F})
            pen.line(-0.95F + 1.35F * t, 0.4F - 1.35F * t, -0.7F + 1.35F * t, 0.65F - 1.35F * t);
        break;
    case Icon::globe:
        pen.circle(0, 0, 0.92F), pen.line(-0.92F, 0, 0.92F, 0);
        for (const float bulge : {-0.42F, 0.42F}) {
            for (int i = 0; i <= 10; ++i) {
                const float t = 3.14159265F * (static_cast<float>(i) / 10 - 0.5F);
                pen.draw->PathLineTo(pen.at(bulge * std::cos(t), 0.92F * std::sin(t)));
            }
            pen.draw->PathStroke(pen.color, 0, pen.width);
        }
        break;
    case Icon::more:
        for (const float x : {-0.65F, 0.0F, 0.65F}) pen.disc(x, 0, 0.15F);
        break;
    case Icon::external:
        pen.path({{-0.1F, -0.6F}, {-0.8F, -0.6F}, {-0.8F, 0.8F}, {0.6F, 0.8F}, {0.6F, 0.1F}});
        pen.line(0, 0, 0.85F, -0.85F), pen.path({{0.3F, -0.85F}, {0.85F, -0.85F}, {0.85F, -0.3F}});
        break;
    }
}

} // namespace ui
