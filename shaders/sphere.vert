uniform vec4 u_box; // left, top, right, bottom; px

out vec2 v_px;

void main()
{
    v_px = vec2((gl_VertexID & 1) == 0 ? u_box.x : u_box.z, gl_VertexID < 2 ? u_box.y : u_box.w);
    gl_Position = to_clip(v_px);
}
