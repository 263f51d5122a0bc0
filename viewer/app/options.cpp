#include "app/options.hpp"
#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <sstream>

namespace app {
namespace {

std::string check_size(const std::string& text)
{
    int w = 0, h = 0;
    char x = 0;
    std::istringstream in(text);
    if (!(in >> w >> x >> h) || x != 'x' || !in.eof() || w < 64 || h < 64 || w > 16384 || h > 16384)
        return "'" + text + "' is not a size; write WIDTHxHEIGHT, for example 1920x1080 (64 to 16384)";
    return {};
}

std::string check_output(const std::string& text)
{
    const auto dot = text.rfind('.');
    const auto end = dot == std::string::npos ? "" : text.substr(dot);
    if (end != ".png" && end != ".svg" && end != ".pdf") return "'" + text + "' must end in .png, .svg or .pdf";
    return {};
}

std::string check_page(const std::string& text)
{
    if (parse_page(text)) return {};
    return "'" + text +
           "' is not a page; write A4, A3, A2, A1, A0, one of them with -portrait, or 420x297mm (60 to 2000)";
}

void add_view_options(CLI::App& cli, Options& o, std::string& size, std::string& page)
{
    cli.add_option("atlas", o.atlas, "Folder of an atlas (with atlas.toml); the shipped one when left out");
    cli.add_option("--view", o.view, "A view of the atlas (corridors, xinjiang, horgos ...) or lon,lat,zoom");
    cli.add_option("--year", o.year, "Year");
    cli.add_option("--projection", o.projection, "A projection of the atlas, an EPSG code or a PROJ string");
    cli.add_option("--overlay", o.overlay, "An overlay of the atlas");
    cli.add_option("--select", o.select, "Subject whose card is open, e.g. horgos");
    cli.add_option("--lang", o.language, "en, zh, ru, kk or ug");
    cli.add_option("--theme", o.theme, "dusk, paper or contrast");
    cli.add_option(
           "--size", size,
           "Size of the window or picture, WIDTHxHEIGHT, up to 16384 a side. Large pictures have their panels too "
           "unless --map-only; --scale 2 and more keeps lines and letters in proportion")
        ->check(check_size);
    cli.add_option("--part", o.part_px, "Draw the picture in parts of this size")
        ->group("")
        ->check(CLI::Range(16, 4096));
    cli.add_option("--color-vision", o.color_vision, "See it as with deuteranopia, protanopia or tritanopia")
        ->check(CLI::IsMember({"none", "deuteranopia", "protanopia", "tritanopia"}));
    cli.add_option("--viewpoint", o.viewpoint, "A boundary set of the atlas");
    cli.add_flag("--watch", o.watch, "Read themes and shaders again when their files change");
    cli.add_option("--scale", o.scale, "Interface scale; from the display when left out")->check(CLI::Range(0.5, 6.0));
    cli.add_option("--output", o.output,
                   "Write a picture (.png, as the window looks) or a page (.svg, .pdf: title, map, legend, sources) "
                   "instead of opening a window")
        ->check(check_output);
    cli.add_option("--page", page, "Paper of .svg and .pdf: A4, A3-portrait, 420x297mm; --size at 96 dpi when left out")
        ->check(check_page);
    cli.add_flag("--map-only", o.map_only, "Leave the panels out");
    cli.add_flag("--fullscreen", o.fullscreen, "Open full screen");
    cli.add_option("--record", o.record, "Write every action to this file (JSON lines)");
    cli.add_option("--replay", o.replay, "Read actions from this file")->check(CLI::ExistingFile);
    cli.add_option("--shaders", o.shaders, "Folder whose shader files win over the built-in ones")
        ->check(CLI::ExistingDirectory);
    cli.add_option("--metrics", o.metrics, "Write counters of the run to this JSON file at the end");
    cli.add_option("--quit-after", o.quit_after_s, "Close the window after so many seconds");
}

} // namespace

std::optional<Place> parse_place(const std::string& text)
{
    Place place;
    char a = 0, b = 0;
    std::istringstream in(text);
    if (!(in >> place.at.lon >> a >> place.at.lat >> b >> place.zoom) || a != ',' || b != ',' || !in.eof())
        return std::nullopt;
    if (std::abs(place.at.lon) > 180 || std::abs(place.at.lat) > 90 || place.zoom < 0 || place.zoom > 20)
        return std::nullopt;
    return place;
}

std::optional<PageSize> parse_page(const std::string& text)
{
    constexpr double kShortSides[] = {841, 594, 420, 297, 210, 148}, kLongSides[] = {1189, 841, 594, 420, 297, 210};
    if (text.size() >= 2 && text[0] == 'A' && text[1] >= '0' && text[1] <= '5') {
        const auto n = static_cast<std::size_t>(text[1] - '0');
        if (text.size() == 2) return PageSize{kLongSides[n], kShortSides[n]};
        if (text.substr(2) == "-portrait") return PageSize{kShortSides[n], kLongSides[n]};
        return std::nullopt;
    }
    PageSize page;
    char x = 0;
    std::string unit;
    std::istringstream in(text);
    if (!(in >> page.width_mm >> x >> page.height_mm >> unit) || x != 'x' || unit != "mm") return std::nullopt;
    const auto possible = [](double mm) { return mm >= 60 && mm <= 2000; };
    return possible(page.width_mm) && possible(page.height_mm) ? std::optional(page) : std::nullopt;
}

Parsed parse_options(int argc, char** argv)
{
    Parsed parsed;
    Options& o = parsed.options;
    std::string size, page;
    CLI::App cli{"Corridor Atlas: an interactive map of Xinjiang and its trade corridors", "corridor-atlas"};
    cli.set_version_flag("--version", ATLAS_VERSION);
    cli.require_subcommand(0, 1);
    add_view_options(cli, o, size, page);

    std::string folder;
    const auto report = [&](const char* name, const char* what, Command command) {
        auto* sub = cli.add_subcommand(name, what);
        sub->add_option("atlas", folder, "Folder of an atlas; the shipped one when left out");
        sub->add_flag("--json", o.json, "Machine-readable output");
        sub->callback([&o, command] { o.command = command; });
        return sub;
    };
    report("info", "What the atlas holds: layers, overlays, views, sources", Command::info);
    report("validate", "Check every file, figure and source of the atlas", Command::validate);
    auto* facts = report("facts", "The figures with their sources", Command::facts);
    facts->add_option("--subject", o.subject, "Only this subject");
    facts->add_option("--measure", o.measure, "Only this measure");
    facts->add_option("--scope", o.scope, "Only this scope");
    facts->add_option("--year", o.year, "Only this year");

    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        parsed.exit_code = cli.exit(e) == 0 ? kExitOk : kExitUsage;
        return parsed;
    }
    if (!page.empty()) o.page = parse_page(page);
    if (!folder.empty()) o.atlas = folder;
    if (!size.empty()) {
        char x = 0;
        std::istringstream(size) >> o.width >> x >> o.height;
        o.size_given = true;
    } else if (!o.output.empty()) {
        o.width = 1920;
        o.height = 1080;
    }
    const bool paper = o.output.size() > 4 && o.output.substr(o.output.size() - 4) != ".png";
    if (o.page && !paper) {
        std::cerr << "--page is for --output of .svg or .pdf\n";
        parsed.exit_code = kExitUsage;
    } else if (o.page && o.size_given) {
        std::cerr << "give --page or --size, not both\n";
        parsed.exit_code = kExitUsage;
    } else if (o.page) { // the map is framed as in a window of that shape
        constexpr double kPxPerMm = 96 / 25.4;
        const double scale = o.scale > 0 ? static_cast<double>(o.scale) : 1;
        o.width = static_cast<int>(std::lround(o.page->width_mm * kPxPerMm * scale));
        o.height = static_cast<int>(std::lround(o.page->height_mm * kPxPerMm * scale));
    }
    return parsed;
}

} // namespace app
