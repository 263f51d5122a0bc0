// A texel a pixel.
in vec2 v_texel;
uniform sampler2D u_picture;
out vec4 o_color;

void main() { o_color = texelFetch(u_picture, ivec2(v_texel), 0); }
