#pragma once
#include "base/result.hpp"
#include "text/placed_text.hpp"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One text engine for the map and the panels: FriBidi orders, HarfBuzz shapes, FreeType draws into one glyph atlas.
namespace text {

struct Style {
    float size_px = 14;
    bool bold = false;
    bool italic = false;
    float tracking_em = 0; ///< letterspacing; ignored for Arabic script
    float halo_px = 0;     ///< radius of the outline glyphs in Run::halo; 0 = none
    bool tabular = true;   ///< figures of one width (OpenType tnum when the font has it)
    friend bool operator==(const Style&, const Style&) = default;
};

/// A textured quad: screen pixels relative to the pen start on the base line (y down), and texel coordinates in the
/// atlas.
struct Quad {
    float x0, y0, x1, y1;
    std::uint16_t u0, v0, u1, v1; ///< texels; divide by GlyphAtlas::size
};

/// A shaped line of text, quads in visual order. Immutable; shared by all who draw it.
struct Run {
    std::vector<Quad> fill;
    std::vector<Quad> halo;        ///< same order as fill; draw all of these first
    float width = 0;               ///< advance, pixels
    float ascent = 0, descent = 0; ///< of the font at this size, both positive
    float cap_height = 0;
    bool right_to_left = false;
    std::string text; ///< what was shaped, and how
    Style style;
};
using RunPtr = std::shared_ptr<const Run>;

struct TexelRect {
    int x = 0, y = 0, width = 0, height = 0;
};

/// What a caret steps over: one character as a reader sees it. A ligature of several is cut into even parts.
struct Cell {
    std::uint32_t begin = 0, end = 0; ///< bytes of the string
    float x0 = 0, x1 = 0;             ///< pixels from the pen start; x0 <= x1
    bool right_to_left = false;       ///< begins at x1
    friend bool operator==(const Cell&, const Cell&) = default;
};
using CellsPtr = std::shared_ptr<const std::vector<Cell>>;

/// Single-channel coverage texture, filled on demand. `revision` grows with every change; take_dirty() tells which
/// texels.
struct GlyphAtlas {
    int size = 2048; ///< width and height in texels
    std::vector<std::uint8_t> pixels;
    std::uint64_t revision = 0;
    /// Grows when a full atlas was emptied: quads of runs shaped before then show other glyphs. Who keeps a RunPtr
    /// over frames shapes again when this differs; a frame during which it changed is to be built again.
    std::uint64_t generation = 0;
    /// Texel of a solid 255 block (for untextured quads in the same batch).
    std::uint16_t white_u = 1, white_v = 1;
};

/// Main thread only. Not copyable; owns the FreeType faces.
class Engine {
public:
    /// `folder`: assets/fonts with the files that fonts.toml names. A missing font is an error unless another covers
    /// Latin; glyphs that no font has are drawn as a box.
    static base::Result<std::unique_ptr<Engine>> open(const std::filesystem::path& folder);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// One line, no breaking. Cached by text and style.
    RunPtr shape(std::string_view utf8, const Style& style);
    /// The cells of the same line in visual order, left to right: where a caret may stand, what a selection covers.
    CellsPtr cells(std::string_view utf8, const Style& style);
    /// The same line as glyph numbers and places, without pictures. Not cached.
    PlacedText place(std::string_view utf8, const Style& style);
    /// Names of the families, first choice first.
    [[nodiscard]] std::vector<std::string> family_names() const;
    /// Breaks at spaces, after hyphens and slashes, and between Han characters so that no line is wider than
    /// `width_px`.
    std::vector<std::string> break_lines(std::string_view utf8, const Style& style, float width_px);
    /// The longest prefix that fits, with an ellipsis when cut.
    std::string ellipsize(std::string_view utf8, const Style& style, float width_px);

    [[nodiscard]] const GlyphAtlas& atlas() const;
    /// What changed since the last call, for the renderer to upload. Rectangles do not overlap, except that one of the
    /// whole atlas may come with others.
    std::vector<TexelRect> take_dirty();
    [[nodiscard]] std::size_t memory_bytes() const;

private:
    Engine();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace text
