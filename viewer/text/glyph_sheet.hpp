#pragma once
#include "text/draw_glyph.hpp"
#include "text/engine.hpp"
#include "text/shelves.hpp"
#include <unordered_map>

namespace text {

/// Where a glyph is in the atlas and around its origin, with an empty texel on each side. No size: nothing to draw.
struct PlacedGlyph {
    std::int16_t left = 0, top = 0; ///< y down, so `top` is mostly negative
    std::uint16_t u = 0, v = 0, width = 0, height = 0;
};

/// The glyph atlas: draws a glyph when first asked for, and remembers it.
class GlyphSheet {
public:
    GlyphSheet();

    /// Null when the atlas is full.
    const PlacedGlyph* find(const FaceChoice& choice, const GlyphKey& key);
    /// Forgets all glyphs.
    void restart();

    [[nodiscard]] const GlyphAtlas& atlas() const { return atlas_; }
    std::vector<TexelRect> take_dirty();
    [[nodiscard]] std::size_t bytes() const;

private:
    struct KeyHash {
        std::size_t operator()(const GlyphKey& key) const noexcept;
    };
    void place_white();
    void touch(TexelRect changed);

    GlyphAtlas atlas_;
    std::vector<TexelRect> dirty_;
    Shelves shelves_{atlas_.size};
    GlyphDrawer drawer_;
    std::unordered_map<GlyphKey, PlacedGlyph, KeyHash> glyphs_;
};

} // namespace text
