#include "render/lines.hpp"

namespace render {

namespace {

void draw_pass(const LineBuffer& lines, const gpu::Program& program, float width, const Target& target,
               gpu::Counters& counters)
{
    const float reach = width / 2 + 1;
    program.set("u_half", width / 2);
    program.set("u_reach", reach);
    program.set("u_year", target.year);
    target.view.apply(program);
    lines.draw(target.view, target.px, 2 * reach, counters);
}

} // namespace

void draw_lines(const LineBuffer& lines, const scene::LineStyle& style, float opacity, const Target& target,
                const Programs& programs, gpu::Counters& counters)
{
    if (style.width <= 0 || opacity * style.opacity <= 0) return;
    const float alpha = opacity * style.opacity;
    if (style.casing_extra > 0) {
        programs.line.use();
        set_color(programs.line, "u_color", style.casing, alpha);
        programs.line.set("u_dash", 0.0F, 0.0F);
        draw_pass(lines, programs.line, style.width + style.casing_extra, target, counters);
    }
    const bool simple = style.pattern == scene::LinePattern::solid || style.pattern == scene::LinePattern::dashed;
    const gpu::Program& program = simple ? programs.line : programs.line_pattern;
    program.use();
    set_color(program, "u_color", style.color, alpha);
    const float period = style.dash_on + style.dash_off;
    const bool patterned =
        style.pattern != scene::LinePattern::solid && style.pattern != scene::LinePattern::hollow && period > 0;
    program.set("u_dash", patterned ? style.dash_on : 0.0F, patterned ? period : 0.0F);
    if (!simple) {
        // A dash pattern without lengths would divide by zero: such a style is drawn hollow, or as dots in a row.
        auto pattern = style.pattern;
        if (!patterned && pattern != scene::LinePattern::dotted) pattern = scene::LinePattern::hollow;
        if (!patterned && pattern == scene::LinePattern::dotted) program.set("u_dash", style.width, 2 * style.width);
        program.set("u_pattern", static_cast<int>(pattern));
        program.set("u_core", style.core_width / 2);
        set_color(program, "u_core_color", style.core, alpha);
    }
    draw_pass(lines, program, style.width, target, counters);
}

} // namespace render
