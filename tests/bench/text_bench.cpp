#include "text/engine.hpp"
#include <benchmark/benchmark.h>

namespace {

constexpr const char* kFonts = ATLAS_SOURCE_DIR "/assets/fonts";
constexpr const char* kParagraph =
    "Outlined, thin tint: not counted on this section of the China-Europe railway. 新疆维吾尔自治区与八个国家接壤。";

std::unique_ptr<text::Engine> open()
{
    auto engine = text::Engine::open(kFonts);
    return engine ? std::move(*engine) : nullptr;
}

void open_fonts(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(open());
}
BENCHMARK(open_fonts);

void shape_cached(benchmark::State& state)
{
    const auto engine = open();
    if (!engine) return state.SkipWithError("no fonts");
    for (auto _ : state) benchmark::DoNotOptimize(engine->shape("Horgos 霍尔果斯", {.size_px = 13, .halo_px = 1.6f}));
}
BENCHMARK(shape_cached);

/// A new text whose glyphs are all in the atlas.
void shape_new_text(benchmark::State& state)
{
    const auto engine = open();
    if (!engine) return state.SkipWithError("no fonts");
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine->shape("Urumqi 乌鲁木齐 " + std::to_string(i++ % 1000000), {}));
}
BENCHMARK(shape_new_text);

/// What a first picture pays: fonts opened, 35 glyphs drawn and packed with their halos.
void open_and_draw_glyphs(benchmark::State& state)
{
    for (auto _ : state) {
        const auto engine = open();
        if (!engine) return state.SkipWithError("no fonts");
        benchmark::DoNotOptimize(
            engine->shape("ABCDEFGHIJabcdefghij0123456789喀什阿克苏", {.size_px = 13, .halo_px = 1.6f}));
    }
}
BENCHMARK(open_and_draw_glyphs);

void break_new_paragraph(benchmark::State& state)
{
    const auto engine = open();
    if (!engine) return state.SkipWithError("no fonts");
    float width = 120;
    for (auto _ : state) {
        benchmark::DoNotOptimize(engine->break_lines(kParagraph, {}, width));
        width = width < 300 ? width + 0.01f : 120;
    }
}
BENCHMARK(break_new_paragraph);

} // namespace
