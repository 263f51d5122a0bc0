// A texel a pixel: picture and target are of one size.
uniform sampler2D u_picture;
out vec4 o_color;

void main() { o_color = texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0); }
