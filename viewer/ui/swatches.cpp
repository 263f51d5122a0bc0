#include "ui/swatches.hpp"
#include "ui/icons.hpp"
#include "ui/shapes.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

struct Sample {
    Frame& frame;
    geo::Rect box;
    [[nodiscard]] float n(const char* key, float fallback) const
    {
        return frame.px(frame.in.theme.number(key, fallback));
    }
    [[nodiscard]] float middle() const { return std::round(box.y + box.h / 2); }
    [[nodiscard]] ImVec2 centre() const { return {box.x + box.w / 2, middle()}; }
    [[nodiscard]] ImVec2 left() const { return {box.x, middle()}; }
    [[nodiscard]] ImVec2 right() const { return {box.x + box.w, middle()}; }
    void stroke(ImU32 color, float width) const { frame.draw->AddLine(left(), right(), color, width); }
    void band(ImU32 color, float height) const
    {
        frame.draw->AddRectFilled({box.x, middle() - height / 2}, {box.x + box.w, middle() + height / 2}, color);
    }
};

void railway(const Sample& s)
{
    const ImU32 color = s.frame.color("mode.railway_symbol");
    s.stroke(s.frame.color("mode.railway_symbol", 0.45F), s.n("line.railway.width", 3));
    dashed_line(s.frame, s.left(), s.right(), color, s.n("line.railway.width", 3), s.n("line.railway.dash_on", 9),
                s.n("line.railway.dash_off", 9));
}

void air_route(const Sample& s)
{
    const ImU32 color = s.frame.color("mode.air");
    const float rise = s.frame.px(9);
    for (float t = 0; t <= 1.001F; t += 0.085F)
        s.frame.draw->AddCircleFilled({s.box.x + s.box.w * t, s.middle() + rise / 2 - rise * 4 * t * (1 - t)},
                                      s.frame.px(1.1F), color, 8);
}

void pipeline(const Sample& s)
{
    const ImU32 color = s.frame.color("mode.pipeline");
    const float half = s.n("line.pipeline.width", 4) / 2 + s.frame.px(0.5F);
    for (const float side : {-half, half})
        s.frame.draw->AddLine({s.box.x, s.middle() + side}, {s.box.x + s.box.w, s.middle() + side}, color,
                              s.frame.px(1.2F));
    for (float x = s.box.x + s.frame.px(1); x <= s.box.x + s.box.w; x += s.frame.px(12))
        s.frame.draw->AddLine({x, s.middle() - half}, {x, s.middle() + half}, color, s.frame.px(1.5F));
}

void airport(const Sample& s)
{
    const ImVec2 c = s.centre();
    const ImU32 color = s.frame.color("mode.air");
    const float u = s.frame.px(1);
    s.frame.draw->AddCircleFilled(c, 9 * u, s.frame.color("symbol.port_fill"));
    s.frame.draw->AddCircle(c, 9 * u, color, 0, 1.6F * u);
    s.frame.draw->AddLine({c.x, c.y - 5.5F * u}, {c.x, c.y + 5 * u}, color, 1.8F * u);
    const ImVec2 wing[3] = {{c.x - 5 * u, c.y + 1.5F * u}, {c.x, c.y - 2 * u}, {c.x + 5 * u, c.y + 1.5F * u}};
    s.frame.draw->AddPolyline(wing, 3, color, 0, 1.6F * u);
    s.frame.draw->AddLine({c.x - 2.2F * u, c.y + 5 * u}, {c.x + 2.2F * u, c.y + 5 * u}, color, 1.5F * u);
}

void relief(const Sample& s)
{
    const auto& stops = s.frame.in.theme.relief_focus;
    const auto count = static_cast<float>(stops.size());
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const float x = s.box.x + s.box.w * static_cast<float>(i) / count;
        s.frame.draw->AddRectFilled({x, s.middle() - s.frame.px(5)},
                                    {x + s.box.w / count + 1, s.middle() + s.frame.px(5)}, to_imgui(stops[i].color));
    }
    s.frame.draw->AddRect({s.box.x, s.middle() - s.frame.px(5)}, {s.box.x + s.box.w, s.middle() + s.frame.px(5)},
                          s.frame.color("ui.panel_stroke"), 0, 0, s.frame.px(1));
}

} // namespace

std::string mode_role(const Frame& frame, const std::string& mode)
{
    if (mode.empty()) return "ui.text_primary"; // amber means trains counted and nothing else
    const std::string role = "mode." + mode;
    return frame.in.theme.colors.contains(role) ? role : "mode.rail";
}

void swatch(Frame& frame, const std::string& role, const geo::Rect& box, const std::string& mode)
{
    const Sample s{frame, box};
    if (role == "ribbon") return s.band(frame.color(mode_role(frame, mode)), frame.px(10));
    if (role == "railway") return railway(s);
    if (role == "high_speed") return s.stroke(frame.color("mode.railway_symbol"), frame.px(1.4F));
    if (role == "under_construction")
        return dashed_line(frame, s.left(), s.right(), frame.color("mode.railway_symbol"), frame.px(3), frame.px(3),
                           frame.px(5));
    if (role == "road")
        return dashed_line(frame, s.left(), s.right(), frame.color("mode.road"), s.n("line.road.width", 1.9F),
                           s.n("line.road.dash_on", 9), s.n("line.road.dash_off", 3));
    if (role == "air") return air_route(s);
    if (role == "pipeline") return pipeline(s);
    if (role == "port")
        return diamond(frame, s.centre(), frame.px(7), frame.color("symbol.port_fill"), frame.color("mode.road"),
                       frame.px(2));
    if (role == "zone")
        return hatched_disc(frame, s.centre(), frame.px(7.5F), frame.color("symbol.ftz"), frame.px(1.6F));
    if (role == "airport") return airport(s);
    if (role == "place") {
        frame.draw->AddCircleFilled(s.centre(), frame.px(4), frame.color("label.primary"));
        return;
    }
    if (role == "river" || role == "lake" || role == "ocean" || role == "coast")
        return s.stroke(frame.color("map.river"), frame.px(1.8F));
    if (role == "boundary") return s.stroke(frame.color("map.border_international"), frame.px(1.4F));
    if (role == "province")
        return dashed_line(frame, s.left(), s.right(), frame.color("map.border_province"), frame.px(1.2F), frame.px(2),
                           frame.px(3));
    if (role == "focus") {
        s.band(frame.color("map.focus_rim", 0.16F), frame.px(7));
        return s.stroke(frame.color("map.focus_outline"), frame.px(1.9F));
    }
    if (role == "relief") return relief(s);
    if (role == "circle") {
        frame.draw->AddCircleFilled(s.centre(), frame.px(8), frame.color("chart.year_bar", 0.5F));
        frame.draw->AddCircle(s.centre(), frame.px(8), frame.color("symbol.port_stroke"), 0, frame.px(1.2F));
        return;
    }
    if (role == "graticule") return s.stroke(frame.color("map.graticule", 0.35F), frame.px(1));
    s.band(frame.color("label.secondary"), frame.px(3)); // a style of another atlas: plain, but there
}

void state_swatch(Frame& frame, data::State state, const geo::Rect& box, const std::string& mode)
{
    const Sample s{frame, box};
    const std::string role = mode_role(frame, mode);
    const ImU32 color = frame.color(role);
    const float half = frame.px(5);
    const ImVec2 a{box.x, s.middle() - half};
    const ImVec2 b{box.x + box.w, s.middle() + half};
    const float hair = frame.px(1);
    switch (state) {
    case data::State::published: frame.draw->AddRectFilled(a, b, color); break;
    case data::State::about:
        frame.draw->AddRectFilled({a.x, a.y - frame.px(2)}, {b.x, b.y + frame.px(2)}, frame.color(role, 0.42F));
        frame.draw->AddRectFilled({a.x, a.y + frame.px(1)}, {b.x, b.y - frame.px(1)}, color);
        break;
    case data::State::minimum:
        frame.draw->AddRectFilled({a.x, a.y + frame.px(1.5F)}, {b.x, b.y - frame.px(1.5F)}, color);
        for (const float y : {a.y - frame.px(1), b.y + frame.px(1)})
            dashed_line(frame, {a.x, y}, {b.x, y}, color, frame.px(2), frame.px(2), frame.px(4));
        break;
    case data::State::partial:
        hatched_fill(frame, {a.x, a.y, b.x - a.x, b.y - a.y}, color, frame.px(2.2F), frame.px(6));
        frame.draw->AddRect(a, b, color, 0, 0, hair);
        break;
    case data::State::conflicting:
        frame.draw->AddRectFilled(a, b, color);
        frame.draw->AddRect({a.x, a.y - frame.px(2)}, {b.x, b.y + frame.px(2)}, frame.color("chart.conflict"), 0, 0,
                            frame.px(1.4F));
        break;
    case data::State::computed:
        frame.draw->AddRectFilled(
            a, b, frame.color(role == "mode.rail" ? "mode.rail_computed" : role, role == "mode.rail" ? 1.0F : 0.6F));
        dashed_line(frame, {a.x + frame.px(3), s.middle()}, {b.x, s.middle()}, frame.color("ui.panel"), frame.px(1.5F),
                    frame.px(7), frame.px(4));
        break;
    case data::State::at_most:
        frame.draw->AddRectFilled(a, b, frame.color(role, 0.28F));
        frame.draw->AddRect(a, b, color, 0, 0, hair);
        break;
    case data::State::absent:
        for (const float side : {-2.6F, 2.6F})
            frame.draw->AddLine({a.x, s.middle() + frame.px(side)}, {b.x, s.middle() + frame.px(side)}, color,
                                frame.px(1.1F));
        for (float x = a.x + frame.px(2); x < b.x; x += frame.px(6))
            frame.draw->AddRectFilled({x, s.middle() - frame.px(0.8F)},
                                      {x + frame.px(1.6F), s.middle() + frame.px(0.8F)}, color);
        break;
    }
}

} // namespace ui
