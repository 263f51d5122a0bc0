in vec2 v_uv;
in float v_shown;

uniform sampler2D u_picture;
uniform vec2 u_margin;   // px of the picture beyond the screen it was drawn for
uniform vec2 u_texels;   // size of the picture
uniform float u_opacity; // where the net is shown
uniform float u_lost;    // and where it is not
uniform vec4 u_ground;   // a > 0: opaque, with this where the picture has nothing to say

out vec4 o_color;

void main()
{
    vec2 at = v_uv + u_margin;
    vec2 room = min(at, u_texels - at); // nothing beyond its edges
    float alpha = mix(u_lost, u_opacity, v_shown) * clamp(min(room.x, room.y), 0.0, 1.0);
    vec3 rgb = texture(u_picture, vec2(at.x, u_texels.y - at.y) / u_texels).rgb;
    o_color = u_ground.a > 0.0 ? vec4(mix(u_ground.rgb, rgb, alpha), 1.0) : vec4(rgb * alpha, alpha);
}
