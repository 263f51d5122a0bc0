#include "app/loader.hpp"
#include "scene/build_scene.hpp"
#include "scene/label_placement.hpp"
#include "scene/overlay_draw.hpp"
#include "scene/reduce.hpp"
#include "scene/turned_geometry.hpp"
#include <benchmark/benchmark.h>
#include <stdexcept>

namespace {

const std::filesystem::path kRoot = ATLAS_SOURCE_DIR;

template <class T> T need(base::Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
}

/// The shipped atlas, loaded and projected once.
struct Atlas {
    data::Dataset dataset;
    std::map<std::string, geo::Projection> projections;
    std::map<std::string, std::shared_ptr<const scene::MapGeometry>> geometries;
    std::shared_ptr<const scene::Theme> theme;
    scene::Strings strings;
    std::unique_ptr<text::Engine> text;

    Atlas()
    {
        dataset.atlas = std::make_shared<const data::AtlasFile>(need(data::load_atlas_file(kRoot / "geodata")));
        base::Worker worker(2);
        app::start_loading(worker, dataset);
        worker.wait_and_deliver();
        for (const auto& spec : dataset.atlas->projections) {
            projections.emplace(spec.id, need(geo::Projection::create(spec.definition)));
            geometries[spec.id] =
                std::make_shared<const scene::MapGeometry>(need(scene::build_map_geometry(dataset, spec.id)));
        }
        theme = std::make_shared<const scene::Theme>(need(scene::load_theme(kRoot / "assets/themes", "dusk")));
        strings = need(scene::load_strings(kRoot / "assets/lang", "en"));
        text = need(text::Engine::open(kRoot / "assets/fonts"));
    }

    [[nodiscard]] scene::ReduceContext context() const { return {*dataset.atlas, projections}; }

    [[nodiscard]] scene::AppState state_of(const std::string& view) const
    {
        auto state = scene::initial_state(*dataset.atlas, {1920, 1080, 1});
        return scene::reduce(std::move(state), scene::SetView{view, false}, context()).state;
    }

    scene::Scene scene_of(const scene::AppState& state, scene::SceneMemory& memory)
    {
        return scene::build_scene(state, dataset, projections.at(state.projection), geometries.at(state.projection),
                                  theme, strings, *text, memory);
    }
};

Atlas& atlas()
{
    static Atlas loaded;
    return loaded;
}

constexpr const char* kProjections[] = {"corridors", "xinjiang", "mercator", "globe"};
constexpr const char* kViews[] = {"corridors", "xinjiang", "horgos"};

void map_geometry(benchmark::State& state)
{
    const char* projection = kProjections[state.range(0)];
    for (auto _ : state) benchmark::DoNotOptimize(scene::build_map_geometry(atlas().dataset, projection));
    state.SetLabel(projection);
}
BENCHMARK(map_geometry)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

/// A globe built for another turn, as coarsely as the whole of it needs, and what each frame pays until it is there.
void turned_layers(benchmark::State& state)
{
    const scene::Detail whole{18'000, 30};
    std::shared_ptr<const scene::MapGeometry> previous;
    double lon = 0;
    for (auto _ : state)
        previous = std::make_shared<const scene::MapGeometry>(need(scene::build_map_geometry(
            atlas().dataset, "globe", previous.get(), &whole, geo::LonLat{lon = lon > 170 ? -170 : lon + 7, 35})));
}
BENCHMARK(turned_layers)->Unit(benchmark::kMillisecond);

void turned_standing(benchmark::State& state)
{
    const auto globe = need(geo::Projection::create_turning(atlas().dataset.atlas->projection("globe")->definition));
    const auto built = need(scene::build_map_geometry(atlas().dataset, "globe", nullptr, nullptr, geo::LonLat{70, 40}));
    double lon = 60;
    for (auto _ : state)
        benchmark::DoNotOptimize(scene::turned_geometry(
            built, atlas().dataset, globe.turned_to({lon = lon > 100 ? 60 : lon + 0.1, 40}), "trains", 18'000));
}
BENCHMARK(turned_standing)->Unit(benchmark::kMillisecond);

/// What every frame pays: overlay, symbols, labels placed. Glyphs and runs are cached, as after the first frame.
void whole_scene(benchmark::State& state)
{
    const char* view = kViews[state.range(0)];
    const auto shown = atlas().state_of(view);
    scene::SceneMemory memory;
    std::size_t labels = 0;
    for (auto _ : state) labels = atlas().scene_of(shown, memory).labels.size();
    state.counters["labels"] = static_cast<double>(labels);
    state.SetLabel(view);
}
BENCHMARK(whole_scene)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void overlay_of_another_year(benchmark::State& state)
{
    auto shown = atlas().state_of("corridors");
    scene::SceneMemory memory;
    auto drawn = atlas().scene_of(shown, memory);
    const auto& file = *atlas().dataset.atlas;
    for (auto _ : state) {
        shown.year = shown.year < file.last_year ? shown.year + 1 : file.first_year;
        drawn.year = shown.year;
        drawn.ribbons.clear();
        drawn.circles.clear();
        scene::draw_overlay(shown, atlas().dataset, *drawn.geometry, *drawn.theme, drawn);
        benchmark::DoNotOptimize(drawn.ribbons.data());
    }
}
BENCHMARK(overlay_of_another_year)->Unit(benchmark::kMicrosecond);

/// Names of the usual size all over a 1920x1080 screen, each with eight places to go; most find no room.
std::vector<scene::LabelCandidate> candidates(int n)
{
    std::vector<scene::LabelCandidate> all;
    std::uint32_t seed = 1;
    const auto next = [&seed](int below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<float>((seed >> 8) % static_cast<std::uint32_t>(below));
    };
    for (int i = 0; i < n; ++i) {
        scene::LabelCandidate label{std::to_string(i), next(100), {}};
        const float x = next(1920), y = next(1080), w = 40 + next(80), h = 16;
        for (const float dx : {6.0F, -w - 6, -w / 2})
            for (const float dy : {-h / 2, 6.0F, -h - 6})
                if (dx != -w / 2 || dy != -h / 2) label.places.push_back({{x + dx, y + dy, w, h}});
        all.push_back(std::move(label));
    }
    return all;
}

void label_places(benchmark::State& state)
{
    const auto all = candidates(static_cast<int>(state.range(0)));
    const scene::LabelMemory memory;
    std::ptrdiff_t placed = 0;
    for (auto _ : state) {
        scene::CollisionGrid grid(1920, 1080);
        const auto places = scene::place_labels(all, grid, memory);
        placed = std::count_if(places.begin(), places.end(), [](int place) { return place >= 0; });
    }
    state.counters["placed"] = static_cast<double>(placed);
}
BENCHMARK(label_places)->Arg(500)->Arg(2000)->Arg(8000)->Unit(benchmark::kMillisecond);

void reduce(benchmark::State& state)
{
    const scene::Action actions[] = {
        scene::Pan{3, 2},     scene::ZoomAt{1.1, 900, 500, true}, scene::Tick{0.016},
        scene::SetYear{2020}, scene::Select{"port", "horgos"},    scene::SetView{"xinjiang", true}};
    const auto context = atlas().context();
    auto shown = atlas().state_of("corridors");
    for (auto _ : state)
        for (const auto& action : actions) shown = scene::reduce(std::move(shown), action, context).state;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(std::size(actions)));
}
BENCHMARK(reduce)->Unit(benchmark::kMicrosecond);

} // namespace
