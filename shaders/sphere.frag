// The body of a globe above its picture: shaded towards the limb, with the limb and two rims.
in vec2 v_px;

uniform vec2 u_middle, u_half; // of the limb, an ellipse; px
uniform vec4 u_shade, u_limb;
uniform float u_scale;

out vec4 o_color;

void main()
{
    vec2 d = (v_px - u_middle) / u_half;
    float r = length(d);
    float off = (r - 1.0) * min(u_half.x, u_half.y); // px beyond the limb, near enough beside it
    float away = 1.0 - sqrt(max(0.0, 1.0 - r * r));
    float shade = u_shade.a * away * sqrt(away) * inside(off);
    float line = u_limb.a * band(0.75 * u_scale, off);
    // Two faint rims, as air seen edge on.
    float rims = off > 0.0 ? 0.11 * inside(off - 6.0 * u_scale) + 0.07 * inside(off - 14.0 * u_scale) : 0.0;
    rims *= u_limb.a * (1.0 - line);
    vec4 color = vec4(u_shade.rgb * shade, shade);
    color = vec4(u_limb.rgb * rims, rims) + color * (1.0 - rims);
    o_color = vec4(u_limb.rgb * line, line) + color * (1.0 - line);
}
