#include "text/glyph_sheet.hpp"
#include <algorithm>
#include <utility>

namespace text {

std::size_t GlyphSheet::KeyHash::operator()(const GlyphKey& key) const noexcept
{
    std::uint64_t hash = (std::uint64_t{key.glyph} << 32 | std::uint64_t{key.size_64ths} << 16 | key.halo_64ths);
    hash = (hash ^ (std::uint64_t{key.choice} << 2 | key.x_quarter)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
}

GlyphSheet::GlyphSheet()
{
    const auto side = static_cast<std::size_t>(atlas_.size);
    atlas_.pixels.resize(side * side);
    place_white();
}

/// Glyphs drawn one after the other stand side by side on their shelf: one rectangle as a rule.
void GlyphSheet::touch(TexelRect changed)
{
    ++atlas_.revision;
    for (auto& rect : dirty_)
        if (rect.y == changed.y && rect.x + rect.width == changed.x) {
            rect.width += changed.width;
            rect.height = std::max(rect.height, changed.height);
            return;
        }
    dirty_.push_back(changed);
}

void GlyphSheet::place_white()
{
    constexpr int kBlock = 4; // (1, 1) has white neighbours on all sides, so linear filtering leaves it white
    shelves_.place(kBlock + 1, kBlock + 1); // and an empty edge towards the glyphs
    for (std::size_t y = 0; y < kBlock; ++y)
        std::fill_n(atlas_.pixels.begin() + static_cast<std::ptrdiff_t>(y * static_cast<std::size_t>(atlas_.size)),
                    kBlock, std::uint8_t{255});
    touch({0, 0, kBlock, kBlock});
}

void GlyphSheet::restart()
{
    glyphs_.clear();
    shelves_.clear();
    std::ranges::fill(atlas_.pixels, std::uint8_t{0});
    ++atlas_.generation;
    dirty_.clear();
    touch({0, 0, atlas_.size, atlas_.size});
    place_white();
}

const PlacedGlyph* GlyphSheet::find(const FaceChoice& choice, const GlyphKey& key)
{
    if (const auto it = glyphs_.find(key); it != glyphs_.end()) return &it->second;
    const Picture& picture = drawer_.draw(choice, key);
    PlacedGlyph placed;
    if (picture.width > 0 && picture.height > 0) {
        const int width = picture.width + 2;
        const int height = picture.height + 2;
        const auto corner = shelves_.place(width, height);
        if (!corner) return nullptr;
        const auto [u, v] = *corner;
        for (int row = 0; row < picture.height; ++row)
            std::copy_n(picture.coverage.begin() + row * picture.width, picture.width,
                        atlas_.pixels.begin() + (v + 1 + row) * atlas_.size + u + 1);
        placed = {static_cast<std::int16_t>(picture.left - 1),
                  static_cast<std::int16_t>(-picture.top - 1),
                  static_cast<std::uint16_t>(u),
                  static_cast<std::uint16_t>(v),
                  static_cast<std::uint16_t>(width),
                  static_cast<std::uint16_t>(height)};
        touch({u, v, width, height});
    }
    return &glyphs_.emplace(key, placed).first->second;
}

std::vector<TexelRect> GlyphSheet::take_dirty() { return std::exchange(dirty_, {}); }

std::size_t GlyphSheet::bytes() const
{
    constexpr std::size_t kNode = sizeof(std::pair<const GlyphKey, PlacedGlyph>) + 2 * sizeof(void*);
    return atlas_.pixels.size() + glyphs_.size() * kNode + glyphs_.bucket_count() * sizeof(void*);
}

} // namespace text
