layout(location = 0) in vec2 a_at;

void main() { gl_Position = to_clip(to_px(a_at)); }
