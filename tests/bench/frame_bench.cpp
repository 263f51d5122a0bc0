#include "../gl/whole_picture.hpp"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>

/// Whole frames, map and panels, 1920x1080, as the window draws them but for the swap. Each waits for OpenGL to end.
namespace {

struct Picture : test::WholePicture {
    std::vector<double> times_ms;

    explicit Picture(const std::string& view) : WholePicture(options(view)) {}
    static app::Options options(const std::string& view)
    {
        app::Options options;
        options.width = 1920;
        options.height = 1080;
        options.view = view;
        return options;
    }

    void frame(const std::vector<scene::Action>& actions, bool settled)
    {
        const auto start = std::chrono::steady_clock::now();
        for (const auto& action : actions) session->dispatch(action);
        stage->draw(*session, canvas->framebuffer(), 0.016, settled);
        glFinish();
        times_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }

    /// Median and 95th percentile beside the mean that the benchmark prints.
    void report(benchmark::State& state)
    {
        std::sort(times_ms.begin(), times_ms.end());
        state.counters["median_ms"] = times_ms[times_ms.size() / 2];
        state.counters["p95_ms"] = times_ms[times_ms.size() * 95 / 100];
    }
};

void unchanged(benchmark::State& state)
{
    Picture picture("corridors");
    for (auto _ : state) picture.frame({}, true);
    picture.report(state);
}
BENCHMARK(unchanged)->Unit(benchmark::kMillisecond);

/// Another theme: nothing of the static map can be kept.
void everything_anew(benchmark::State& state)
{
    Picture picture("corridors");
    bool paper = false;
    for (auto _ : state) picture.frame({scene::SetTheme{(paper = !paper) ? "paper" : "dusk"}}, true);
    picture.report(state);
}
BENCHMARK(everything_anew)->Unit(benchmark::kMillisecond);

/// A hand that drags the map to and fro.
void pan(benchmark::State& state)
{
    Picture picture("xinjiang");
    int n = 0;
    for (auto _ : state) picture.frame({scene::Pan{n++ / 60 % 2 == 0 ? 9.0F : -9.0F, 2.0F}}, false);
    picture.report(state);
}
BENCHMARK(pan)->Iterations(240)->Unit(benchmark::kMillisecond);

/// In and out by a factor of about three, as fingers do.
void zoom(benchmark::State& state)
{
    Picture picture("xinjiang");
    int n = 0;
    for (auto _ : state) picture.frame({scene::ZoomAt{n++ / 60 % 2 == 0 ? 1.02 : 1 / 1.02, 960, 500, false}}, false);
    picture.report(state);
}
BENCHMARK(zoom)->Iterations(240)->Unit(benchmark::kMillisecond);

/// Every year of the atlas in turn, after the rest in which the window makes the other years ready.
void another_year(benchmark::State& state)
{
    Picture picture("corridors");
    while (picture.stage->rehearsal_due(*picture.session)) picture.stage->rehearse(*picture.session);
    const auto& atlas = *picture.session->dataset().atlas;
    const int years = atlas.last_year - atlas.first_year + 1;
    const auto uploaded = [&] { return picture.stage->metrics().bytes_uploaded; };
    const auto at_first = uploaded(), redraws = picture.stage->metrics().base_redraws;
    std::uint64_t after_first_round = at_first;
    int year = atlas.home_year, n = 0;
    for (auto _ : state) {
        year = year < atlas.last_year ? year + 1 : atlas.first_year;
        picture.frame({scene::SetYear{year}}, true);
        if (++n <= years) after_first_round = uploaded();
    }
    picture.report(state);
    state.counters["first_round_bytes"] = static_cast<double>(after_first_round - at_first);
    state.counters["later_bytes"] = static_cast<double>(uploaded() - after_first_round);
    state.counters["base_redraws"] = static_cast<double>(picture.stage->metrics().base_redraws - redraws);
}
BENCHMARK(another_year)->Iterations(60)->Unit(benchmark::kMillisecond);

} // namespace
