// Point symbols as signed distances; strokes are centred on the outline.
in vec2 v_px;
flat in vec3 v_symbol;
flat in vec4 v_fill, v_stroke;

uniform float u_scale;
uniform vec4 u_casing;
uniform vec4 u_core; // the dot of diamond_dot

out vec4 o_color;

vec4 over(vec4 below, vec4 color, float cover)
{
    float alpha = color.a * cover;
    return vec4(color.rgb * alpha, alpha) + below * (1.0 - alpha);
}

float diamond(vec2 p, float half_diagonal)
{
    vec2 q = abs(vec2(p.x + p.y, p.x - p.y) * 0.70710678) - half_diagonal * 0.70710678;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}

float capsule(vec2 p, vec2 a, vec2 b, float r)
{
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0)) - r;
}

// Seen from above, nose up, in a disc of radius 1.
float aircraft(vec2 p)
{
    p.x = abs(p.x);
    float d = capsule(p, vec2(0.0, -0.6), vec2(0.0, 0.52), 0.12);
    float wing = 0.12 - 0.06 * clamp(p.x / 0.6, 0.0, 1.0);
    d = min(d, capsule(p, vec2(0.0, -0.1), vec2(0.6, 0.2), wing));
    return min(d, capsule(p, vec2(0.0, 0.47), vec2(0.26, 0.6), 0.07));
}

void main()
{
    float size = v_symbol.x, stroke = v_symbol.y, s = u_scale;
    int shape = int(v_symbol.z + 0.5);
    float off = length(v_px);
    bool square = shape == 2 || shape == 3;
    float d = square ? diamond(v_px, size) : off - size;
    float line = clamp(0.5 * stroke - abs(d) + 0.5, 0.0, min(stroke, 1.0));
    vec4 color = vec4(0.0);

    if (shape == 7) { // selected_ring: the ring alone, on a wide casing
        color = over(color, u_casing, clamp(0.5 * stroke + 1.5 * s - abs(d) + 0.5, 0.0, 1.0));
        o_color = over(color, v_stroke, line);
        return;
    }
    if (shape == 6) { // capital: ring and dot in the fill colour on a disc in the stroke colour
        color = over(color, v_stroke, inside(d - 0.5 * stroke - 0.9 * s));
        o_color = over(color, v_fill, max(line, inside(off - 0.36 * size)));
        return;
    }
    if (shape == 5 && size < 6.0 * s) { // hatched_disc too small for a hatch
        color = over(color, u_casing, inside(d - 1.3 * s));
        o_color = over(color, vec4(v_stroke.rgb, 1.0), inside(d));
        return;
    }
    if (shape != 0) color = over(color, u_casing, inside(d - 0.5 * stroke - 1.3 * s) * (1.0 - inside(d)));
    if (shape == 5) { // ticks point inwards from the edge
        float around = 6.28318531 * size;
        float part = around / floor(around / (5.0 * s));
        float tick = min(5.0 * s, 0.4 * size);
        // Slanted a little, as a hatch on a map edge is.
        float at = (atan(v_px.y, v_px.x) + 3.14159265) * size + (d + tick) * 0.35;
        float ticks = dash(at, 1.1 * s, part) * clamp(-d + 0.5, 0.0, 1.0) * clamp(d + tick + 0.5, 0.0, 1.0);
        color = over(color, v_fill, inside(d));
        o_color = over(color, v_stroke, max(ticks, line));
        return;
    }
    color = over(color, v_fill, inside(d));
    color = over(color, v_stroke, line);
    if (shape == 3) color = over(color, u_core, inside(off - 0.42 * size));
    if (shape == 4) color = over(color, v_stroke, inside(aircraft(v_px / size) * size));
    o_color = color;
}
