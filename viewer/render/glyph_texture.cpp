#include "render/glyph_texture.hpp"

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
    for (const auto& rect : engine.take_dirty())
        texture_.update(rect.x, rect.y, rect.width, rect.height, atlas.pixels.data());
    revision_ = atlas.revision;
}

} // namespace render
