#include "app/loader.hpp"
#include "base/log.hpp"
#include <memory>

namespace app {
namespace {

void note(data::Dataset& dataset, base::Error problem, base::Severity severity = base::Severity::error)
{
    base::log(severity, problem.text());
    dataset.problems.push_back(std::move(problem));
}

base::Worker::Delivery load_facts_part(data::Dataset& dataset, const std::shared_ptr<const data::AtlasFile>& atlas)
{
    auto problems = std::make_shared<std::vector<base::Error>>();
    auto loaded = data::load_facts(atlas->folder, problems.get());
    if (!loaded)
        return [&dataset, error = loaded.error()] {
            note(dataset, error);
            ++dataset.parts_done;
        };
    auto facts = std::make_shared<const data::FactTable>(std::move(*loaded));
    auto series = std::make_shared<const data::SeriesTable>(data::build_series(*facts, *atlas));
    return [&dataset, facts, series, problems] {
        dataset.facts = facts;
        dataset.series = series;
        for (auto& p : *problems) note(dataset, p, base::Severity::warning);
        ++dataset.parts_done;
    };
}

base::Worker::Delivery load_layer_part(data::Dataset& dataset, const std::filesystem::path& folder,
                                       const data::LayerSpec& spec)
{
    auto report = std::make_shared<data::LoadReport>();
    auto loaded = data::load_vector_layer(folder, spec, report.get());
    if (!loaded)
        return [&dataset, id = spec.id, error = loaded.error()] {
            dataset.layers[id] = nullptr;
            note(dataset, error);
            ++dataset.parts_done;
        };
    auto layer = std::make_shared<const data::VectorLayer>(std::move(*loaded));
    return [&dataset, id = spec.id, layer, report] {
        dataset.layers[id] = layer;
        for (auto& warning : report->warnings) note(dataset, warning, base::Severity::warning);
        ++dataset.parts_done;
    };
}

} // namespace

void load_relief(base::Worker& worker, data::Dataset& dataset, const data::ReliefSpec& spec, double metres_per_px,
                 std::function<void()> done)
{
    worker.submit(
        [&dataset, atlas = dataset.atlas, &spec, metres_per_px, done = std::move(done)]() -> base::Worker::Delivery {
            auto loaded = data::load_raster(atlas->folder / spec.source, spec.id, metres_per_px);
            if (!loaded)
                return [&dataset, &spec, error = loaded.error(), done] {
                    dataset.reliefs.try_emplace(spec.id); // a coarser one that is already shown stays
                    note(dataset, error);
                    done();
                };
            auto raster = std::make_shared<const data::Raster>(std::move(*loaded));
            return [&dataset, &spec, raster, done] {
                dataset.reliefs[spec.id] = raster;
                done();
            };
        });
}

void start_loading(base::Worker& worker, data::Dataset& dataset, bool reliefs)
{
    const auto atlas = dataset.atlas;
    dataset.parts_total = static_cast<int>(1 + atlas->layers.size() + atlas->reliefs.size());
    dataset.parts_done = 0;
    worker.submit([&dataset, atlas] { return load_facts_part(dataset, atlas); });
    for (const auto& spec : atlas->layers)
        worker.submit([&dataset, atlas, &spec] { return load_layer_part(dataset, atlas->folder, spec); });
    if (!reliefs) return;
    for (const auto& spec : atlas->reliefs) load_relief(worker, dataset, spec, 0, [&dataset] { ++dataset.parts_done; });
}

bool vectors_ready(const data::Dataset& dataset)
{
    if (!dataset.atlas || !dataset.facts) return dataset.complete();
    for (const auto& spec : dataset.atlas->layers)
        if (!dataset.layers.contains(spec.id)) return false;
    return true;
}

} // namespace app
