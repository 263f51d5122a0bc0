// One strand of a flow. LOOKS 0: halo, casing, and the body of a published figure. LOOKS 1: the body in the other looks
// of data::State. LOOKS 2: absent, which most strands are. Apart, because software OpenGL runs every branch for every
// pixel.
in vec4 v_place;
flat in vec3 v_part;

uniform float u_half; // of the width that is drawn
uniform vec2 u_range;
uniform vec4 u_color;
#if LOOKS
uniform int u_state;   // data::State; 8 = thinner than the thinnest solid line
uniform float u_scale;
uniform vec2 u_anchor; // a map point in px, so that hatching stays on the map
uniform vec4 u_casing;
uniform vec4 u_rim;
#endif

out vec4 o_color;

void main()
{
    float t = clamp(v_place.x, 0.0, v_part.x);
    float off = length(vec2(v_place.x - t, v_place.y));
    float at = v_part.y + v_part.z * v_place.x / v_part.x;
    float cut = clamp(at - u_range.x + 0.5, 0.0, 1.0) * clamp(u_range.y - at + 0.5, 0.0, 1.0);
    if (v_place.z < 0.0 || v_place.w < 0.0) cut = 0.0;

    float cover = band(u_half, off);
    vec3 rgb = u_color.rgb;
#if LOOKS == 2
    float s = u_scale;
    float edge = 1.0 - band(max(u_half - 1.1 * s, 0.0), off);
    float dot_at = abs(mod(at, 6.0 * s) - 3.0 * s); // hollow with a dotted core
    rgb = mix(u_casing.rgb, rgb, max(edge, inside(length(vec2(dot_at, off)) - 0.85 * s)));
#elif LOOKS
    float s = u_scale;
    float ink = 1.0; // of the ribbon's colour, the rest is casing
    if (u_state == 1) { // about: the rim fades
        float rim = clamp(0.3 * u_half, 1.0, 4.0 * s);
        ink = mix(0.42, 1.0, smoothstep(0.35 * rim, 1.35 * rim, u_half - off));
    } else if (u_state == 2) { // minimum: open fringe
        float fringe = clamp(1.85 * s - abs(off - (u_half + 3.15 * s)) + 0.5, 0.0, 1.0);
        cover = max(cover, fringe * dash(at, 2.0 * s, 7.0 * s));
    } else if (u_state == 3) { // partial: hatched
        vec2 px = vec2(gl_FragCoord.x, u_size.y - gl_FragCoord.y) - u_anchor;
        float hatch = dash((px.x + px.y) * 0.70710678, 3.0 * s, 7.0 * s);
        float outline = (1.0 - band(max(u_half - 1.2 * s, 0.0), off)) * dash(at, 7.0 * s, 10.0 * s);
        ink = max(hatch, outline);
    } else if (u_state == 4) { // conflicting: the other figure as a thin rim
        float rim = clamp(0.6 * s - abs(off - (u_half + 1.9 * s)) + 0.5, 0.0, 1.0);
        rgb = mix(rgb, u_rim.rgb, step(u_half + 0.65 * s, off));
        cover = max(cover, rim);
    } else if (u_state == 5) { // computed: broken centre line
        ink = 1.0 - band(min(0.6 * s, 0.3 * u_half), off) * dash(at, 7.0 * s, 11.0 * s);
    } else if (u_state == 6) { // at most: outline and tint
        ink = mix(1.0, 0.28, band(max(u_half - 1.1 * s, 0.0), off));
    } else if (u_state == 8) {
        cover *= dash(at, 2.0 * s, 5.0 * s);
    }
    rgb = mix(u_casing.rgb, rgb, ink);
#endif
    float alpha = u_color.a * cover * cut;
    o_color = vec4(rgb * alpha, alpha);
}
