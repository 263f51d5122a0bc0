#include "scene/theme.hpp"
#include "base/toml_file.hpp"
#include <algorithm>
#include <sstream>
#include <string_view>
#include <toml++/toml.h>

namespace scene {
namespace {

constexpr std::string_view kRequiredColors[] = {
    "map.sea",
    "map.sea_shore",
    "map.coast",
    "map.graticule",
    "map.relief_light",
    "map.relief_dark",
    "map.river",
    "map.lake",
    "map.lake_line",
    "map.border_international",
    "map.border_casing",
    "map.border_disputed",
    "map.border_province",
    "map.focus_outline",
    "map.focus_rim",
    "map.casing",
    "map.space",
    "map.limb",
    "mode.rail",
    "mode.rail_computed",
    "mode.railway_symbol",
    "mode.road",
    "mode.air",
    "mode.pipeline",
    "symbol.port_stroke",
    "symbol.port_fill",
    "symbol.ftz",
    "label.primary",
    "label.secondary",
    "label.country",
    "label.water",
    "label.range",
    "label.desert",
    "label.halo",
    "ui.panel",
    "ui.panel_stroke",
    "ui.panel_raised",
    "ui.control",
    "ui.control_active",
    "ui.text_primary",
    "ui.text_secondary",
    "ui.text_note",
    "ui.accent",
    "ui.on_accent",
    "ui.shadow",
    "ui.separator",
    "chart.year_bar",
    "chart.year_bar_selected",
    "chart.absent_pattern",
    "chart.conflict",
    "chart.published_badge",
    "chart.grid",
    "chart.axis",
};

constexpr std::string_view kRequiredNumbers[] = {
    "type.year.size",   "type.body.size",     "type.note.size",           "space.margin",         "space.top_bar",
    "space.left_panel", "space.inspector",    "space.year_bar",           "radius.panel",         "opacity.panel",
    "line.road.width",  "line.railway.width", "line.pipeline.width",      "line.air.width",       "line.border.width",
    "line.focus.width", "line.casing.extra",  "line.ribbon.casing_extra", "line.no_figure.width",
};

std::string place(const std::string& file, const std::string& key, const toml::node& node)
{
    std::ostringstream out;
    out << file << ", line " << node.source().begin.line << ", key '" << key << "'";
    return out.str();
}

base::Result<std::vector<RampStop>> read_ramp(const std::string& file, const std::string& key, const toml::array& stops)
{
    constexpr const char* kHint = "write stops as [metres, \"#RRGGBB\"], metres ascending";
    std::vector<RampStop> ramp;
    for (const auto& node : stops) {
        const auto* pair = node.as_array();
        const auto metres = pair && pair->size() == 2 ? (*pair)[0].value<double>() : std::nullopt;
        const auto text = pair && pair->size() == 2 ? (*pair)[1].value<std::string>() : std::nullopt;
        const auto color = text ? parse_color(*text) : std::nullopt;
        if (!metres || !color) return base::fail("a stop is not a height and a colour", place(file, key, node), kHint);
        const auto height = static_cast<float>(*metres);
        if (!ramp.empty() && height <= ramp.back().metres)
            return base::fail("the heights do not ascend", place(file, key, node), kHint);
        ramp.push_back({height, *color});
    }
    if (ramp.size() < 2) return base::fail("needs at least two stops", place(file, key, stops), kHint);
    return ramp;
}

base::Result<void> read_table(const std::string& file, const std::string& prefix, const toml::table& table,
                              Theme& theme)
{
    for (const auto& [name, node] : table) {
        const std::string key = prefix.empty() ? std::string(name.str()) : prefix + "." + std::string(name.str());
        if (const auto* inner = node.as_table()) {
            if (key == "name") {
                for (const auto& [language, text] : *inner)
                    theme.name[std::string(language.str())] = text.value_or(std::string());
            } else if (auto read = read_table(file, key, *inner, theme); !read) {
                return read;
            }
        } else if (const auto* stops = node.as_array()) {
            if (key != "relief.outside" && key != "relief.focus")
                return base::fail("a list is not expected here", place(file, key, node), "use single values");
            auto ramp = read_ramp(file, key, *stops);
            if (!ramp) return tl::unexpected(ramp.error());
            (key == "relief.focus" ? theme.relief_focus : theme.relief_outside) = std::move(*ramp);
        } else if (node.is_string()) {
            const auto color = parse_color(node.value_or(std::string()));
            if (!color)
                return base::fail("'" + node.value_or(std::string()) + "' is not a colour", place(file, key, node),
                                  "write \"#RRGGBB\" or \"#RRGGBBAA\"");
            theme.colors[key] = *color;
        } else if (node.is_number()) {
            theme.numbers[key] = static_cast<float>(node.value_or(0.0));
        } else {
            return base::fail("expected a colour or a number", place(file, key, node), "write \"#RRGGBB\" or a number");
        }
    }
    return {};
}

base::Result<void> check_complete(const std::string& file, const Theme& theme)
{
    for (const auto role : kRequiredColors)
        if (!theme.colors.contains(role))
            return base::fail("the colour is missing", file + ", key '" + std::string(role) + "'",
                              "add it as \"#RRGGBB\"");
    for (const auto role : kRequiredNumbers)
        if (!theme.numbers.contains(role))
            return base::fail("the size is missing", file + " and base.toml, key '" + std::string(role) + "'",
                              "add it as a number");
    if (theme.relief_outside.empty())
        return base::fail("the height colours are missing", file + ", key 'relief.outside'",
                          "add stops as [metres, \"#RRGGBB\"]");
    if (theme.relief_focus.empty())
        return base::fail("the height colours are missing", file + ", key 'relief.focus'",
                          "add stops as [metres, \"#RRGGBB\"]");
    return {};
}

} // namespace

Color Theme::color(std::string_view role) const
{
    const auto found = colors.find(role);
    return found == colors.end() ? Color{} : found->second;
}

float Theme::number(std::string_view role, float fallback) const
{
    const auto found = numbers.find(role);
    return found == numbers.end() ? fallback : found->second;
}

base::Result<Theme> load_theme(const std::filesystem::path& folder, const std::string& id)
{
    Theme theme;
    theme.id = id;
    for (const auto& file : {folder / "base.toml", folder / (id + ".toml")}) {
        auto table = base::read_toml(file);
        if (!table) return tl::unexpected(table.error());
        if (auto read = read_table(file.string(), "", *table, theme); !read) return tl::unexpected(read.error());
    }
    if (auto complete = check_complete((folder / (id + ".toml")).string(), theme); !complete)
        return tl::unexpected(complete.error());
    if (theme.name.empty()) theme.name["en"] = id;
    return theme;
}

std::vector<std::string> theme_ids(const std::filesystem::path& folder)
{
    std::vector<std::string> ids;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".toml" && entry.path().stem() != "base")
            ids.push_back(entry.path().stem().string());
    // The default first, high contrast last, so that cycling always runs in one order.
    const auto rank = [](const std::string& id) { return id == "dusk" ? 0 : id == "contrast" ? 2 : 1; };
    std::sort(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
        return std::pair(rank(a), a) < std::pair(rank(b), b);
    });
    return ids;
}

} // namespace scene
