#include "geo/geodesic.hpp"
#include "geo/projection.hpp"
#include "geo/simplify.hpp"
#include "geo/triangulate.hpp"
#include <benchmark/benchmark.h>
#include <cmath>
#include <numbers>

namespace {

constexpr const char* kDefinitions[] = {"+proj=laea +lat_0=42 +lon_0=85",
                                        "+proj=laea +lat_0=45 +lon_0=62",
                                        "EPSG:3857",
                                        "+proj=ortho +lat_0=42 +lon_0=85",
                                        "EPSG:32645",
                                        "EPSG:2432"};

/// A grid over the whole world.
geo::Line world(std::size_t n)
{
    geo::Line points;
    const auto columns = static_cast<std::size_t>(std::sqrt(2.0 * static_cast<double>(n)));
    for (std::size_t i = 0; i < n; ++i)
        points.push_back({-180 + 360 * static_cast<double>(i % columns) / static_cast<double>(columns),
                          -85 + 170 * static_cast<double>(i) / static_cast<double>(n)});
    return points;
}

/// A coast: a circle with ever finer bays, the same on every run.
geo::ProjectedLine coast(std::size_t n)
{
    geo::ProjectedLine ring;
    for (std::size_t i = 0; i < n; ++i) {
        const double t = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        double r = 1e6;
        for (double k = 3; k < static_cast<double>(n) / 8; k *= 2.7) r += 2e5 / k * std::sin(k * t + k);
        ring.push_back({r * std::cos(t), r * std::sin(t)});
    }
    return ring;
}

void create(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(geo::Projection::create(kDefinitions[state.range(0)]));
    state.SetLabel(kDefinitions[state.range(0)]);
}
BENCHMARK(create)->DenseRange(0, 5)->Unit(benchmark::kMillisecond);

void project(benchmark::State& state)
{
    const auto projection = geo::Projection::create(kDefinitions[state.range(0)]);
    const auto points = world(250'000);
    geo::ProjectedLine out;
    for (auto _ : state) {
        projection->forward(points, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetLabel(kDefinitions[state.range(0)]);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(points.size()));
}
BENCHMARK(project)->DenseRange(0, 5)->Unit(benchmark::kMillisecond);

void forward_line(benchmark::State& state)
{
    const auto projection = geo::Projection::create(kDefinitions[state.range(0)]);
    const auto route = geo::geodesic_line({87.47, 43.91}, {-73.8, 40.6}, 5'000);
    for (auto _ : state) benchmark::DoNotOptimize(projection->forward_line(route));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(route.size()));
}
BENCHMARK(forward_line)->DenseRange(0, 3)->Unit(benchmark::kMicrosecond);

/// Everything but a large island, cut at the seam or the horizon.
void forward_area(benchmark::State& state)
{
    const auto projection = geo::Projection::create(kDefinitions[state.range(0)]);
    std::vector<geo::Line> rings{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}}, {}};
    for (const geo::Projected p : coast(50'000)) rings[1].push_back({60 + p.x / 15e3, p.y / 20e3});
    for (auto _ : state) benchmark::DoNotOptimize(projection->forward_area(rings));
    state.SetLabel(kDefinitions[state.range(0)]);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rings[1].size()));
}
BENCHMARK(forward_area)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

void simplify(benchmark::State& state)
{
    const auto line = coast(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(geo::simplify(line, 500));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(simplify)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();

void smooth(benchmark::State& state)
{
    const auto line = coast(10'000);
    for (auto _ : state) benchmark::DoNotOptimize(geo::smooth(line, 20'000, 2'000));
}
BENCHMARK(smooth)->Unit(benchmark::kMillisecond);

void triangulate(benchmark::State& state)
{
    const std::vector<geo::ProjectedLine> rings{coast(static_cast<std::size_t>(state.range(0)))};
    for (auto _ : state) {
        geo::Triangles out;
        geo::triangulate(rings, out);
        benchmark::DoNotOptimize(out.indices.data());
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(triangulate)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond)->Complexity();

} // namespace
