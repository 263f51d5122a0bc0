// As line.vert, moved sideways by u_offset * weight along the mitre.
layout(location = 0) in vec4 a_before;
layout(location = 1) in vec4 a_start;
layout(location = 2) in vec4 a_end;
layout(location = 3) in vec4 a_after;

uniform float u_reach;
uniform float u_offset;
uniform vec2 u_range; // drawn part, px of distance

out vec4 v_place;     // along, across, inside the start plane, inside the end plane; px
flat out vec3 v_part; // length, distance at the start, distance from start to end; px

// The mitre at b for the centre line, at most twice the offset.
vec2 shift(Join j, vec2 straight)
{
    vec2 m = j.end ? right_of(straight) : j.side;
    return m * min(1.0, 2.0 / max(length(m), 1e-3));
}

void main()
{
    v_place = vec4(0.0);
    v_part = vec3(0.0);
    gl_Position = kNowhere;
    vec2 p0 = to_px(a_before.xy), p1 = to_px(a_start.xy), p2 = to_px(a_end.xy), p3 = to_px(a_after.xy);
    float from = a_start.z * u_px_per_m, to = a_end.z * u_px_per_m;
    vec2 straight = p2 - p1;
    float straight_length = length(straight);
    if (a_start.w < 0.0 || a_end.w < 0.0 || !(straight_length > 1e-3) || to < u_range.x - 1.0 || from > u_range.y + 1.0)
        return;
    straight /= straight_length;

    float reach = u_reach + abs(u_offset);
    Join first = join(p0, p1, p2, reach);
    Join last = join(p1, p2, p3, reach);
    vec2 q1 = p1 + shift(first, straight) * u_offset * a_start.w;
    vec2 q2 = p2 + shift(last, straight) * u_offset * a_end.w;
    vec2 along = q2 - q1;
    float len = length(along);
    if (dot(along, straight) <= 1e-3) return; // folded over on the inside of a bend; the neighbours cover it
    along /= len;

    float side = (gl_VertexID & 1) == 0 ? -u_reach : u_reach;
    vec2 corner;
    if (gl_VertexID < 2)
        corner = first.mitred ? q1 + first.side * side : q1 - along * (first.end ? 1.0 : u_reach) + right_of(along) * side;
    else
        corner = last.mitred ? q2 + last.side * side : q2 + along * (last.end ? 1.0 : u_reach) + right_of(along) * side;

    vec2 q = corner - q1;
    v_place = vec4(dot(q, along), dot(q, right_of(along)), first.end || first.mitred ? 1.0 : dot(q, first.along),
                   last.end || last.mitred ? 1.0 : dot(q2 - corner, last.along));
    v_part = vec3(len, from, to - from);
    gl_Position = to_clip(corner);
}
