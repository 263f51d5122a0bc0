// Any bytes as a text on the map: glyphs from inside the atlas, lines no longer than the text.
#include "fuzz/fuzz_target.hpp"
#include "text/engine.hpp"
#include <cmath>

namespace {

text::Engine& engine()
{
    static const auto opened = text::Engine::open(ATLAS_SOURCE_DIR "/assets/fonts");
    fuzz::require(opened.has_value(), "the fonts open");
    return **opened;
}

void check(const std::vector<text::Quad>& quads, int size)
{
    for (const text::Quad& quad : quads) {
        fuzz::require(std::isfinite(quad.x0) && std::isfinite(quad.y1), "a glyph has a place");
        fuzz::require(quad.u0 <= quad.u1 && quad.v0 <= quad.v1 && quad.u1 <= size && quad.v1 <= size,
                      "a glyph lies in the atlas");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes = fuzz::as_text(data, size);
    text::Engine& shaper = engine();
    const text::Style styles[] = {{.size_px = 14}, {.size_px = 23.5F, .bold = true, .tracking_em = 0.1F, .halo_px = 2}};
    for (const text::Style& style : styles) {
        const auto run = shaper.shape(bytes, style);
        fuzz::require(run != nullptr && std::isfinite(run->width) && run->width >= 0, "a run has a width");
        check(run->fill, shaper.atlas().size);
        check(run->halo, shaper.atlas().size);
    }
    if (size > 512) return 0; // breaking measures every line
    for (const float width : {0.0F, 60.0F}) {
        const auto lines = shaper.break_lines(bytes, styles[0], width);
        fuzz::require(lines.size() <= size + 1, "lines do not multiply");
        (void)shaper.ellipsize(bytes, styles[0], width);
    }
    return 0;
}
