#include "text/draw_glyph.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include FT_OUTLINE_H

namespace text {
namespace {

/// Text is blended in sRGB without linearising, which thins light strokes on a dark ground; a slight lift of the middle
/// of the coverage gives back their weight and is hardly seen in dark text on light.
constexpr double kCoverageGamma = 0.86;

const std::array<std::uint8_t, 256>& lifted()
{
    static const auto table = [] {
        std::array<std::uint8_t, 256> result{};
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] =
                static_cast<std::uint8_t>(std::lround(255 * std::pow(static_cast<double>(i) / 255, kCoverageGamma)));
        return result;
    }();
    return table;
}

constexpr std::uint16_t kHintedUpTo = 24 * 64; // 64ths of a pixel; larger text is crisp without
constexpr FT_Fixed kSlant = 0x366A;            // tan 12°, the angle of Noto Sans Italic, in 16.16

} // namespace

bool GlyphDrawer::stroke(FT_Library library, FT_Outline& outline, FT_Fixed radius)
{
    if (!stroker_) {
        FT_Stroker made = nullptr;
        if (FT_Stroker_New(library, &made) != 0) return false;
        stroker_.reset(made);
    }
    FT_Stroker_Set(stroker_.get(), radius, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
    FT_UInt points = 0;
    FT_UInt contours = 0;
    constexpr FT_UInt kMost = 32000; // an outline counts them in a short
    if (FT_Stroker_ParseOutline(stroker_.get(), &outline, false) != 0 ||
        FT_Stroker_GetCounts(stroker_.get(), &points, &contours) != 0 || points > kMost || contours > kMost)
        return false;
    stroke_.points.resize(points);
    stroke_.tags.resize(points);
    stroke_.contours.resize(contours);
    stroke_.outline = FT_Outline{};
    stroke_.outline.points = stroke_.points.data();
    stroke_.outline.tags = stroke_.tags.data();
    stroke_.outline.contours = stroke_.contours.data();
    FT_Stroker_Export(stroker_.get(), &stroke_.outline);
    return stroke_.outline.n_points > 0;
}

void GlyphDrawer::fill(FT_Library library, FT_Outline& outline, std::vector<std::uint8_t>& coverage) const
{
    coverage.assign(static_cast<std::size_t>(picture_.width) * static_cast<std::size_t>(picture_.height), 0);
    FT_Bitmap bitmap{};
    bitmap.width = static_cast<unsigned>(picture_.width);
    bitmap.rows = static_cast<unsigned>(picture_.height);
    bitmap.pitch = picture_.width;
    bitmap.buffer = coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    FT_Outline_Get_Bitmap(library, &outline, &bitmap);
}

const Picture& GlyphDrawer::draw(const FaceChoice& choice, const GlyphKey& key)
{
    picture_.width = picture_.height = 0;
    const FT_Face face = choice.face->drawer();
    // Light hinting moves outlines up and down only, so advances and quarter pixels hold.
    const FT_Int32 hinting = choice.hinted && key.size_64ths <= kHintedUpTo ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING;
    if (FT_Set_Char_Size(face, 0, key.size_64ths, 72, 72) != 0 ||
        FT_Load_Glyph(face, key.glyph, FT_LOAD_NO_BITMAP | hinting) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || face->glyph->outline.n_points == 0)
        return picture_;

    FT_Outline& outline = face->glyph->outline;
    const FT_Library library = face->glyph->library;
    if (choice.thicken) {
        const FT_Pos strength = key.size_64ths / 22;
        FT_Outline_Embolden(&outline, strength);
        FT_Outline_Translate(&outline, -strength / 2, -strength / 2);
    }
    if (choice.slant) {
        const FT_Matrix matrix{0x10000, kSlant, 0, 0x10000};
        FT_Outline_Transform(&outline, &matrix);
    }
    FT_Outline_Translate(&outline, key.x_quarter * 16, 0);

    const bool stroked = key.halo_64ths > 0 && stroke(library, outline, key.halo_64ths);
    FT_BBox box;
    FT_Outline_Get_CBox(stroked ? &stroke_.outline : &outline, &box);
    const auto floor_px = [](FT_Pos at) { return static_cast<int>(at >> 6); };
    const auto ceil_px = [](FT_Pos at) { return static_cast<int>((at + 63) >> 6); };
    picture_.left = floor_px(box.xMin);
    picture_.top = ceil_px(box.yMax);
    picture_.width = ceil_px(box.xMax) - picture_.left;
    picture_.height = picture_.top - floor_px(box.yMin);
    const FT_Pos right = -picture_.left * 64;
    const FT_Pos up = (picture_.height - picture_.top) * 64;
    FT_Outline_Translate(&outline, right, up);
    fill(library, outline, picture_.coverage);
    if (stroked) { // a stroke leaves the heart of a thick stem open
        FT_Outline_Translate(&stroke_.outline, right, up);
        fill(library, stroke_.outline, stroke_coverage_);
        std::ranges::transform(picture_.coverage, stroke_coverage_, picture_.coverage.begin(),
                               [](auto a, auto b) { return std::max(a, b); });
    } else {
        for (auto& c : picture_.coverage) c = lifted()[c];
    }
    return picture_;
}

} // namespace text
