#version 330 core
// In front of every shader. Screen pixels: origin top left, y down.

uniform vec4 u_centre;     // map point shown at u_centre_px, metres from the geometry's origin: coarse xy, remainder zw
uniform vec2 u_centre_px;
uniform float u_px_per_m;
uniform vec2 u_size;       // of the target, pixels

vec2 to_px(vec2 metres)
{
    vec2 d = (metres - u_centre.xy) - u_centre.zw;
    return u_centre_px + vec2(d.x, -d.y) * u_px_per_m;
}

vec4 to_clip(vec2 px) { return vec4(px.x / u_size.x * 2.0 - 1.0, 1.0 - px.y / u_size.y * 2.0, 0.0, 1.0); }

const vec4 kNowhere = vec4(2.0, 2.0, 2.0, 1.0);

vec2 right_of(vec2 v) { return vec2(-v.y, v.x); }

// How much of a pixel, x from the centre line, a band of half-width h covers.
float band(float h, float x) { return clamp(min(h, x + 0.5) - max(-h, x - 0.5), 0.0, 1.0); }

// The same for a filled shape with signed distance d (negative inside).
float inside(float d) { return clamp(0.5 - d, 0.0, 1.0); }

// The same along a dash pattern that starts with `on` and repeats every `period`.
float dash(float at, float on, float period)
{
    float from_middle = abs(mod(at - 0.5 * on + 0.5 * period, period) - 0.5 * period);
    return clamp(0.5 * on - from_middle + 0.5, 0.0, min(on, 1.0));
}

// How the segments a-b and b-c meet at b. A gentle turn is mitred: both quads share the two corners b +- side * reach,
// so every pixel belongs to one of them. A turn too sharp for that, or between segments too short, is split by
// the plane through b across `along`. Depends only on the three points, so both segments come to the same answer.
struct Join {
    bool end;     // nothing follows: a cap
    bool mitred;
    vec2 side;
    vec2 along;
};

Join join(vec2 a, vec2 b, vec2 c, float reach)
{
    vec2 u = b - a, v = c - b;
    float lu = length(u), lv = length(v);
    Join j;
    j.end = min(lu, lv) < 1e-3;
    u = lu < 1e-3 ? vec2(0.0) : u / lu;
    v = lv < 1e-3 ? vec2(0.0) : v / lv;
    float c1 = 1.0 + dot(u, v);
    float shortest = min(lu, lv);
    j.mitred = !j.end && c1 > 0.4 && reach * reach * (2.0 - c1) <= c1 * shortest * shortest;
    j.side = right_of(u + v) / max(c1, 1e-3);
    j.along = u + v;
    return j;
}
