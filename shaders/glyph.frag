in vec2 v_uv;
flat in vec4 v_color;
uniform sampler2D u_atlas; // coverage in alpha
out vec4 o_color;

void main() { o_color = v_color * texture(u_atlas, v_uv).a; }
