#include "text/face.hpp"
#include FT_TRUETYPE_TABLES_H

namespace text {

base::Result<std::unique_ptr<Face>> Face::open(FT_Library library, const std::filesystem::path& file, unsigned number)
{
    std::unique_ptr<Face> face{new Face};
    face->path_ = file;
    face->file_.reset(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!face->file_)
        return base::fail("cannot read the font", file.string(), "put the file back or name another in fonts.toml");
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(face->file_.get(), &length);

    FT_Face drawer = nullptr;
    const auto* first = reinterpret_cast<const FT_Byte*>(bytes);
    if (length == 0 ||
        FT_New_Memory_Face(library, first, static_cast<FT_Long>(length), static_cast<FT_Long>(number), &drawer) != 0)
        return base::fail("not a font that FreeType can read", file.string(),
                          "replace it by a TrueType or OpenType font");
    face->drawer_.reset(drawer);
    if (!FT_IS_SCALABLE(drawer))
        return base::fail("the font has no outlines", file.string(), "replace it by a TrueType or OpenType font");

    hb_face_t* shaping = hb_face_create(face->file_.get(), number);
    face->shaper_.reset(hb_font_create(shaping));
    hb_face_destroy(shaping);
    hb_face_make_immutable(shaping);
    face->bytes_ = length;
    face->units_per_em_ = static_cast<float>(drawer->units_per_EM);

    const auto em = [&](auto units) { return static_cast<float>(units) / face->units_per_em_; };
    face->ascent_em = em(drawer->ascender);
    face->descent_em = em(-drawer->descender);
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(drawer, FT_SFNT_OS2));
    face->cap_height_em = os2 && os2->version >= 2 && os2->sCapHeight > 0 ? em(os2->sCapHeight) : 0.7f;
    return face;
}

bool Face::has(char32_t code) const
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(shaper_.get(), code, &glyph) != 0 && glyph != 0;
}

} // namespace text
