#include "text/engine.hpp"
#include "base/log.hpp"
#include "text/cells.hpp"
#include "text/glyph_sheet.hpp"
#include "text/line_break.hpp"
#include "text/recent.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace text {
namespace {

constexpr float kLargestDrawnPx = 384; // larger text is stretched from this size
constexpr float kSubpixelUpToPx = 40;  // beyond, half a pixel of spacing is not seen
constexpr float kLargestHaloPx = 64;
constexpr std::size_t kRuns = 8192, kRunBytes = 12u << 20;
constexpr std::size_t kBroken = 1024, kBrokenBytes = 2u << 20;
constexpr std::size_t kCells = 256, kCellBytes = 1u << 20;

/// Values that no caller means (NaN, zero, huge) become the nearest that can be drawn.
Style drawable(Style style)
{
    const auto within = [](float value, float low, float high) { return value >= low ? std::min(value, high) : low; };
    style.size_px = within(style.size_px, 1, 4096);
    style.tracking_em = std::isfinite(style.tracking_em) ? within(style.tracking_em, -0.5f, 4) : 0;
    style.halo_px = within(style.halo_px, 0, kLargestHaloPx);
    return style;
}

std::size_t bytes_of(const std::vector<std::string>& lines)
{
    std::size_t sum = lines.capacity() * sizeof(std::string);
    for (const auto& line : lines) sum += line.capacity();
    return sum;
}

} // namespace

struct Engine::Impl {
    explicit Impl(Families found) : families(std::move(found)) {}

    RunPtr make_run(std::string_view utf8, const Style& style);
    bool place_glyphs(const ShapedLine& line, const Style& style, float detail, Run& run);

    Families families;
    Shaper shaper{families};
    LineBreaker breaker{shaper};
    GlyphSheet sheet;
    Recent<RunPtr> runs{kRuns, kRunBytes};
    Recent<std::vector<std::string>> broken{kBroken, kBrokenBytes};
    Recent<std::string> ellipsized{kBroken, kBrokenBytes};
    Recent<CellsPtr> cells{kCells, kCellBytes};
};

/// False when the atlas is full; the run then has the quads of the glyphs before that.
bool Engine::Impl::place_glyphs(const ShapedLine& line, const Style& style, float detail, Run& run)
{
    run.fill.clear();
    run.halo.clear();
    run.fill.reserve(line.glyphs.size());
    if (style.halo_px > 0) run.halo.reserve(line.glyphs.size());
    for (const auto& glyph : line.glyphs) {
        const float size = style.size_px * glyph.choice->scale;
        const float drawn = std::max(1.0f, std::min(size, kLargestDrawnPx) * detail);
        const float stretch = size / drawn;
        const bool pixel_exact = drawn == size;
        const bool by_quarters = pixel_exact && drawn <= kSubpixelUpToPx;
        float x = glyph.x;
        float y = glyph.y;
        GlyphKey key{glyph.index, glyph.choice->id, 0, static_cast<std::uint16_t>(std::lround(drawn * 64)), 0};
        if (by_quarters) {
            const float quarters = std::round(x * 4);
            x = std::floor(quarters / 4);
            key.x_quarter = static_cast<std::uint8_t>(quarters - x * 4);
        } else if (pixel_exact) {
            x = std::round(x);
        }
        if (pixel_exact) y = std::round(y);

        const auto quad = [&](const PlacedGlyph& p, float origin) {
            const float left = origin + p.left * stretch;
            const float top = y + p.top * stretch;
            return Quad{left,
                        top,
                        left + p.width * stretch,
                        top + p.height * stretch,
                        p.u,
                        p.v,
                        static_cast<std::uint16_t>(p.u + p.width),
                        static_cast<std::uint16_t>(p.v + p.height)};
        };
        const PlacedGlyph* fill = sheet.find(*glyph.choice, key);
        if (!fill) return false;
        if (fill->width == 0) continue;
        const Quad fill_quad = quad(*fill, x);
        if (style.halo_px > 0) {
            // Outlining costs ten times a filling, and a halo may be soft: one picture, shifted by the texture's
            // filter.
            const float quarter = std::exchange(key.x_quarter, std::uint8_t{0});
            key.halo_64ths =
                static_cast<std::uint16_t>(std::clamp(std::lround(style.halo_px / stretch * 64), 1L, 4096L));
            const PlacedGlyph* halo = sheet.find(*glyph.choice, key);
            if (!halo) return false;
            run.halo.push_back(quad(*halo, x + quarter * 0.25f));
        }
        run.fill.push_back(fill_quad);
    }
    return true;
}

RunPtr Engine::Impl::make_run(std::string_view utf8, const Style& style)
{
    const ShapedLine& line = shaper.shape(utf8, style);
    auto run = std::make_shared<Run>();
    const Face& face = *families.primary(style.bold, style.italic).face;
    run->width = line.width;
    run->ascent = face.ascent_em * style.size_px;
    run->descent = face.descent_em * style.size_px;
    run->cap_height = face.cap_height_em * style.size_px;
    run->right_to_left = line.right_to_left;
    run->text = utf8;
    run->style = style;

    // First into what is there, then into an empty atlas, then coarser: a run of very many very large glyphs.
    constexpr float kDetails[] = {1, 1, 0.5f, 0.25f, 0.125f};
    for (const float detail : kDetails) {
        if (place_glyphs(line, style, detail, *run)) return run;
        sheet.restart();
        runs.clear();
    }
    place_glyphs(line, style, kDetails[4], *run);
    base::log(base::Severity::warning,
              fmt::format("text of {} bytes at {} px has more glyphs than fit the glyph atlas; its end is not drawn",
                          utf8.size(), style.size_px));
    return run;
}

Engine::Engine() = default;
Engine::~Engine() = default;

base::Result<std::unique_ptr<Engine>> Engine::open(const std::filesystem::path& folder)
{
    auto families = Families::open(folder);
    if (!families) return tl::unexpected{families.error()};
    std::unique_ptr<Engine> engine{new Engine};
    engine->impl_ = std::make_unique<Impl>(std::move(*families));
    return engine;
}

RunPtr Engine::shape(std::string_view utf8, const Style& asked)
{
    const TextKeyView key{utf8, drawable(asked)};
    if (const RunPtr* found = impl_->runs.find(key)) return *found;
    RunPtr run = impl_->make_run(utf8, key.style);
    const std::size_t bytes =
        sizeof(Run) + run->text.capacity() + (run->fill.capacity() + run->halo.capacity()) * sizeof(Quad);
    return impl_->runs.keep(key, std::move(run), bytes);
}

CellsPtr Engine::cells(std::string_view utf8, const Style& asked)
{
    const TextKeyView key{utf8, drawable(asked)};
    if (const CellsPtr* found = impl_->cells.find(key)) return *found;
    auto cells = std::make_shared<const std::vector<Cell>>(cells_of(impl_->shaper.shape(utf8, key.style)));
    const std::size_t bytes = cells->capacity() * sizeof(Cell);
    return impl_->cells.keep(key, std::move(cells), bytes);
}

PlacedText Engine::place(std::string_view utf8, const Style& asked)
{
    const Style style = drawable(asked);
    const ShapedLine& line = impl_->shaper.shape(utf8, style);
    const Face& primary = *impl_->families.primary(style.bold, style.italic).face;
    PlacedText out;
    out.text = utf8;
    out.width = line.width;
    out.cap_height = primary.cap_height_em * style.size_px;
    out.ascent = primary.ascent_em * style.size_px;
    out.descent = primary.descent_em * style.size_px;
    out.right_to_left = line.right_to_left;
    for (const auto& [item, first, end] : line.items) {
        const auto& choice = *item.choice;
        PlacedSpan span{choice.face->file(),
                        style.size_px * choice.scale,
                        choice.slant,
                        choice.thicken,
                        item.level % 2 == 1,
                        line.text.byte[item.begin],
                        line.text.byte[item.end],
                        {}};
        for (std::size_t i = first; i < end; ++i) {
            const auto& glyph = line.glyphs[i];
            hb_glyph_extents_t box{};
            const bool seen = hb_font_get_glyph_extents(choice.face->shaper(), glyph.index, &box) != 0 &&
                              box.width != 0 && box.height != 0;
            span.glyphs.push_back({glyph.index, glyph.x, glyph.y, line.text.byte[glyph.cluster], !seen});
        }
        out.spans.push_back(std::move(span));
    }
    return out;
}

std::vector<std::string> Engine::family_names() const { return impl_->families.names(); }

std::vector<std::string> Engine::break_lines(std::string_view utf8, const Style& asked, float width_px)
{
    const TextKeyView key{utf8, drawable(asked), width_px >= 1 ? width_px : 1};
    if (const auto* found = impl_->broken.find(key)) return *found;
    auto lines = impl_->breaker.break_lines(utf8, key.style, key.width_px);
    const std::size_t bytes = bytes_of(lines);
    return impl_->broken.keep(key, std::move(lines), bytes);
}

std::string Engine::ellipsize(std::string_view utf8, const Style& asked, float width_px)
{
    const TextKeyView key{utf8, drawable(asked), width_px >= 1 ? width_px : 1};
    if (const auto* found = impl_->ellipsized.find(key)) return *found;
    std::string line = impl_->breaker.ellipsize(utf8, key.style, key.width_px);
    const std::size_t bytes = line.size();
    return impl_->ellipsized.keep(key, std::move(line), bytes);
}

const GlyphAtlas& Engine::atlas() const { return impl_->sheet.atlas(); }

std::vector<TexelRect> Engine::take_dirty() { return impl_->sheet.take_dirty(); }

std::size_t Engine::memory_bytes() const
{
    return impl_->sheet.bytes() + impl_->runs.bytes() + impl_->broken.bytes() + impl_->ellipsized.bytes() +
           impl_->families.bytes();
}

} // namespace text
