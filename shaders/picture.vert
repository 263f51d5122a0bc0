layout(location = 0) in vec4 a_corner; // clip space; texel
out vec2 v_texel;

void main()
{
    v_texel = a_corner.zw;
    gl_Position = vec4(a_corner.xy, 0.0, 1.0);
}
