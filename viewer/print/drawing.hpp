#pragma once
#include "geo/types.hpp"
#include "scene/color.hpp"
#include "scene/scene.hpp"
#include "text/placed_text.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A page as a list of what is on it, in drawing order, before it becomes PDF or SVG. Immutable once made.
/// Unit: the CSS pixel, 1/96 inch; origin top left, y down. So sizes are those of the screen at interface scale 1.
namespace print {

inline constexpr double kMmPerUnit = 25.4 / 96, kPtPerUnit = 72.0 / 96;

struct Point {
    double x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Polyline {
    std::vector<Point> points;
    bool closed = false;
};

/// Slanted lines of a colour on another, for what is counted in part. Fixed to the page.
struct Hatch {
    double line = 0, period = 0; ///< widths across the lines
    scene::Color ground;
    friend bool operator==(const Hatch&, const Hatch&) = default;
};

inline constexpr double kHatchTile = 4000; ///< a pattern is repeated: so long along its lines

struct Stroke {
    scene::Color color;
    double width = 1;
    std::vector<double> dash; ///< on, off, ...; empty = solid
    double dash_phase = 0;    ///< how far into the pattern the line begins
    bool round_ends = false;  ///< of the line and of every dash
    std::optional<Hatch> hatch;
};

struct Path {
    std::vector<Polyline> parts;
    std::optional<scene::Color> fill; ///< non-zero rule
    std::optional<Stroke> stroke;
    std::string name; ///< what it is, as an SVG title: "rail Horgos 8730"; empty = nothing to say
};

struct Disc { ///< fill and stroke as in Path
    Point centre;
    double radius = 0;
    std::optional<scene::Color> fill;
    std::optional<Stroke> stroke;
    std::string name;
};

/// One line of text; `at` is where its pen starts on the base line, at the left end whatever the direction.
struct Text {
    text::PlacedText placed;
    text::Style style;
    Point at;
    scene::Color color, halo{0, 0, 0, 0};
    double halo_width = 0;               ///< radius; 0 = none
    std::vector<scene::GlyphPose> poses; ///< one for each glyph that is seen; empty = straight
};

/// Pictures of the ground. JPEG, as it goes into the file.
struct Image {
    geo::Rect place;
    int width = 0, height = 0; ///< in its own pixels
    std::vector<std::uint8_t> jpeg;
};

struct BeginClip { ///< until the EndClip that belongs to it
    geo::Rect rect;
};
struct EndClip {};
struct BeginScale { ///< what follows is drawn so much larger, from the page's origin; until its EndScale
    double factor = 1;
};
struct EndScale {};
struct BeginGroup { ///< a layer by name, for who opens the file in a drawing program
    std::string name;
};
struct EndGroup {};

using Item = std::variant<Path, Disc, Text, Image, BeginClip, EndClip, BeginScale, EndScale, BeginGroup, EndGroup>;

struct Drawing {
    double width = 0, height = 0; ///< units
    std::string title, language;
    std::vector<std::string> families; ///< fonts by name, first choice first
    std::vector<Item> items;
};

} // namespace print
