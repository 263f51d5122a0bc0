#include "data/validate.hpp"
#include "data/atlas_checks.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace data {

namespace {

void note(ValidationReport& report, ProblemLevel level, const base::Error& error)
{
    report.problems.push_back({level, error.text()});
}

void load_layers(const AtlasFile& atlas, LoadedAtlas& loaded, ValidationReport& report)
{
    for (const LayerSpec& spec : atlas.layers) {
        LoadReport warnings;
        auto layer = load_vector_layer(atlas.folder, spec, &warnings);
        for (const base::Error& warning : warnings.warnings) note(report, ProblemLevel::warning, warning);
        if (!layer) {
            note(report, ProblemLevel::error, base::within("layer '" + spec.id + "'", layer.error()).value());
            continue;
        }
        ++report.layers;
        report.features += layer->features.size();
        loaded.layers.push_back(std::move(*layer));
    }
    for (const ReliefSpec& spec : atlas.reliefs)
        if (const auto relief = load_raster(atlas.folder / spec.source, spec.id); !relief)
            note(report, ProblemLevel::error, base::within("relief '" + spec.id + "'", relief.error()).value());
}

void count_series(const SeriesTable& table, ValidationReport& report)
{
    report.series = table.series.size();
    for (const Series& series : table.series)
        for (const auto& [year, value] : series.years) {
            report.conflicts += value.state == State::conflicting;
            report.partial += value.state == State::partial;
        }
}

} // namespace

bool ValidationReport::ok() const
{
    return std::none_of(problems.begin(), problems.end(),
                        [](const Problem& problem) { return problem.level == ProblemLevel::error; });
}

ValidationReport validate_atlas(const std::filesystem::path& folder)
{
    ValidationReport report;
    std::vector<base::Error> warnings;
    auto atlas = load_atlas_file(folder, &warnings);
    for (const base::Error& warning : warnings) note(report, ProblemLevel::warning, warning);
    if (!atlas) {
        note(report, ProblemLevel::error, atlas.error());
        return report;
    }
    LoadedAtlas loaded;
    loaded.atlas = std::move(*atlas);
    load_layers(loaded.atlas, loaded, report);
    std::vector<base::Error> bad_rows;
    auto facts = load_facts(folder, &bad_rows);
    for (const base::Error& row : bad_rows) note(report, ProblemLevel::error, row);
    if (facts) {
        loaded.facts = std::move(*facts);
        loaded.series = build_series(loaded.facts, loaded.atlas);
        report.facts = loaded.facts.facts.size();
        report.sources = loaded.facts.sources.size();
        count_series(loaded.series, report);
    } else {
        note(report, ProblemLevel::error, facts.error());
    }
    report.translations = atlas_translations(loaded.atlas);
    for (auto& names : name_translations(loaded.atlas, loaded.layers, loaded.facts))
        report.translations.push_back(std::move(names));
    for (Problem& problem : check_atlas(loaded)) report.problems.push_back(std::move(problem));
    return report;
}

} // namespace data
