// A picture on a net: every vertex has a place in two views.
layout(location = 0) in vec4 a_places; // x, y in the first view; x, y in the second; px
layout(location = 1) in vec3 a_from;   // u, v in the picture, shown

uniform float u_step; // 0 the first view, 1 the second

out vec2 v_uv;
out float v_shown;

void main()
{
    v_uv = a_from.xy;
    v_shown = a_from.z;
    gl_Position = to_clip(mix(a_places.xy, a_places.zw, u_step));
}
