#include "render/glyph_texture.hpp"
#include <algorithm>

namespace render {

void GlyphTexture::sync(text::Engine& engine)
{
    const text::GlyphAtlas& atlas = engine.atlas();
    if (texture_.width() != atlas.size) {
        texture_.create(atlas.size, atlas.size, 1, gpu::Filter::linear, atlas.pixels.data());
        texture_.sample_as_alpha();
        engine.take_dirty();
        revision_ = atlas.revision;
        return;
    }
    if (atlas.revision == revision_) return;
    const auto [from, to] = engine.take_dirty();
    texture_.update_rows(std::max(0, from), std::min(to, atlas.size), atlas.pixels.data());
    revision_ = atlas.revision;
}

} // namespace render
