layout(location = 0) in vec4 a_vertex; // x, y metres; u, v
out vec2 v_uv;

void main()
{
    v_uv = a_vertex.zw;
    gl_Position = to_clip(to_px(a_vertex.xy));
}
