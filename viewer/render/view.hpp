#pragma once
#include "gpu/program.hpp"
#include "scene/scene.hpp"

namespace render {

/// Where projected metres (relative to the geometry's origin) land on a target of a given size.
struct View {
    double centre_x = 0, centre_y = 0; ///< relative to origin, shown at centre_px
    geo::ScreenPx centre_px;
    double metres_per_px = 1;
    int width_px = 0, height_px = 0;

    /// The scene's camera with `margin_px` more on every side.
    [[nodiscard]] static View of(const scene::CameraView& camera, geo::Projected origin, int margin_px = 0);
    [[nodiscard]] geo::ScreenPx to_screen(double x, double y) const;
    [[nodiscard]] double px_x(double x) const
    {
        return static_cast<double>(centre_px.x) + (x - centre_x) / metres_per_px;
    }
    [[nodiscard]] double px_y(double y) const
    {
        return static_cast<double>(centre_px.y) - (y - centre_y) / metres_per_px;
    }
    /// Of a rectangle of the target, relative to origin.
    [[nodiscard]] geo::Bounds bounds(const geo::Rect& px) const;
    [[nodiscard]] geo::Rect whole() const
    {
        return {0, 0, static_cast<float>(width_px), static_cast<float>(height_px)};
    }

    /// Sets the uniforms of common.glsl; the program must be in use.
    void apply(const gpu::Program& program) const;
};

void set_color(const gpu::Program& program, std::string_view name, const scene::Color& color, float opacity = 1);

} // namespace render
