#include "geo/projection.hpp"
#include "gl/render/drawn.hpp"
#include "scene/mesh_builder.hpp"
#include <gtest/gtest.h>

namespace {

using namespace test;

/// Where the light of a symbol lies on the canvas, to a fraction of a pixel.
std::pair<double, double> middle_of_light(const Canvas& canvas)
{
    const auto pixels = canvas.read();
    double sum = 0, x = 0, y = 0;
    for (int row = 0; row < canvas.height(); ++row)
        for (int column = 0; column < canvas.width(); ++column) {
            const double light = pixels[static_cast<std::size_t>(row * canvas.width() + column)].g;
            sum += light;
            x += light * (column + 0.5);
            y += light * (row + 0.5);
        }
    return {x / sum, y / sum};
}

// At the deepest zoom, thousands of kilometres from the meshes' origin, a symbol and a line lie within half a pixel of
// where PROJ's doubles put them.
TEST(Precision, deepest_zoom_far_from_the_origin)
{
    for (const char* definition : {"EPSG:3857", "+proj=laea +lat_0=42 +lon_0=85 +datum=WGS84 +units=m"})
        for (const double metres_per_px : {13.2, scene::kMinMetresPerPx}) // 1:50,000 on a screen of 96 dpi; the limit
            for (const geo::LonLat place : {geo::LonLat{80.41234567, 44.21234567}, {75.98765432, 39.46789123}}) {
                SCOPED_TRACE(testing::Message() << definition << ' ' << metres_per_px << ' ' << place.lon);
                const auto projection = geo::Projection::create(definition).value();
                const auto exact = projection.forward(place).value();
                auto geometry = std::make_shared<scene::MapGeometry>();
                geometry->origin = projection.forward({62.6, 47.4}).value(); // as of the home view
                auto scene = scene_of(160, 120, geometry);
                scene.camera.metres_per_px = metres_per_px;
                scene.camera.centre_px = {80, 60};
                // The place is to lie a fraction of a pixel beside (100, 41).
                scene.camera.centre = {exact.x - 20.3 * metres_per_px, exact.y - 18.6 * metres_per_px};
                const double wanted_x = 80 + 20.3, wanted_y = 60 - 18.6;

                scene::SymbolInstance dot{};
                dot.x = static_cast<float>(exact.x - geometry->origin.x);
                dot.y = static_cast<float>(exact.y - geometry->origin.y);
                dot.size_px = 6;
                dot.shape = scene::Shape::disc;
                dot.fill = dot.stroke = rgb(0xFFFFFF);
                dot.closed = 9999;
                scene.symbols = std::make_shared<std::vector<scene::SymbolInstance>>(std::vector{dot});
                Drawn drawn(160, 120);
                drawn.draw(scene);
                const auto [x, y] = middle_of_light(drawn.canvas());
                EXPECT_NEAR(x, wanted_x, 0.5);
                EXPECT_NEAR(y, wanted_y, 0.5);

                // A line through the place, from far left to far right: its row where it passes.
                auto mesh = std::make_shared<scene::LineMesh>();
                const double far = 400 * metres_per_px;
                scene::append_line(*mesh, geo::ProjectedLine{{exact.x - far, exact.y}, exact, {exact.x + far, exact.y}},
                                   geometry->origin, {});
                geometry->layers["line"].levels.push_back({0, mesh, nullptr});
                scene.symbols = nullptr;
                scene.layers.resize(1);
                scene.layers[0].layer = "line";
                scene.layers[0].strokes.resize(1);
                scene.layers[0].strokes[0].width = 4;
                scene.layers[0].strokes[0].color = rgb(0xFFFFFF);
                drawn.renderer().draw_no_margin();
                auto other = std::make_shared<scene::MapGeometry>(*geometry);
                scene.geometry = other;
                drawn.draw(scene);
                EXPECT_NEAR(middle_of_light(drawn.canvas()).second, wanted_y, 0.5);
            }
}

} // namespace
