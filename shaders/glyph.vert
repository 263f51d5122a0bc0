layout(location = 0) in vec2 a_px;
layout(location = 1) in vec2 a_texel;
layout(location = 2) in vec4 a_color; // straight alpha

uniform float u_atlas_size;

out vec2 v_uv;
flat out vec4 v_color;

void main()
{
    v_uv = a_texel / u_atlas_size;
    v_color = vec4(a_color.rgb * a_color.a, a_color.a);
    gl_Position = to_clip(a_px);
}
