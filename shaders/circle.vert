layout(location = 0) in vec4 a_at;    // x, y screen px, radius px, state
layout(location = 1) in vec4 a_fill;
layout(location = 2) in vec4 a_edge;

uniform float u_scale;

out vec2 v_px;
flat out vec2 v_circle; // radius, state
flat out vec4 v_fill, v_edge;

void main()
{
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    v_px = corner * (a_at.z + 7.0 * u_scale + 1.0);
    v_circle = a_at.zw;
    v_fill = a_fill;
    v_edge = a_edge;
    gl_Position = to_clip(a_at.xy + v_px);
}
