// The finished picture as it is seen with another colour vision: a matrix in linear light (scene/color_vision.hpp).
uniform sampler2D u_picture;
uniform vec4 u_red, u_green, u_blue; // rows of the matrix

out vec4 o_color;

vec3 to_linear(vec3 v) { return mix(v / 12.92, pow((v + 0.055) / 1.055, vec3(2.4)), step(0.04045, v)); }

vec3 from_linear(vec3 v)
{
    v = clamp(v, 0.0, 1.0);
    return mix(v * 12.92, 1.055 * pow(v, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, v));
}

void main()
{
    vec3 rgb = to_linear(texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0).rgb);
    o_color = vec4(from_linear(vec3(dot(u_red.rgb, rgb), dot(u_green.rgb, rgb), dot(u_blue.rgb, rgb))), 1.0);
}
