#pragma once
#include "text/families.hpp"
#include FT_STROKER_H
#include <cstdint>
#include <type_traits>
#include <vector>

namespace text {

/// What makes two drawn glyphs the same picture.
struct GlyphKey {
    std::uint32_t glyph = 0;
    std::uint8_t choice = 0;      ///< FaceChoice::id
    std::uint8_t x_quarter = 0;   ///< quarter pixels to the right
    std::uint16_t size_64ths = 0; ///< pixels × 64
    std::uint16_t halo_64ths = 0; ///< 0: the glyph itself
    friend bool operator==(const GlyphKey&, const GlyphKey&) = default;
};

/// Coverage of one glyph around its origin.
struct Picture {
    int left = 0, top = 0; ///< of the first texel from the origin; top counts upwards
    int width = 0, height = 0;
    std::vector<std::uint8_t> coverage;
};

/// Draws outlines with FreeType. Keeps its buffers from call to call.
class GlyphDrawer {
public:
    /// Valid until the next call; empty for a space, or a glyph that the font cannot draw.
    const Picture& draw(const FaceChoice& choice, const GlyphKey& key);

private:
    bool stroke(FT_Library library, FT_Outline& outline, FT_Fixed radius);
    void fill(FT_Library library, FT_Outline& outline, std::vector<std::uint8_t>& coverage) const;

    struct OutlineBuffer {
        FT_Outline outline{};
        std::vector<FT_Vector> points;
        std::vector<std::remove_pointer_t<decltype(FT_Outline::tags)>> tags; // signed or not by FreeType's version
        std::vector<std::remove_pointer_t<decltype(FT_Outline::contours)>> contours;
    };
    std::unique_ptr<FT_StrokerRec_, FreeWith<FT_Stroker_Done>> stroker_;
    OutlineBuffer stroke_;
    std::vector<std::uint8_t> stroke_coverage_;
    Picture picture_;
};

} // namespace text
