// PATTERNS 0: solid and dashed. PATTERNS 1: railway, dotted, pipeline, hollow (scene::LinePattern).
in vec4 v_place;
flat in vec2 v_part;

uniform float u_half;  // of the line's width, px
uniform vec2 u_dash;   // on, period; period 0 = solid
uniform vec4 u_color;  // straight alpha
#if PATTERNS
uniform int u_pattern;
uniform float u_core;  // half-width of the core
uniform vec4 u_core_color;
#endif

out vec4 o_color;

void main()
{
    float t = clamp(v_place.x, 0.0, v_part.x);
    float off = length(vec2(v_place.x - t, v_place.y));
    float at = v_part.y + t;
    float cover = v_place.z < 0.0 || v_place.w < 0.0 ? 0.0 : band(u_half, off);
    vec4 color = u_color;
#if PATTERNS
    if (u_pattern == 3) { // dotted: round dots, drawn out when `on` is longer than the line is wide
        float from_middle = abs(mod(at, u_dash.y) - 0.5 * u_dash.y);
        float beyond = max(0.0, from_middle - max(0.0, 0.5 * u_dash.x - u_half));
        cover = min(cover, inside(length(vec2(beyond, off)) - u_half));
    } else {
        float core = band(u_core, off);
        if (u_pattern == 2) core *= dash(at, u_dash.x, u_dash.y);
        if (u_pattern == 4) core *= 1.0 - dash(at, u_dash.x, u_dash.y);
        color = mix(color, u_core_color, core);
    }
#else
    if (u_dash.y > 0.0) cover *= dash(at, u_dash.x, u_dash.y);
#endif
    float alpha = color.a * cover;
    o_color = vec4(color.rgb * alpha, alpha);
}
