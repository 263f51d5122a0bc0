// One instance a segment: start-end with the points before and after.
layout(location = 0) in vec4 a_before; // x, y metres, distance metres, weight
layout(location = 1) in vec4 a_start;
layout(location = 2) in vec4 a_end;
layout(location = 3) in vec4 a_after;
layout(location = 4) in vec2 a_years;  // opened, closed

uniform float u_reach; // half of the outer width + 1 px
uniform float u_year;

out vec4 v_place;     // along, across, distance inside the start plane, inside the end plane; px
flat out vec2 v_part; // length, distance at the start; px

void main()
{
    v_place = vec4(0.0);
    v_part = vec2(0.0);
    gl_Position = kNowhere;
    vec2 p0 = to_px(a_before.xy), p1 = to_px(a_start.xy), p2 = to_px(a_end.xy), p3 = to_px(a_after.xy);
    vec2 along = p2 - p1;
    float len = length(along);
    if (a_start.w < 0.0 || a_end.w < 0.0 || u_year < a_years.x || u_year >= a_years.y || !(len > 1e-3)) return;
    along /= len;

    Join first = join(p0, p1, p2, u_reach);
    Join last = join(p1, p2, p3, u_reach);
    float side = (gl_VertexID & 1) == 0 ? -u_reach : u_reach;
    vec2 corner;
    if (gl_VertexID < 2)
        corner = first.mitred ? p1 + first.side * side : p1 - along * u_reach + right_of(along) * side;
    else
        corner = last.mitred ? p2 + last.side * side : p2 + along * u_reach + right_of(along) * side;

    vec2 q = corner - p1;
    v_place = vec4(dot(q, along), dot(q, right_of(along)), first.end || first.mitred ? 1.0 : dot(q, first.along),
                   last.end || last.mitred ? 1.0 : dot(p2 - corner, last.along));
    v_part = vec2(len, a_start.z * u_px_per_m);
    gl_Position = to_clip(corner);
}
