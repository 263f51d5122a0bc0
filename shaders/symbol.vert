layout(location = 0) in vec4 a_at;    // x, y metres; size px, stroke px
layout(location = 1) in int a_shape;  // scene::Shape
layout(location = 2) in vec4 a_fill;
layout(location = 3) in vec4 a_stroke;
layout(location = 4) in vec3 a_years; // opened, closed; radius on the ground, metres

uniform float u_year;
uniform float u_scale;

out vec2 v_px;
flat out vec3 v_symbol; // size, stroke, shape
flat out vec4 v_fill, v_stroke;

void main()
{
    float size = max(a_at.z, a_years.z * u_px_per_m);
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    v_px = corner * (size + a_at.w + 3.0 * u_scale);
    v_symbol = vec3(size, a_at.w, float(a_shape));
    v_fill = a_fill;
    v_stroke = a_stroke;
    gl_Position = u_year < a_years.x || u_year >= a_years.y ? kNowhere : to_clip(to_px(a_at.xy) + v_px);
}
