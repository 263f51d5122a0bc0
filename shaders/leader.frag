in vec2 v_place;
flat in vec2 v_stroke;
flat in vec4 v_color;
out vec4 o_color;

void main()
{
    float t = clamp(v_place.x, 0.0, v_stroke.x);
    o_color = v_color * band(v_stroke.y, length(vec2(v_place.x - t, v_place.y)));
}
