#pragma once
#include "text/engine.hpp"
#include "text/itemise.hpp"

namespace text {

struct Glyph {
    const FaceChoice* choice = nullptr;
    std::uint32_t index = 0;   ///< in the face; 0 is the box
    float x = 0, y = 0;        ///< pixels from the pen start, y down
    std::uint32_t cluster = 0; ///< first code point of the line that it stands for
};

/// Which glyphs came out of an item.
struct ShapedItem {
    Item item;
    std::size_t first_glyph = 0, end_glyph = 0;
};

/// A line as glyphs with places, before anything is drawn.
struct ShapedLine {
    std::vector<Glyph> glyphs;     ///< visual order
    std::vector<ShapedItem> items; ///< the same
    std::vector<float> advances;   ///< by code point, in logical order; a cluster's whole advance is at its first one
    std::vector<std::uint8_t> levels; ///< by code point, of the bidirectional algorithm; odd runs right to left
    CodePoints text;
    float width = 0;
    bool right_to_left = false;
};

/// Turns a line into glyphs. Keeps its buffers from call to call.
class Shaper {
public:
    explicit Shaper(Families& families) : itemiser_(families), buffer_(hb_buffer_create()) {}

    /// Valid until the next call.
    const ShapedLine& shape(std::string_view utf8, const Style& style);

private:
    void shape_item(const Item& item, const Style& style);

    Itemiser itemiser_;
    std::unique_ptr<hb_buffer_t, FreeWith<hb_buffer_destroy>> buffer_;
    ShapedLine line_;
};

} // namespace text
