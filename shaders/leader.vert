// Round-ended strokes on the screen; a dot is one of no length.
layout(location = 0) in vec2 a_px;
layout(location = 1) in vec4 a_place; // along, across, length, half-width; px
layout(location = 2) in vec4 a_color;

out vec2 v_place;
flat out vec2 v_stroke;
flat out vec4 v_color;

void main()
{
    v_place = a_place.xy;
    v_stroke = a_place.zw;
    v_color = vec4(a_color.rgb * a_color.a, a_color.a);
    gl_Position = to_clip(a_px);
}
