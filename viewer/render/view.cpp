#include "render/view.hpp"

namespace render {

View View::of(const scene::CameraView& camera, geo::Projected origin, int margin_px)
{
    View view;
    view.centre_x = camera.centre.x - origin.x;
    view.centre_y = camera.centre.y - origin.y;
    view.centre_px = {camera.centre_px.x + static_cast<float>(margin_px),
                      camera.centre_px.y + static_cast<float>(margin_px)};
    view.metres_per_px = camera.metres_per_px;
    view.width_px = camera.width_px + 2 * margin_px;
    view.height_px = camera.height_px + 2 * margin_px;
    return view;
}

geo::ScreenPx View::to_screen(double x, double y) const
{
    return {static_cast<float>(px_x(x)), static_cast<float>(px_y(y))};
}

geo::Bounds View::bounds(const geo::Rect& px) const
{
    const auto x = [&](float at) { return centre_x + static_cast<double>(at - centre_px.x) * metres_per_px; };
    const auto y = [&](float at) { return centre_y - static_cast<double>(at - centre_px.y) * metres_per_px; };
    return {x(px.x), y(px.y + px.h), x(px.x + px.w), y(px.y)};
}

void View::apply(const gpu::Program& program) const
{
    // Split in two floats: the difference to a nearby vertex is then exact to far below a pixel.
    const auto high_x = static_cast<float>(centre_x), high_y = static_cast<float>(centre_y);
    program.set("u_centre", high_x, high_y, static_cast<float>(centre_x - static_cast<double>(high_x)),
                static_cast<float>(centre_y - static_cast<double>(high_y)));
    program.set("u_centre_px", centre_px.x, centre_px.y);
    program.set("u_px_per_m", static_cast<float>(1.0 / metres_per_px));
    program.set("u_size", static_cast<float>(width_px), static_cast<float>(height_px));
}

void set_color(const gpu::Program& program, std::string_view name, const scene::Color& color, float opacity)
{
    program.set(name, color.r, color.g, color.b, color.a * opacity);
}

} // namespace render
