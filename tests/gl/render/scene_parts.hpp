#pragma once
#include "gl/gl_context.hpp"
#include "render/renderer.hpp"
#include <cmath>
#include <functional>

/// Hand-made scenes for the renderer: one projected metre is one pixel unless a test says otherwise, y up from the
/// middle.
namespace test {

using Points = std::vector<geo::Projected>;

inline void add_part(scene::LineMesh& mesh, const Points& line, float opened = 0, float closed = 9999)
{
    const auto first = static_cast<std::uint32_t>(mesh.points.size());
    const auto add = [&](const geo::Projected& p, double distance, float weight) {
        mesh.points.push_back(
            {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(distance), weight, opened, closed});
    };
    geo::Bounds bounds{line[0].x, line[0].y, line[0].x, line[0].y};
    double distance = 0;
    add(line.front(), 0, scene::kBreak);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) distance += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        add(line[i], distance, 1);
        bounds = {std::min(bounds.x_min, line[i].x), std::min(bounds.y_min, line[i].y),
                  std::max(bounds.x_max, line[i].x), std::max(bounds.y_max, line[i].y)};
    }
    add(line.back(), distance, scene::kBreak);
    mesh.chunks.push_back({bounds, first, static_cast<std::uint32_t>(line.size() - 1), 0});
}

inline std::shared_ptr<const scene::LineMesh> line_mesh(const Points& line)
{
    auto mesh = std::make_shared<scene::LineMesh>();
    add_part(*mesh, line);
    return mesh;
}

/// A gentle wave as on the specimen sheet.
inline Points wave(double x0, double x1, double y, double height)
{
    Points out;
    for (double x = x0; x <= x1; x += 3) out.push_back({x, y - height * std::sin((x - x0) / (x1 - x0) * 5.2)});
    return out;
}

inline float length_of(const scene::LineMesh& mesh)
{
    float end = 0;
    for (const auto& p : mesh.points) end = std::max(end, p.distance);
    return end;
}

inline std::shared_ptr<const scene::AreaMesh> rectangle(double x0, double y0, double x1, double y1)
{
    auto mesh = std::make_shared<scene::AreaMesh>();
    const auto f = [](double v) { return static_cast<float>(v); };
    mesh->points = {{f(x0), f(y0)}, {f(x1), f(y0)}, {f(x0), f(y1)}, {f(x1), f(y1)}};
    mesh->indices = {0, 1, 2, 2, 1, 3};
    return mesh;
}

/// A raster over a rectangle of the plane.
inline std::shared_ptr<const scene::ReliefMesh>
relief(double x0, double y0, double x1, double y1, int width, int height,
       const std::function<std::pair<int, int>(int, int)>& shade_and_elevation)
{
    auto raster = std::make_shared<data::Raster>();
    raster->width = width;
    raster->height = height;
    raster->bands = 2;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const auto [shade, elevation] = shade_and_elevation(column, row);
            raster->pixels.push_back(static_cast<std::uint8_t>(shade));
            raster->pixels.push_back(static_cast<std::uint8_t>(elevation));
        }
    auto mesh = std::make_shared<scene::ReliefMesh>();
    const auto f = [](double v) { return static_cast<float>(v); };
    mesh->vertices = {{f(x0), f(y1), 0, 0}, {f(x1), f(y1), 1, 0}, {f(x0), f(y0), 0, 1}, {f(x1), f(y0), 1, 1}};
    mesh->indices = {0, 1, 2, 2, 1, 3};
    mesh->raster = raster;
    return mesh;
}

inline scene::Color rgb(int hex, float alpha = 1)
{
    const auto part = [&](int shift) { return static_cast<float>((hex >> shift) & 0xFF) / 255.0F; };
    return {part(16), part(8), part(0), alpha};
}

/// White lines on black ground, so that a pixel's value is its coverage.
inline std::shared_ptr<scene::Theme> plain_theme()
{
    auto theme = std::make_shared<scene::Theme>();
    for (const char* role : {"map.casing", "map.relief_dark"}) theme->colors.insert_or_assign(role, rgb(0x000000));
    for (const char* role : {"map.relief_light", "map.graticule", "mode.rail"})
        theme->colors.insert_or_assign(role, rgb(0xFFFFFF));
    theme->colors.insert_or_assign("chart.conflict", rgb(0xFF0000));
    theme->relief_outside = {{0, rgb(0x000000)}, {8000, rgb(0x000000)}};
    theme->relief_focus = {{0, rgb(0x303030)}, {8000, rgb(0x303030)}};
    return theme;
}

inline scene::Scene scene_of(int width, int height, std::shared_ptr<const scene::MapGeometry> geometry,
                             std::shared_ptr<const scene::Theme> theme = plain_theme())
{
    scene::Scene scene;
    scene.camera.centre_px = {static_cast<float>(width) / 2, static_cast<float>(height) / 2};
    scene.camera.width_px = width;
    scene.camera.height_px = height;
    scene.theme = std::move(theme);
    scene.geometry = std::move(geometry);
    scene.year = 2024;
    return scene;
}

inline scene::RibbonDraw ribbon(std::shared_ptr<const scene::LineMesh> mesh, float width,
                                data::State state = data::State::published, scene::Color color = rgb(0xFFFFFF))
{
    scene::RibbonDraw draw;
    draw.to_m = length_of(*mesh);
    draw.mesh = std::move(mesh);
    draw.state = state;
    draw.width_px = width;
    draw.color = color;
    draw.rim = rgb(0xFF0000);
    return draw;
}

} // namespace test
