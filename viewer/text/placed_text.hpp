#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;

/// A shaped line as glyph numbers and places instead of pictures: for paper, where fonts are embedded.
namespace text {

/// A stretch of one font and direction.
struct PlacedSpan {
    struct Glyph {
        std::uint32_t index = 0; ///< in the font file
        float x = 0, y = 0;      ///< pixels from the pen start, y down
        std::uint32_t byte = 0;  ///< where the cluster that it belongs to begins in the text
        bool blank = false;      ///< nothing to see, as a space
    };
    std::filesystem::path font;
    float size_px = 0;    ///< of the font: the style's size by the family's scale
    bool slant = false;   ///< the family has no italic: lean by 12 degrees
    bool thicken = false; ///< the family has no bold
    bool right_to_left = false;
    std::uint32_t first_byte = 0, end_byte = 0; ///< of the text
    std::vector<Glyph> glyphs;                  ///< from left to right
};

struct PlacedText {
    std::string text; ///< UTF-8, in logical order
    std::vector<PlacedSpan> spans;
    float width = 0, cap_height = 0, ascent = 0, descent = 0; ///< pixels
    bool right_to_left = false;                               ///< the paragraph
};

/// FreeType faces of their own, for a library that sets them up as it likes: the engine's are not disturbed.
/// Main thread; the faces live as long as this.
class LentFaces {
public:
    LentFaces();
    ~LentFaces();
    LentFaces(const LentFaces&) = delete;
    LentFaces& operator=(const LentFaces&) = delete;
    /// Null when the file is not a font.
    FT_FaceRec_* open(const std::filesystem::path& file);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace text
