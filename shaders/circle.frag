// Area-true disc in the looks of data::State: the fill reaches exactly to the radius that says the value.
in vec2 v_px;
flat in vec2 v_circle;
flat in vec4 v_fill, v_edge;

uniform float u_scale;
uniform vec4 u_casing, u_rim;

out vec4 o_color;

vec4 over(vec4 below, vec3 rgb, float alpha) { return vec4(rgb * alpha, alpha) + below * (1.0 - alpha); }

void main()
{
    float s = u_scale;
    float radius = v_circle.x;
    int state = int(v_circle.y + 0.5);
    float off = length(v_px);
    float at = (atan(v_px.y, v_px.x) + 3.14159265) * radius; // along the edge
    float around = 6.28318531 * radius;
    float width = 1.5 * s;
    float disc = inside(off - radius);
    // The edge lies inside the radius so that the area stays true.
    float edge = 1.0 - inside(off - max(radius - width, 0.0));
    float fill = v_fill.a;

    float outer = radius + (state == 2 ? 5.0 * s : state == 4 ? 2.5 * s : 0.0) + 1.3 * s;
    vec4 color = vec4(0.0);
    if (state != 7) color = over(color, u_casing.rgb, 0.8 * u_casing.a * inside(off - outer) * (1.0 - inside(off - radius)));

    float part = around / max(1.0, floor(around / (7.0 * s)));
    if (state == 1) { // about
        fill *= mix(0.42, 1.0, smoothstep(0.0, 5.0 * s, radius - off));
        edge *= 0.3;
    } else if (state == 3) { // partial
        fill *= dash((v_px.x + v_px.y) * 0.70710678, 3.0 * s, 7.0 * s);
        edge *= dash(at, 0.6 * part, part);
    } else if (state == 5) { // computed
        edge *= dash(at, 0.62 * part, part);
    } else if (state == 6) { // at most
        fill *= 0.28 / max(v_fill.a, 0.28);
    } else if (state == 7) { // absent: dotted ring
        float step_px = around / max(4.0, floor(around / (5.0 * s)));
        float dot_at = abs(mod(at, step_px) - 0.5 * step_px);
        fill = 0.0;
        edge = inside(length(vec2(dot_at, off - radius + 1.2 * s)) - 1.2 * s);
    }
    // Cut out last, so that fill and edge do not cover the rim twice.
    vec4 body = over(vec4(v_fill.rgb * fill, fill), v_edge.rgb, v_edge.a * edge) * disc;
    color = body + color * (1.0 - body.a);
    if (state == 2) { // minimum: fringe
        float fringe = clamp(1.85 * s - abs(off - radius - 3.15 * s) + 0.5, 0.0, 1.0);
        color = over(color, v_edge.rgb, v_edge.a * fringe * dash(at, 0.3 * part, part));
    } else if (state == 4) { // conflicting
        color = over(color, u_rim.rgb, u_rim.a * clamp(0.6 * s - abs(off - radius - 1.9 * s) + 0.5, 0.0, 1.0));
    }
    o_color = color;
}
