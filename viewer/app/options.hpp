#pragma once
#include "geo/types.hpp"
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class Command { view, info, validate, facts };

/// Paper, in the direction in which it lies.
struct PageSize {
    double width_mm = 0, height_mm = 0;
};
/// "A4" (lying), "A4-portrait", "420x297mm"; nothing when it is not a page size.
[[nodiscard]] std::optional<PageSize> parse_page(const std::string& text);

/// The command line as plain values.
struct Options {
    Command command = Command::view;
    std::string atlas; ///< folder; empty = the shipped one
    std::string view;  ///< view id, or "lon,lat,zoom"
    std::optional<int> year;
    std::string projection, overlay, language, theme;
    std::string select; ///< subject whose card is open
    int width = 1600, height = 900;
    bool size_given = false;
    float scale = 0;              ///< 0 = from the display
    std::string output;           ///< PNG, SVG or PDF; empty = a window
    std::optional<PageSize> page; ///< for SVG and PDF
    int part_px = 0;              ///< side of the parts that a picture is drawn in, for tests; 0 = as its size needs
    std::string color_vision, viewpoint;
    bool watch = false;    ///< themes and shaders are read again when their files change
    bool map_only = false; ///< no panels
    bool fullscreen = false;
    std::string record, replay;
    std::string shaders;     ///< folder whose files win over the embedded shaders
    std::string metrics;     ///< JSON of the last frame's counters, for tests and benchmarks
    double quit_after_s = 0; ///< for benchmarks; 0 = never
    bool json = false;
    std::string subject, measure, scope; ///< filters of `facts`
};

/// lon,lat,zoom as web maps count it (zoom 0 = the world in 256 px).
struct Place {
    geo::LonLat at;
    double zoom = 0;
};
[[nodiscard]] std::optional<Place> parse_place(const std::string& text);

/// What parsing led to: options to run with, or a finished exit code (help shown, wrong usage explained).
struct Parsed {
    Options options;
    std::optional<int> exit_code;
};
[[nodiscard]] Parsed parse_options(int argc, char** argv);

inline constexpr int kExitOk = 0, kExitCannot = 1, kExitUsage = 2;

} // namespace app
