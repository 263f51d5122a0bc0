#include "data/atlas_file.hpp"
#include "base/toml_file.hpp"
#include "data/atlas_overlays.hpp"
#include "data/decimal.hpp"
#include "data/text_file.hpp"
#include "data/toml_reader.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace data {

namespace {

constexpr const char* kFileName = "atlas.toml";
constexpr std::size_t kMaxBytes = 4U << 20U;
constexpr std::array<std::pair<std::string_view, LayerKind>, 3> kLayerKinds{
    {{"area", LayerKind::area}, {"line", LayerKind::line}, {"point", LayerKind::point}}};

template <class Spec> const Spec* find_by_id(const std::vector<Spec>& list, const std::string& id)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const Spec& spec) { return spec.id == id; });
    return it == list.end() ? nullptr : &*it;
}

ViewSpec read_view(TableReader& table)
{
    ViewSpec view;
    view.id = table.id("view");
    view.name = table.localized("name", Need::required);
    view.subtitle = table.localized("subtitle");
    view.projection = table.reference("projection", "projection");
    if (!table.has("centre")) table.wrong("centre", "is missing", "write [longitude, latitude] in degrees");
    const auto centre = table.numbers("centre", 2);
    if (centre.size() == 2) view.centre = {centre[0], centre[1]};
    if (view.centre.lon < -180 || view.centre.lon > 180 || view.centre.lat < -90 || view.centre.lat > 90)
        table.wrong("centre", "is not a place", "write [longitude, latitude] in degrees");
    view.width_km = table.positive("width_km");
    if (table.has("height_km")) view.height_km = table.positive("height_km");
    view.ribbon_scale = table.text("ribbon_scale", Need::optional, "default");
    view.in_menu = table.flag("in_menu", true);
    return view;
}

LayerSpec read_layer(TableReader& table)
{
    LayerSpec layer;
    layer.id = table.id("layer");
    layer.source = table.file_name("source");
    layer.layer = table.text("layer", Need::optional);
    layer.kind = table.choice("kind", kLayerKinds);
    layer.style = table.text("style");
    layer.group = table.reference("group", "group", Need::optional);
    layer.where = table.text("where", Need::optional);
    layer.geodesic = table.flag("geodesic", false);
    layer.viewpoint = table.reference("viewpoint", "viewpoint", Need::optional);
    return layer;
}

LayerGroup read_group(TableReader& table)
{
    LayerGroup group;
    group.id = table.id("group");
    group.name = table.localized("name", Need::required);
    group.note = table.localized("note");
    group.swatch = table.text("swatch", Need::optional);
    group.visible = table.flag("visible", true);
    return group;
}

ComputedSpec read_computed(TableReader& table)
{
    ComputedSpec spec;
    spec.series = table.text("series");
    const bool sum = table.has("sum");
    if (sum == table.has("difference"))
        table.log().error({"needs either sum or difference", table.place(), "sum = [\"a\", \"b\"]"});
    spec.op = sum ? '+' : '-';
    for (const char* key : {"sum", "difference"}) {
        const auto operands = table.texts(key);
        if (!table.has(key)) continue;
        if (operands.size() != 2)
            table.wrong(key, "is not a list of two series");
        else
            std::tie(spec.left, spec.right) = std::tie(operands[0], operands[1]);
    }
    return spec;
}

void read_lists(TableReader& top, AtlasFile& atlas)
{
    top.each("projection", "projection", [&](TableReader& table) {
        ProjectionSpec spec;
        spec.id = table.id("projection");
        spec.name = table.localized("name", Need::required);
        spec.short_name = table.localized("short");
        spec.definition = table.text("definition");
        spec.caption = table.localized("caption");
        spec.turns = table.flag("turns", false);
        atlas.projections.push_back(std::move(spec));
    });
    top.each("view", "view", [&](TableReader& table) { atlas.views.push_back(read_view(table)); });
    top.each("viewpoint", "viewpoint", [&](TableReader& table) {
        ViewpointSpec spec;
        spec.id = table.id("viewpoint");
        spec.name = table.localized("name", Need::required);
        spec.note = table.localized("note");
        atlas.viewpoints.push_back(std::move(spec));
    });
    top.each("relief", "relief", [&](TableReader& table) {
        const std::string id = table.id("relief");
        atlas.reliefs.push_back({id, table.file_name("source")});
    });
    top.each("group", "group", [&](TableReader& table) { atlas.groups.push_back(read_group(table)); });
    top.each("layer", "layer", [&](TableReader& table) { atlas.layers.push_back(read_layer(table)); });
    top.each("overlay", "overlay", [&](TableReader& table) { atlas.overlays.push_back(read_overlay(table)); });
    top.each("computed", "computed", [&](TableReader& table) { atlas.computed.push_back(read_computed(table)); });
    top.each("preferred", "preferred", [&](TableReader& table) {
        PreferSpec spec;
        spec.series = table.text("series");
        spec.year = table.whole("year", 0, 1, 9999);
        spec.value = table.text("value");
        spec.reason = table.localized("reason", Need::required);
        if (!parse_decimal(spec.value)) table.wrong("value", "is not a figure", "text, as in facts.csv: \"4652\"");
        atlas.preferred.push_back(std::move(spec));
    });
    top.each("event", "event", [&](TableReader& table) {
        const int year = table.whole("year", 0, 1, 9999);
        atlas.events.push_back({year, table.localized("text", Need::required)});
    });
}

void read_head(TableReader& top, AtlasFile& atlas)
{
    atlas.title = top.localized("title", Need::required);
    atlas.languages = top.texts("languages");
    if (atlas.languages.empty()) atlas.languages = {"en"};
    atlas.focus_subject = top.text("focus", Need::optional);
    atlas.boundary_note = top.localized("boundary_note");
    atlas.attributions = top.localized_list("attributions");
    top.child("years", [&](TableReader& table) {
        atlas.first_year = table.whole("first", atlas.first_year, 1, 9999);
        atlas.last_year = table.whole("last", atlas.last_year, 1, 9999);
        if (atlas.first_year > atlas.last_year) table.wrong("last", "is before first");
    });
    atlas.home_year = atlas.last_year;
    top.child("home", [&](TableReader& table) {
        atlas.home_view = table.reference("view", "view", Need::optional);
        atlas.viewpoint = table.reference("viewpoint", "viewpoint", Need::optional);
        atlas.home_year = table.whole("year", atlas.home_year, atlas.first_year, atlas.last_year);
    });
    top.child("year_bar", [&](TableReader& table) {
        atlas.year_bar_series = table.text("series");
        atlas.year_bar_series_alt = table.text("alternative", Need::optional);
        atlas.year_bar_title = table.localized("title");
        atlas.year_bar_note = table.localized("note");
    });
}

} // namespace

const ProjectionSpec* AtlasFile::projection(const std::string& id) const { return find_by_id(projections, id); }
const ViewSpec* AtlasFile::view(const std::string& id) const { return find_by_id(views, id); }
const OverlaySpec* AtlasFile::overlay(const std::string& id) const { return find_by_id(overlays, id); }
const ViewpointSpec* AtlasFile::find_viewpoint(const std::string& id) const { return find_by_id(viewpoints, id); }

base::Result<AtlasFile> load_atlas_file(const std::filesystem::path& folder, std::vector<base::Error>* warnings)
{
    const auto text = read_text_file(folder / kFileName, kMaxBytes);
    if (!text) return tl::unexpected(text.error());
    const auto parsed = base::parse_toml(*text, kFileName);
    if (!parsed) return tl::unexpected(parsed.error());
    AtlasFile atlas;
    atlas.folder = folder;
    ReadLog log;
    {
        TableReader top(*parsed, kFileName, {}, log);
        read_head(top, atlas);
        read_lists(top, atlas);
    }
    atlas.texts = log.texts();
    if (atlas.projections.empty()) log.error({"has no [[projection]]", kFileName, {}});
    if (atlas.views.empty()) log.error({"has no [[view]]", kFileName, {}});
    log.check_references();
    if (!log.errors().empty()) {
        base::Error first = log.errors().front();
        if (const auto more = log.errors().size() - 1; more > 0)
            first.hint += fmt::format("{}and {} more", first.hint.empty() ? "" : "; ", more);
        return tl::unexpected(first);
    }
    if (atlas.home_view.empty()) atlas.home_view = atlas.views.front().id;
    if (warnings != nullptr) warnings->insert(warnings->end(), log.warnings().begin(), log.warnings().end());
    return atlas;
}

const std::string& localized(const std::map<std::string, std::string>& text, const std::string& language)
{
    static const std::string empty;
    for (const std::string& tried : {language, std::string("en")})
        if (const auto it = text.find(tried); it != text.end()) return it->second;
    return text.empty() ? empty : text.begin()->second;
}

} // namespace data
