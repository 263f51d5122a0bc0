#pragma once
#include "base/result.hpp"
#include "geo/types.hpp"
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// atlas.toml as plain values. The only place that says what is drawn from which file; the program knows no region.
namespace data {

struct ProjectionSpec {
    std::string id;
    std::map<std::string, std::string> name;            ///< by language
    std::string definition;                             ///< PROJ string or EPSG code
    std::map<std::string, std::string> caption;         ///< "Equal-area projection, centred 42° N 85° E"
    bool turns = false;                                 ///< a globe: what the camera looks at is its centre
    std::map<std::string, std::string> short_name = {}; ///< for the switch on the map; empty = the name
};

struct ViewSpec {
    std::string id;
    std::map<std::string, std::string> name;
    std::map<std::string, std::string> subtitle;
    std::string projection; ///< a ProjectionSpec id
    geo::LonLat centre;
    double width_km = 1000;   ///< ground width at the centre across the free map rectangle
    double height_km = 0;     ///< ground height that must fit as well; 0 = whatever the width leaves
    std::string ribbon_scale; ///< key into OverlaySpec::px_per_unit
    bool in_menu = true;
};

struct ReliefSpec { ///< drawn in file order, later ones on top
    std::string id;
    std::string source; ///< file, relative to the atlas folder
};

enum class LayerKind { area, line, point };

/// One drawn layer: geometry from a file, a style role of the theme, one switch in the layer panel (`group`).
struct LayerSpec {
    std::string id;
    std::string source; ///< file, relative to the atlas folder
    std::string layer;  ///< layer in the file; empty = the only one
    LayerKind kind = LayerKind::line;
    std::string style; ///< ocean, lake, coast, river, boundary, province, focus, railway, road, pipeline, air, port,
                       ///< zone, airport, place
    std::string group; ///< a LayerGroup id; empty = always drawn
    std::string where; ///< optional OGR attribute filter
    bool geodesic = false; ///< two-point features are drawn as geodesics
    std::string viewpoint; ///< drawn only when this boundary set is chosen; empty = always
};

/// A set of boundaries that an atlas supplies: its layers name it.
struct ViewpointSpec {
    std::string id;
    std::map<std::string, std::string> name;
    std::map<std::string, std::string> note; ///< whose lines these are; beside the boundary note
};

/// One row of the layer panel.
struct LayerGroup {
    std::string id;
    std::map<std::string, std::string> name;
    std::map<std::string, std::string> note;
    std::string swatch; ///< style role for the legend swatch; "ribbon" for an overlay's flow
    bool visible = true;
};

enum class OverlayKind { ribbon, circle, headline };

/// A stretch of a line between two of its stations: ["BJ", "Jinghe", "Alashankou"].
struct PathStep {
    std::string line, from, to;
};

/// A stretch of the network that carries one quantity.
struct SectionSpec {
    std::string id;
    std::map<std::string, std::string> name;
    std::vector<PathStep> path;
    std::string series; ///< value of this section; or
    std::vector<std::string>
        members;                     ///< section ids that run on through here side by side, when all of them are known,
    std::string total;               ///<   else this series' value as one strand; or
    std::string at_most;             ///< bounded by this series (full years only); or
    bool absent = false;             ///< a corridor for which nothing is counted
    std::string subject;             ///< what a tap selects
    std::optional<geo::LonLat> flag; ///< where the figure's leader starts on the ribbon
    geo::ScreenPx flag_offset{};     ///< from there to the figure, px at scale 1
};

struct CircleSpec { ///< one proportional symbol
    std::string subject;
    std::string series;
    std::optional<geo::LonLat> at; ///< default: the subject's own point
};

struct OverlaySpec {
    std::string id;
    OverlayKind kind = OverlayKind::ribbon;
    std::map<std::string, std::string> name, note, unit_name; ///< unit_name: "freight trains", "bn CNY"
    std::string mode;                                         ///< rail, road, pipeline, air: colour role
    std::string measure, scope, unit;
    std::string headline_series; ///< shown beside the year
    std::map<std::string, std::string> headline_note;
    std::map<std::string, double> px_per_unit; ///< ribbon: width; by ViewSpec::ribbon_scale, "default" otherwise
    double area_px2_per_unit = 0;              ///< circle: area
    std::vector<double> legend;                ///< nested legend values, in data units
    std::vector<SectionSpec> sections;
    std::vector<CircleSpec> circles;
};

/// How a missing year may be computed from two published figures: id = left - right, or left + right.
struct ComputedSpec {
    std::string series, left, right;
    char op = '-';
};

struct PreferSpec { ///< which of two conflicting figures is shown first, and why
    std::string series;
    int year = 0;
    std::string value; ///< as in facts.csv
    std::map<std::string, std::string> reason;
};

struct EventSpec {
    int year = 0;
    std::map<std::string, std::string> text;
};

/// A text for readers: where it stands and in which languages.
struct LocalizedText {
    std::string place; ///< "atlas.toml, line 41, view 'horgos', name"
    std::vector<std::string> languages;
};

struct AtlasFile {
    std::filesystem::path folder;
    std::map<std::string, std::string> title;
    std::vector<std::string> languages;
    std::string home_view;
    int home_year = 2024, first_year = 2011, last_year = 2025;
    std::string focus_subject; ///< the subject of the focus region ("xinjiang")
    std::string viewpoint;     ///< the boundary set it opens with: a ViewpointSpec id, or empty
    std::map<std::string, std::string> boundary_note;
    std::string year_bar_series, year_bar_series_alt; ///< e.g. xj_trade_total_usd / _cny
    std::map<std::string, std::string> year_bar_title, year_bar_note;
    std::vector<ProjectionSpec> projections;
    std::vector<ViewSpec> views;
    std::vector<ViewpointSpec> viewpoints;
    std::vector<ReliefSpec> reliefs;
    std::vector<LayerSpec> layers; ///< in drawing order
    std::vector<LayerGroup> groups;
    std::vector<OverlaySpec> overlays;
    std::vector<ComputedSpec> computed;
    std::vector<PreferSpec> preferred;
    std::vector<EventSpec> events;
    std::vector<std::map<std::string, std::string>> attributions; ///< one line a data source, for About and exports
    std::vector<LocalizedText> texts; ///< every text for readers and the languages it has, for validate

    [[nodiscard]] const ProjectionSpec* projection(const std::string& id) const;
    [[nodiscard]] const ViewSpec* view(const std::string& id) const;
    [[nodiscard]] const OverlaySpec* overlay(const std::string& id) const;
    [[nodiscard]] const ViewpointSpec* find_viewpoint(const std::string& id) const;
};

/// Reads `folder`/atlas.toml. Errors name the key, its line and what would be right. Unknown keys are reported as
/// warnings through `warnings` (may be null), never dropped in silence.
base::Result<AtlasFile> load_atlas_file(const std::filesystem::path& folder,
                                        std::vector<base::Error>* warnings = nullptr);

/// `text` in `language`, else English, else the first there is, else "".
const std::string& localized(const std::map<std::string, std::string>& text, const std::string& language);

} // namespace data
