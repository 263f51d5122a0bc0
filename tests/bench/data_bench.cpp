#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/raster.hpp"
#include "data/series.hpp"
#include "data/vector_layer.hpp"
#include <benchmark/benchmark.h>
#include <filesystem>

namespace {

const std::filesystem::path kAtlas = std::filesystem::path(ATLAS_SOURCE_DIR) / "geodata";

void load_atlas_toml(benchmark::State& state)
{
    for (auto _ : state)
        if (!data::load_atlas_file(kAtlas)) state.SkipWithError("atlas.toml cannot be read");
}
BENCHMARK(load_atlas_toml)->Unit(benchmark::kMillisecond);

void load_fact_tables(benchmark::State& state)
{
    for (auto _ : state)
        if (!data::load_facts(kAtlas)) state.SkipWithError("facts.csv cannot be read");
}
BENCHMARK(load_fact_tables)->Unit(benchmark::kMillisecond);

void settle_series(benchmark::State& state)
{
    const auto atlas = data::load_atlas_file(kAtlas);
    const auto facts = data::load_facts(kAtlas);
    if (!atlas || !facts) return state.SkipWithError("the atlas cannot be read");
    for (auto _ : state) benchmark::DoNotOptimize(data::build_series(*facts, *atlas));
}
BENCHMARK(settle_series)->Unit(benchmark::kMillisecond);

void load_layers(benchmark::State& state)
{
    const auto atlas = data::load_atlas_file(kAtlas);
    if (!atlas) return state.SkipWithError("atlas.toml cannot be read");
    std::size_t points = 0;
    for (auto _ : state) {
        points = 0;
        for (const auto& spec : atlas->layers) {
            const auto layer = data::load_vector_layer(kAtlas, spec);
            if (!layer) return state.SkipWithError(layer.error().text().c_str());
            points += layer->points.size();
        }
    }
    state.counters["points"] = static_cast<double>(points);
}
BENCHMARK(load_layers)->Unit(benchmark::kMillisecond);

void load_reliefs(benchmark::State& state)
{
    const auto atlas = data::load_atlas_file(kAtlas);
    if (!atlas) return state.SkipWithError("atlas.toml cannot be read");
    for (auto _ : state)
        for (const auto& spec : atlas->reliefs)
            if (!data::load_raster(kAtlas / spec.source, spec.id)) state.SkipWithError("a relief cannot be read");
}
BENCHMARK(load_reliefs)->Unit(benchmark::kMillisecond);

void write_full_hd_png(benchmark::State& state)
{
    const int channels = static_cast<int>(state.range(0));
    std::vector<std::uint8_t> pixels(std::size_t{1920} * 1080 * static_cast<std::size_t>(channels));
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>((i / 97 + i / 5760) % 200);
    const auto file = std::filesystem::temp_directory_path() / "atlas_bench.png";
    for (auto _ : state)
        if (!data::write_png(file, 1920, 1080, channels, pixels.data())) state.SkipWithError("cannot write");
    std::filesystem::remove(file);
}
BENCHMARK(write_full_hd_png)->Arg(3)->Arg(4)->Unit(benchmark::kMillisecond);

} // namespace
