#include "gl/render/drawn.hpp"
#include <benchmark/benchmark.h>

/// What lies off screen must cost next to nothing: the argument is how many times the visible vertices lie beside the
/// window. Every frame draws the static map anew.
namespace {

constexpr int kWidth = 1920, kHeight = 1080, kColumns = 40, kRows = 25, kPointsPerLine = 60;

/// A window full of wavy lines and ragged fields; as many again in each further window to the east.
scene::Scene fields(int windows)
{
    auto lines = std::make_shared<scene::LineMesh>();
    auto areas = std::make_shared<scene::AreaMesh>();
    constexpr double kCellW = double(kWidth) / kColumns, kCellH = double(kHeight) / kRows;
    for (int window = 0; window < windows; ++window)
        for (int row = 0; row < kRows; ++row)
            for (int column = 0; column < kColumns; ++column) {
                const double x0 = (window == 0 ? 0 : 1000) + window * kWidth - kWidth / 2.0 + column * kCellW,
                             y0 = row * kCellH - kHeight / 2.0;
                test::Points line;
                for (int i = 0; i < kPointsPerLine; ++i)
                    line.push_back({x0 + kCellW * i / kPointsPerLine, y0 + kCellH * (0.5 + 0.3 * std::sin(i * 0.4))});
                test::add_part(*lines, line);
                const auto hub = static_cast<std::uint32_t>(areas->points.size());
                areas->points.push_back({static_cast<float>(x0 + kCellW / 2), static_cast<float>(y0 + kCellH / 2)});
                for (std::uint32_t i = 0; i < kPointsPerLine; ++i) {
                    const double angle = 2 * M_PI * i / kPointsPerLine, radius = i % 2 == 0 ? 0.45 : 0.35;
                    areas->points.push_back({static_cast<float>(x0 + kCellW * (0.5 + radius * std::cos(angle))),
                                             static_cast<float>(y0 + kCellH * (0.5 + radius * std::sin(angle)))});
                    for (const auto corner : {hub, hub + 1 + i, hub + 1 + (i + 1) % kPointsPerLine})
                        areas->indices.push_back(corner);
                }
            }
    auto geometry = std::make_shared<scene::MapGeometry>();
    geometry->layers["lines"].levels.push_back({0, lines, nullptr});
    geometry->layers["areas"].levels.push_back({0, nullptr, areas});
    auto scene = test::scene_of(kWidth, kHeight, geometry);
    scene::LayerDraw area, line;
    area.layer = "areas";
    area.area = true;
    area.fill = test::rgb(0x203040);
    line.layer = "lines";
    scene::LineStyle style;
    style.width = 1.5F;
    style.color = test::rgb(0xFFFFFF);
    line.strokes = {style};
    scene.layers = {area, line};
    return scene;
}

void off_screen_vertices(benchmark::State& state)
{
    auto scene = fields(1 + static_cast<int>(state.range(0)));
    test::Drawn drawn(kWidth, kHeight);
    drawn.draw(scene);
    glFinish();
    for (auto _ : state) {
        ++scene.base_key; // nothing of the last picture can be kept
        drawn.draw(scene);
        glFinish();
    }
    state.counters["draw_calls"] = static_cast<double>(drawn.metrics().draw_calls);
}
BENCHMARK(off_screen_vertices)->Arg(0)->Arg(10)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

} // namespace
