// Hypsometric tint by elevation, darkened and lightened by the hill shading.
in vec2 v_uv;

uniform sampler2D u_raster; // shade (128 = flat), elevation (metres / 32)
uniform sampler2D u_ramp;   // 256 elevations; row 0 outside, row 1 focus
uniform vec2 u_texels;      // size of u_raster
uniform int u_ramp_row;
uniform float u_fade_texels; // 0 = no soft edge
uniform float u_opacity;
uniform vec4 u_dark, u_light; // rgb, strength

out vec4 o_color;

#if SMOOTH
// Cubic B-spline in four bilinear taps: no diamonds where a texel covers several pixels.
vec2 raster(vec2 uv)
{
    vec2 p = uv * u_texels - 0.5;
    vec2 f = fract(p);
    p -= f;
    vec2 f2 = f * f, f3 = f2 * f;
    vec2 w0 = (1.0 - f) * (1.0 - f) * (1.0 - f) / 6.0;
    vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0;
    vec2 w3 = f3 / 6.0;
    vec2 g0 = w0 + w1, g1 = 1.0 - g0;
    vec2 w2 = g1 - w3;
    vec2 h0 = (p + w1 / g0 - 0.5) / u_texels;
    vec2 h1 = (p + w3 / g1 + 1.5) / u_texels;
    return g0.y * (g0.x * textureLod(u_raster, h0, 0.0).rg + g1.x * textureLod(u_raster, vec2(h1.x, h0.y), 0.0).rg) +
           g1.y * (g0.x * textureLod(u_raster, vec2(h0.x, h1.y), 0.0).rg + g1.x * textureLod(u_raster, h1, 0.0).rg);
}
#else
vec2 raster(vec2 uv) { return texture(u_raster, uv).rg; }
#endif

void main()
{
    vec2 value = raster(v_uv);
    vec3 rgb = texelFetch(u_ramp, ivec2(int(value.y * 255.0 + 0.5), u_ramp_row), 0).rgb;
    float shade = value.x * 255.0 - 128.0;
    rgb = mix(rgb, u_dark.rgb, clamp(-shade / 128.0, 0.0, 1.0) * u_dark.a);
    rgb = mix(rgb, u_light.rgb, clamp(shade / 127.0, 0.0, 1.0) * u_light.a);
    float alpha = u_opacity;
    if (u_fade_texels > 0.0) {
        vec2 from_edge = min(v_uv, 1.0 - v_uv) * u_texels;
        alpha *= smoothstep(0.0, u_fade_texels, min(from_edge.x, from_edge.y));
    }
    o_color = vec4(rgb * alpha, alpha);
}
