#include "print/write_pdf.hpp"
#include "print/write_file.hpp"
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

namespace print {
namespace {

template <auto Free> struct FreeWith {
    template <class T> void operator()(T* object) const { Free(object); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, FreeWith<cairo_surface_destroy>>;
using ContextPtr = std::unique_ptr<cairo_t, FreeWith<cairo_destroy>>;
using FontPtr = std::unique_ptr<cairo_font_face_t, FreeWith<cairo_font_face_destroy>>;
using PatternPtr = std::unique_ptr<cairo_pattern_t, FreeWith<cairo_pattern_destroy>>;

double d(float v) { return static_cast<double>(v); }

class PdfPainter {
public:
    explicit PdfPainter(cairo_t* to) : to_(to) {}

    void operator()(const BeginClip& clip)
    {
        cairo_save(to_);
        cairo_rectangle(to_, d(clip.rect.x), d(clip.rect.y), d(clip.rect.w), d(clip.rect.h));
        cairo_clip(to_);
    }
    void operator()(const EndClip&) { cairo_restore(to_); }
    void operator()(const BeginScale& scale)
    {
        cairo_save(to_);
        cairo_scale(to_, scale.factor, scale.factor);
    }
    void operator()(const EndScale&) { cairo_restore(to_); }
    void operator()(const BeginGroup&) {}
    void operator()(const EndGroup&) {}

    void operator()(const Path& path)
    {
        for (const auto& part : path.parts) {
            for (std::size_t i = 0; i < part.points.size(); ++i)
                (i == 0 ? cairo_move_to : cairo_line_to)(to_, part.points[i].x, part.points[i].y);
            if (part.closed) cairo_close_path(to_);
        }
        paint(path.fill, path.stroke);
    }

    void operator()(const Disc& disc)
    {
        if (disc.radius <= 0) return;
        cairo_new_sub_path(to_);
        cairo_arc(to_, disc.centre.x, disc.centre.y, disc.radius, 0, 2 * std::numbers::pi);
        cairo_close_path(to_);
        paint(disc.fill, disc.stroke);
    }

    void operator()(const Image& image)
    {
        const SurfacePtr picture(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
        auto* kept = new std::vector<std::uint8_t>(image.jpeg); // cairo frees it with the surface
        cairo_surface_set_mime_data(
            picture.get(), CAIRO_MIME_TYPE_JPEG, kept->data(), kept->size(),
            [](void* bytes) { delete static_cast<std::vector<std::uint8_t>*>(bytes); }, kept);
        cairo_save(to_);
        cairo_translate(to_, d(image.place.x), d(image.place.y));
        cairo_scale(to_, d(image.place.w) / image.width, d(image.place.h) / image.height);
        cairo_set_source_surface(to_, picture.get(), 0, 0);
        cairo_rectangle(to_, 0, 0, image.width, image.height);
        cairo_fill(to_);
        cairo_restore(to_);
    }

    void operator()(const Text& text)
    {
        if (text.halo_width > 0 && text.halo.a > 0) show(text, true);
        show(text, false);
    }

    [[nodiscard]] const std::string& missing_font() const { return missing_; }

private:
    void source(const scene::Color& c) { cairo_set_source_rgba(to_, d(c.r), d(c.g), d(c.b), d(c.a)); }

    void paint(const std::optional<scene::Color>& fill, const std::optional<Stroke>& stroke)
    {
        if (fill) {
            source(*fill);
            (stroke ? cairo_fill_preserve : cairo_fill)(to_);
        }
        if (!stroke) {
            cairo_new_path(to_);
            return;
        }
        if (stroke->hatch)
            hatched(*stroke);
        else
            source(stroke->color);
        cairo_set_line_width(to_, stroke->width);
        cairo_set_line_join(to_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(to_, stroke->round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_dash(to_, stroke->dash.data(), static_cast<int>(stroke->dash.size()), stroke->dash_phase);
        cairo_stroke(to_);
    }

    /// A stripe of the period's width, turned by 45 degrees and repeated; long, as the joints of tiles may show.
    void hatched(const Stroke& stroke)
    {
        const auto& hatch = *stroke.hatch;
        const cairo_rectangle_t tile{0, 0, hatch.period, kHatchTile};
        const SurfacePtr surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &tile));
        const ContextPtr stripe(cairo_create(surface.get()));
        const auto fill = [&](const scene::Color& c, double width) {
            cairo_set_source_rgba(stripe.get(), d(c.r), d(c.g), d(c.b), d(c.a));
            cairo_rectangle(stripe.get(), 0, 0, width, kHatchTile);
            cairo_fill(stripe.get());
        };
        fill(hatch.ground, hatch.period);
        fill(stroke.color, hatch.line);
        const PatternPtr pattern(cairo_pattern_create_for_surface(surface.get()));
        cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_REPEAT);
        cairo_matrix_t turn;
        cairo_matrix_init_rotate(&turn, -std::numbers::pi / 4); // page -> pattern
        cairo_pattern_set_matrix(pattern.get(), &turn);
        cairo_set_source(to_, pattern.get());
    }

    cairo_font_face_t* font(const std::filesystem::path& file)
    {
        auto found = fonts_.find(file);
        if (found != fonts_.end()) return found->second.get();
        auto* face = faces_->open(file);
        if (face == nullptr) {
            missing_ = file.string();
            return nullptr;
        }
        FontPtr made(cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING));
        // Cairo keeps fonts in a cache of its own: the FreeType face must live as long.
        static const cairo_user_data_key_t key{};
        cairo_font_face_set_user_data(made.get(), &key, new std::shared_ptr(faces_),
                                      [](void* kept) { delete static_cast<std::shared_ptr<text::LentFaces>*>(kept); });
        return fonts_.emplace(file, std::move(made)).first->second.get();
    }

    void show(const Text& text, bool halo)
    {
        cairo_save(to_);
        source(halo ? text.halo : text.color);
        cairo_set_line_width(to_, 2 * text.halo_width);
        cairo_set_line_join(to_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(to_, nullptr, 0, 0);
        if (text.poses.empty()) {
            cairo_translate(to_, text.at.x, text.at.y);
            for (const auto& span : text.placed.spans)
                if (set_font(span)) show_span(text, span, 0, span.glyphs.size(), halo);
        } else {
            show_curved(text, halo);
        }
        cairo_restore(to_);
    }

    void show_curved(const Text& text, bool halo)
    {
        std::size_t pose = 0;
        for (const auto& span : text.placed.spans) {
            if (!set_font(span)) continue;
            for (std::size_t i = 0; i < span.glyphs.size(); ++i) {
                if (span.glyphs[i].blank) continue;
                const auto& at = text.poses[std::min(pose++, text.poses.size() - 1)];
                cairo_save(to_);
                const cairo_matrix_t turn{d(at.cos), d(at.sin), -d(at.sin), d(at.cos), d(at.x), d(at.y)};
                cairo_transform(to_, &turn);
                show_span(text, span, i, i + 1, halo);
                cairo_restore(to_);
            }
        }
    }

    bool set_font(const text::PlacedSpan& span)
    {
        auto* face = font(span.font);
        if (face == nullptr || span.glyphs.empty()) return false;
        cairo_set_font_face(to_, face);
        const double size = d(span.size_px);
        cairo_matrix_t matrix;
        cairo_matrix_init(&matrix, size, 0, span.slant ? -0.2126 * size : 0, size, 0, 0); // tan 12 degrees
        cairo_set_font_matrix(to_, &matrix);
        return true;
    }

    /// Glyphs [first, end) of a span with the text that they stand for.
    void show_span(const Text& text, const text::PlacedSpan& span, std::size_t first, std::size_t end, bool halo)
    {
        std::vector<cairo_glyph_t> glyphs;
        for (std::size_t i = first; i < end; ++i)
            glyphs.push_back({span.glyphs[i].index, d(span.glyphs[i].x), d(span.glyphs[i].y)});
        const int count = static_cast<int>(glyphs.size());
        if (halo) {
            cairo_new_path(to_);
            cairo_glyph_path(to_, glyphs.data(), count);
            cairo_stroke(to_);
            return;
        }
        // Clusters in logical order; for right to left the glyphs are counted from the end.
        std::vector<cairo_text_cluster_t> clusters;
        std::uint32_t begin = 0, stop = 0;
        const auto at = [&](std::size_t i) { return span.right_to_left ? end - 1 - (i - first) : i; };
        const auto cluster_end = [&](std::uint32_t byte) { // where the next cluster of the span begins
            std::uint32_t next = span.end_byte;
            for (const auto& g : span.glyphs)
                if (g.byte > byte) next = std::min(next, g.byte);
            return next;
        };
        for (std::size_t i = first; i < end; ++i) {
            const auto byte = span.glyphs[at(i)].byte;
            if (i > first && byte == span.glyphs[at(i - 1)].byte) {
                ++clusters.back().num_glyphs;
                continue;
            }
            if (i == first) begin = byte;
            stop = cluster_end(byte);
            clusters.push_back({static_cast<int>(stop - byte), 1});
        }
        const std::string_view words = std::string_view(text.placed.text).substr(begin, stop - begin);
        cairo_show_text_glyphs(to_, words.data(), static_cast<int>(words.size()), glyphs.data(), count, clusters.data(),
                               static_cast<int>(clusters.size()),
                               span.right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD
                                                  : static_cast<cairo_text_cluster_flags_t>(0));
        if (span.thicken) {
            cairo_set_line_width(to_, d(span.size_px) / 30);
            cairo_new_path(to_);
            cairo_glyph_path(to_, glyphs.data(), count);
            cairo_stroke(to_);
        }
    }

    cairo_t* to_;
    std::shared_ptr<text::LentFaces> faces_ = std::make_shared<text::LentFaces>();
    std::map<std::filesystem::path, FontPtr> fonts_;
    std::string missing_;
};

} // namespace

base::Result<void> write_pdf(const Drawing& drawing, const std::filesystem::path& file)
{
    std::string bytes;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(
        [](void* to, const unsigned char* data, unsigned length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        },
        &bytes, drawing.width * kPtPerUnit, drawing.height * kPtPerUnit));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, drawing.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Corridor Atlas");
    // No date: the same map gives the same file.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
    const ContextPtr context(cairo_create(surface.get()));
    cairo_scale(context.get(), kPtPerUnit, kPtPerUnit);
    PdfPainter painter(context.get());
    for (const auto& item : drawing.items) std::visit(painter, item);
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    if (!painter.missing_font().empty()) return base::fail("cannot read the font", painter.missing_font());
    for (const auto status : {cairo_status(context.get()), cairo_surface_status(surface.get())})
        if (status != CAIRO_STATUS_SUCCESS) return base::fail(cairo_status_to_string(status), file.string());
    return write_file(file, bytes);
}

} // namespace print
