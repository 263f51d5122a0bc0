#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <ft2build.h>
#include <hb.h>
#include <memory>
#include FT_FREETYPE_H

namespace text {

template <auto Free> struct FreeWith {
    template <class T> void operator()(T* object) const { Free(object); }
};
using BlobPtr = std::unique_ptr<hb_blob_t, FreeWith<hb_blob_destroy>>;
using HbFontPtr = std::unique_ptr<hb_font_t, FreeWith<hb_font_destroy>>;
using LibraryPtr = std::unique_ptr<FT_LibraryRec_, FreeWith<FT_Done_FreeType>>;
using FtFacePtr = std::unique_ptr<FT_FaceRec_, FreeWith<FT_Done_Face>>;

/// One open font file: a memory map that HarfBuzz shapes from (in font units, so for all sizes) and FreeType draws
/// from.
class Face {
public:
    /// `number`: of the face in a collection (.ttc), 0 for a file of one.
    static base::Result<std::unique_ptr<Face>> open(FT_Library library, const std::filesystem::path& file,
                                                    unsigned number = 0);

    [[nodiscard]] bool has(char32_t code) const;
    [[nodiscard]] hb_font_t* shaper() const { return shaper_.get(); }
    [[nodiscard]] FT_Face drawer() const { return drawer_.get(); }
    [[nodiscard]] float units_per_em() const { return units_per_em_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    [[nodiscard]] const std::filesystem::path& file() const { return path_; }

    float ascent_em = 0, descent_em = 0, cap_height_em = 0; ///< all positive

private:
    Face() = default;
    BlobPtr file_; // first: the two below point into it
    HbFontPtr shaper_;
    FtFacePtr drawer_;
    float units_per_em_ = 1000;
    std::filesystem::path path_;
    std::size_t bytes_ = 0;
};

} // namespace text
