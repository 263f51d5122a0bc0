#include "data/report.hpp"
#include "data/raster.hpp"
#include "data/series.hpp"
#include "data/vector_layer.hpp"
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <nlohmann/json.hpp>

namespace data {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kKinds[] = {"area", "line", "point"};
constexpr const char* kOverlays[] = {"ribbon", "circle", "headline"};

Json layer_info(const AtlasFile& atlas, const LayerSpec& spec)
{
    Json out{{"id", spec.id},       {"source", spec.source},
             {"layer", spec.layer}, {"kind", kKinds[static_cast<int>(spec.kind)]},
             {"style", spec.style}, {"group", spec.group}};
    LoadReport report;
    if (const auto layer = load_vector_layer(atlas.folder, spec, &report)) {
        out["features"] = layer->features.size();
        out["points"] = layer->points.size();
        out["left_out"] = report.warnings.size();
    } else {
        out["error"] = layer.error().text();
    }
    return out;
}

Json relief_info(const AtlasFile& atlas, const ReliefSpec& spec)
{
    Json out{{"id", spec.id}, {"source", spec.source}};
    if (const auto relief = load_raster(atlas.folder / spec.source, spec.id)) {
        out["width"] = relief->width;
        out["height"] = relief->height;
        out["bands"] = relief->bands;
        out["extent"] = {relief->lon_min, relief->lat_min, relief->lon_max, relief->lat_max};
    } else {
        out["error"] = relief.error().text();
    }
    return out;
}

Json facts_info(const AtlasFile& atlas)
{
    std::vector<base::Error> problems;
    const auto facts = load_facts(atlas.folder, &problems);
    if (!facts) return {{"error", facts.error().text()}};
    return {{"facts", facts->facts.size()},
            {"sources", facts->sources.size()},
            {"subjects", facts->subjects.size()},
            {"series", build_series(*facts, atlas).series.size()},
            {"bad_rows", problems.size()}};
}

Json atlas_info(const AtlasFile& atlas)
{
    Json out{{"folder", atlas.folder.string()}, {"title", localized(atlas.title, "en")},
             {"languages", atlas.languages},    {"home_view", atlas.home_view},
             {"home_year", atlas.home_year},    {"years", {atlas.first_year, atlas.last_year}}};
    for (const ProjectionSpec& spec : atlas.projections)
        out["projections"].push_back({{"id", spec.id}, {"definition", spec.definition}});
    for (const ViewSpec& spec : atlas.views)
        out["views"].push_back({{"id", spec.id},
                                {"projection", spec.projection},
                                {"centre", {spec.centre.lon, spec.centre.lat}},
                                {"width_km", spec.width_km}});
    for (const char* list : {"layers", "reliefs", "overlays"}) out[list] = Json::array();
    for (const LayerSpec& spec : atlas.layers) out["layers"].push_back(layer_info(atlas, spec));
    for (const ReliefSpec& spec : atlas.reliefs) out["reliefs"].push_back(relief_info(atlas, spec));
    for (const OverlaySpec& spec : atlas.overlays)
        out["overlays"].push_back({{"id", spec.id},
                                   {"kind", kOverlays[static_cast<int>(spec.kind)]},
                                   {"measure", spec.measure},
                                   {"scope", spec.scope},
                                   {"unit", spec.unit},
                                   {"parts", spec.sections.size() + spec.circles.size()}});
    out["figures"] = facts_info(atlas);
    return out;
}

std::string describe(const Json& info)
{
    const auto word = [](const Json& value) { return value.get<std::string>(); };
    std::string out =
        fmt::format("{}\n  folder     {}\n  languages  {}\n  years      {} to {}, opens at {} in view {}\n",
                    word(info["title"]), word(info["folder"]), info["languages"].dump(), info["years"][0].get<int>(),
                    info["years"][1].get<int>(), info["home_year"].get<int>(), word(info["home_view"]));
    for (const Json& view : info["views"])
        out += fmt::format("  view       {}: projection {}, {:.0f} km wide\n", word(view["id"]),
                           word(view["projection"]), view["width_km"].get<double>());
    for (const Json& spec : info["projections"])
        out += fmt::format("  projection {}: {}\n", word(spec["id"]), word(spec["definition"]));
    for (const Json& relief : info["reliefs"])
        out += relief.contains("error")
                   ? fmt::format("  relief     {}: {}\n", word(relief["id"]), word(relief["error"]))
                   : fmt::format("  relief     {}: {} x {}, {} bands\n", word(relief["id"]), relief["width"].get<int>(),
                                 relief["height"].get<int>(), relief["bands"].get<int>());
    for (const Json& layer : info["layers"])
        out += layer.contains("error")
                   ? fmt::format("  layer      {}: {}\n", word(layer["id"]), word(layer["error"]))
                   : fmt::format("  layer      {} ({}): {} features, {} points, {}\n", word(layer["id"]),
                                 word(layer["kind"]), layer["features"].get<std::size_t>(),
                                 layer["points"].get<std::size_t>(), word(layer["source"]));
    for (const Json& overlay : info["overlays"])
        out += fmt::format("  overlay    {} ({}): {}, {}, {}\n", word(overlay["id"]), word(overlay["kind"]),
                           word(overlay["measure"]), word(overlay["scope"]), word(overlay["unit"]));
    const Json& figures = info["figures"];
    return out + (figures.contains("error")
                      ? fmt::format("  figures    {}\n", word(figures["error"]))
                      : fmt::format("  figures    {} facts from {} sources in {} series\n", figures["facts"].get<int>(),
                                    figures["sources"].get<int>(), figures["series"].get<int>()));
}

/// "zh, names: city: 190 of 197; English for Aktau, ...": complete sets are summed up in one line a language.
std::string translation_text(const std::vector<Translation>& translations)
{
    std::string out;
    std::map<std::string, std::array<std::size_t, 3>> sums; // texts, missing, to be read by a native
    for (const Translation& one : translations) {
        auto& [total, missing, review] = sums[one.language];
        total += one.total, missing += one.missing.size(), review += one.review.size();
        if (one.language == "en" && one.missing.empty()) continue;
        if (!one.missing.empty())
            out += fmt::format("untranslated: {}, {}: {} of {}, English is shown: {}\n", one.language, one.where,
                               one.missing.size(), one.total, fmt::join(one.missing, "; "));
        if (!one.review.empty())
            out += fmt::format("to review: {}, {}: {} texts: {}\n", one.language, one.where, one.review.size(),
                               fmt::join(one.review, ", "));
    }
    if (sums.size() > 1)
        for (const auto& [language, sum] : sums)
            out += fmt::format("language {}: {} of {} texts and names, {} to be reviewed by a native reader\n",
                               language, sum[0] - sum[1], sum[0], sum[2]);
    return out;
}

const char* level_name(ProblemLevel level) { return level == ProblemLevel::error ? "error" : "warning"; }

} // namespace

base::Result<std::string> info_text(const std::filesystem::path& folder)
{
    const auto atlas = load_atlas_file(folder);
    if (!atlas) return tl::unexpected(atlas.error());
    return describe(atlas_info(*atlas));
}

base::Result<std::string> info_json(const std::filesystem::path& folder)
{
    const auto atlas = load_atlas_file(folder);
    if (!atlas) return tl::unexpected(atlas.error());
    return atlas_info(*atlas).dump(2) + "\n";
}

std::string validation_text(const ValidationReport& report)
{
    std::string out;
    for (const Problem& problem : report.problems)
        out += fmt::format("{}: {}\n", level_name(problem.level), problem.text);
    out += translation_text(report.translations);
    return out + fmt::format("{}: {} facts from {} sources in {} series ({} conflicting, {} partial years), "
                             "{} features in {} layers\n",
                             report.ok() ? "valid" : "not valid", report.facts, report.sources, report.series,
                             report.conflicts, report.partial, report.features, report.layers);
}

std::string validation_json(const ValidationReport& report)
{
    Json out{{"valid", report.ok()},          {"facts", report.facts},          {"sources", report.sources},
             {"series", report.series},       {"layers", report.layers},        {"features", report.features},
             {"conflicts", report.conflicts}, {"partial_years", report.partial}};
    out["problems"] = Json::array();
    for (const Problem& problem : report.problems)
        out["problems"].push_back({{"level", level_name(problem.level)}, {"text", problem.text}});
    out["translations"] = Json::array();
    for (const Translation& one : report.translations)
        out["translations"].push_back({{"language", one.language},
                                       {"where", one.where},
                                       {"total", one.total},
                                       {"missing", one.missing},
                                       {"review", one.review}});
    return out.dump(2) + "\n";
}

} // namespace data
