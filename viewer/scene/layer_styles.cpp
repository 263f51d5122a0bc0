#include "scene/layer_styles.hpp"
#include <algorithm>
#include <functional>

namespace scene {
namespace {

struct Context {
    const Theme& theme;
    float scale;  ///< logical to device pixels
    float shrink; ///< 1 at the regional scale, less on a small-scale map, so that symbols do not crowd it

    [[nodiscard]] LineStyle line(std::string_view color, float width) const
    {
        LineStyle style;
        style.color = theme.color(color);
        style.casing = theme.color("map.casing");
        style.core = style.casing;
        style.width = width * scale;
        return style;
    }
    [[nodiscard]] float number(std::string_view role, float fallback) const { return theme.number(role, fallback); }
};

LineStyle dashed(LineStyle style, float on, float off, float scale)
{
    style.pattern = LinePattern::dashed;
    style.dash_on = on * scale;
    style.dash_off = off * scale;
    return style;
}

LineStyle railway(const Context& c)
{
    auto style = c.line("mode.railway_symbol", c.number("line.railway.width", 3) * c.shrink);
    style.pattern = LinePattern::railway;
    style.core_width = c.number("line.railway.core", 1.4F) * c.shrink * c.scale;
    style.dash_on = style.dash_off = 9 * c.shrink * c.scale;
    style.casing_extra = c.number("line.ribbon.casing_extra", 2.6F) * 0.6F * c.scale;
    style.opacity = 0.9F;
    return style;
}

LineStyle pipeline(const Context& c)
{
    auto style = c.line("mode.pipeline", c.number("line.pipeline.width", 4) * c.shrink);
    style.pattern = LinePattern::pipeline;
    style.core_width = style.width - 2 * c.scale * c.number("line.pipeline.edge", 1);
    style.dash_on = 1.5F * c.scale;
    style.dash_off = 10 * c.scale;
    style.opacity = 0.8F;
    return style;
}

std::vector<LineStyle> strokes_of(const std::string& role, const Context& c)
{
    const float casing = c.number("line.ribbon.casing_extra", 2.6F) * c.scale;
    const auto cased = [&](LineStyle style) {
        style.casing_extra = casing * 0.8F;
        return style;
    };
    if (role == "coast") return {c.line("map.coast", c.number("line.coast.width", 1))};
    if (role == "lake") return {c.line("map.lake_line", 1)};
    if (role == "lake_dry") return {dashed(c.line("map.lake_line", 1), 3, 3, c.scale)};
    if (role == "river") return {c.line("map.river", 0.7F + 0.7F * c.shrink)};
    if (role == "river_minor") return {c.line("map.river", 0.5F + 0.4F * c.shrink)};
    if (role.rfind("boundary", 0) == 0) {
        auto style =
            c.line(role == "boundary" ? "map.border_international" : "map.border_disputed", 0.6F + 0.8F * c.shrink);
        style.opacity = 0.45F + 0.45F * (c.shrink - 0.68F) / 0.32F; // quieter on the small-scale map
        style.casing = c.theme.color("map.border_casing").with_alpha(0.55F);
        style.casing_extra = 1.6F * c.scale;
        if (role == "boundary_line_of_control") return {dashed(style, 2, 3, c.scale)};
        if (role == "boundary_indefinite") return {dashed(style, 8, 3, c.scale)};
        return {role == "boundary" ? style : dashed(style, 5, 4, c.scale)};
    }
    if (role == "province") return {dashed(c.line("map.border_province", 1), 1, 3, c.scale)};
    if (role == "focus") {
        auto wide = c.line("map.focus_rim", 11 * std::max(0.7F, c.shrink)),
             narrow = c.line("map.focus_rim", 6 * std::max(0.7F, c.shrink));
        wide.opacity = 0.10F;
        narrow.opacity = 0.16F;
        return {wide, narrow,
                c.line("map.focus_outline", c.number("line.focus.width", 1.9F) * std::max(0.8F, c.shrink))};
    }
    if (role == "railway") return {railway(c)};
    if (role == "railway_high_speed")
        return {cased(c.line("mode.railway_symbol", c.number("line.high_speed.width", 1.4F) * c.shrink))};
    if (role == "railway_construction") {
        auto style = dashed(cased(c.line("mode.railway_symbol", 3 * c.shrink)), 3, 5, c.scale);
        return {style};
    }
    if (role == "road")
        return {dashed(cased(c.line("mode.road", c.number("line.road.width", 1.9F) * c.shrink)), 9, 3, c.scale)};
    if (role == "pipeline") return {pipeline(c)};
    if (role == "air") {
        auto style = dashed(c.line("mode.air", c.number("line.air.width", 1.3F)), 1.5F, 4, c.scale);
        style.pattern = LinePattern::dotted;
        style.opacity = c.number("line.air.opacity", 0.6F);
        return {style};
    }
    if (role == "ocean") return {};
    return {c.line("map.border_province", 1)};
}

} // namespace

LayerDraw layer_draw(const data::LayerSpec& spec, const Theme& theme, double metres_per_px, float scale)
{
    LayerDraw draw;
    draw.layer = spec.id;
    draw.area = spec.kind == data::LayerKind::area;
    const double logical = metres_per_px * scale;
    const float shrink = logical <= 1600   ? 1.0F
                         : logical >= 4000 ? 0.68F
                                           : static_cast<float>(1.0 - 0.32 * (logical - 1600) / 2400);
    draw.strokes = strokes_of(spec.style, {theme, scale, shrink});
    if (spec.style == "ocean")
        draw.fill = theme.color("map.sea");
    else if (spec.style == "lake")
        draw.fill = theme.color("map.lake");
    else
        draw.fill = Color{0, 0, 0, 0};
    return draw;
}

} // namespace scene
