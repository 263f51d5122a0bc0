#include "print/write_svg.hpp"
#include "print/write_file.hpp"
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace print {
namespace {

double d(float v) { return static_cast<double>(v); }

/// At most two decimals (3 micrometres on paper), no trailing zeros.
std::string num(double v)
{
    std::string s = fmt::format("{:.2f}", v);
    while (s.back() == '0') s.pop_back();
    if (s.back() == '.') s.pop_back();
    return s == "-0" ? "0" : s;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out;
}

std::string hex(const scene::Color& c)
{
    const auto byte = [](float v) { return std::lround(std::clamp(d(v), 0.0, 1.0) * 255); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(c.r), byte(c.g), byte(c.b));
}

std::string paint(const char* what, const scene::Color& c)
{
    std::string out = fmt::format(" {}=\"{}\"", what, hex(c));
    if (c.a < 1) out += fmt::format(" {}-opacity=\"{:.3g}\"", what, d(c.a));
    return out;
}

std::string base64(const std::vector<std::uint8_t>& bytes)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() * 4 / 3 + 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < left ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += k <= left ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

class SvgPainter {
public:
    explicit SvgPainter(const Drawing& drawing)
    {
        for (const auto& family : drawing.families) families_ += "'" + escaped(family) + "', ";
        families_ += "sans-serif";
        out_ = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                           "width=\"{0}mm\" height=\"{1}mm\" viewBox=\"0 0 {2} {3}\" xml:lang=\"{4}\" "
                           "stroke-linejoin=\"round\" fill=\"none\" font-family=\"{5}\" "
                           "style=\"font-variant-numeric:tabular-nums\">\n<title>{6}</title>\n",
                           num(drawing.width * kMmPerUnit), num(drawing.height * kMmPerUnit), num(drawing.width),
                           num(drawing.height), drawing.language, families_, escaped(drawing.title));
    }

    void operator()(const BeginClip& clip)
    {
        out_ += fmt::format("<clipPath id=\"clip{0}\"><rect x=\"{1}\" y=\"{2}\" width=\"{3}\" height=\"{4}\"/>"
                            "</clipPath>\n<g clip-path=\"url(#clip{0})\">\n",
                            clips_, num(d(clip.rect.x)), num(d(clip.rect.y)), num(d(clip.rect.w)), num(d(clip.rect.h)));
        ++clips_;
    }
    void operator()(const EndClip&) { out_ += "</g>\n"; }
    void operator()(const BeginScale& scale) { out_ += fmt::format("<g transform=\"scale({:.6g})\">\n", scale.factor); }
    void operator()(const EndScale&) { out_ += "</g>\n"; }
    void operator()(const BeginGroup& group) { out_ += "<g id=\"" + escaped(group.name) + "\">\n"; }
    void operator()(const EndGroup&) { out_ += "</g>\n"; }

    void operator()(const Path& path)
    {
        const std::string look = appearance(path.fill, path.stroke);
        out_ += "<path d=\"";
        for (const auto& part : path.parts) {
            out_ += 'M';
            for (const auto& p : part.points) out_ += num(p.x) + ' ' + num(p.y) + ' ';
            out_.back() = part.closed ? 'Z' : ' ';
        }
        if (out_.back() == ' ') out_.pop_back();
        out_ += '"' + look;
        finish("path", path.name);
    }

    void operator()(const Disc& disc)
    {
        if (disc.radius <= 0) return;
        const std::string look = appearance(disc.fill, disc.stroke);
        out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", num(disc.centre.x), num(disc.centre.y),
                            num(disc.radius)) +
                look;
        finish("circle", disc.name);
    }

    void operator()(const Image& image)
    {
        const auto& r = image.place;
        out_ += fmt::format("<image x=\"{0}\" y=\"{1}\" width=\"{2}\" height=\"{3}\" preserveAspectRatio=\"none\" "
                            "xlink:href=\"data:image/jpeg;base64,{4}\"/>\n",
                            num(d(r.x)), num(d(r.y)), num(d(r.w)), num(d(r.h)), base64(image.jpeg));
    }

    void operator()(const Text& text)
    {
        if (text.placed.text.empty()) return;
        out_ += "<text";
        const bool rtl = text.placed.right_to_left, curved = !text.poses.empty();
        const double width = d(text.placed.width);
        if (!curved)
            out_ += fmt::format(" x=\"{}\" y=\"{}\"", num(text.at.x + (rtl ? width : 0)), num(text.at.y));
        else if (rtl)
            out_ += turned(text);
        if (rtl) out_ += " direction=\"rtl\"";
        if (!curved && width > 0)
            out_ += fmt::format(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", num(width));
        out_ += fmt::format(" font-size=\"{}\"", num(d(text.style.size_px)));
        if (text.style.bold) out_ += " font-weight=\"bold\"";
        if (text.style.italic) out_ += " font-style=\"italic\"";
        if (text.style.tracking_em != 0 && !rtl)
            out_ += fmt::format(" letter-spacing=\"{}\"", num(d(text.style.tracking_em * text.style.size_px)));
        out_ += paint("fill", text.color);
        if (text.halo_width > 0 && text.halo.a > 0)
            out_ += paint("stroke", text.halo) +
                    fmt::format(" stroke-width=\"{}\" paint-order=\"stroke\"", num(2 * text.halo_width));
        out_ += " xml:space=\"preserve\">";
        out_ += curved && !rtl ? letters(text) : escaped(text.placed.text);
        out_ += "</text>\n";
    }

    std::string take() { return std::move(out_) + "</svg>\n"; }

private:
    void finish(const char* element, const std::string& name)
    {
        if (name.empty())
            out_ += "/>\n";
        else
            out_ += fmt::format("><title>{}</title></{}>\n", escaped(name), element);
    }

    /// Fill and stroke as attributes; a hatch is defined first.
    std::string appearance(const std::optional<scene::Color>& fill, const std::optional<Stroke>& stroke)
    {
        std::string look = fill ? paint("fill", *fill) : "";
        if (!stroke) return look;
        look += stroke->hatch ? fmt::format(" stroke=\"url(#{})\"", hatch(*stroke)) : paint("stroke", stroke->color);
        look += fmt::format(" stroke-width=\"{:.4g}\"", stroke->width);
        if (stroke->round_ends) look += " stroke-linecap=\"round\"";
        if (!stroke->dash.empty()) {
            look += " stroke-dasharray=\"";
            for (const double length : stroke->dash) look += num(length) + ' ';
            look.back() = '"';
            look += fmt::format(" stroke-dashoffset=\"{}\"", num(stroke->dash_phase));
        }
        return look;
    }

    std::string hatch(const Stroke& stroke)
    {
        const auto& h = *stroke.hatch;
        const std::string id = fmt::format("hatch{}", hatches_++);
        out_ += fmt::format("<pattern id=\"{0}\" patternUnits=\"userSpaceOnUse\" width=\"{1}\" height=\"{5}\" "
                            "patternTransform=\"rotate(45)\"><rect width=\"{1}\" height=\"{5}\"{2}/>"
                            "<rect width=\"{3}\" height=\"{5}\"{4}/></pattern>\n",
                            id, num(h.period), paint("fill", h.ground), num(h.line), paint("fill", stroke.color),
                            num(kHatchTile));
        return id;
    }

    /// A word on a curve: each letter at its place, turned.
    static std::string letters(const Text& text)
    {
        std::string out;
        std::size_t pose = 0;
        for (const auto& span : text.placed.spans) {
            for (std::size_t i = 0; i < span.glyphs.size(); ++i) {
                const auto& g = span.glyphs[i];
                if (i > 0 && g.byte == span.glyphs[i - 1].byte) {
                    if (!g.blank) ++pose;
                    continue;
                }
                std::uint32_t end = span.end_byte;
                for (const auto& other : span.glyphs)
                    if (other.byte > g.byte) end = std::min(end, other.byte);
                const auto letter = escaped(text.placed.text.substr(g.byte, end - g.byte));
                if (g.blank) {
                    out += letter;
                    continue;
                }
                const auto& at = text.poses[std::min(pose++, text.poses.size() - 1)];
                out +=
                    fmt::format("<tspan x=\"{}\" y=\"{}\" rotate=\"{}\">{}</tspan>",
                                num(d(at.x + at.cos * g.x - at.sin * g.y)), num(d(at.y + at.sin * g.x + at.cos * g.y)),
                                num(std::atan2(d(at.sin), d(at.cos)) * 180 / std::numbers::pi), letter);
            }
        }
        return out;
    }

    /// Joined letters cannot be set apart: the word stays straight, turned as its middle is.
    static std::string turned(const Text& text)
    {
        const auto& at = text.poses[text.poses.size() / 2];
        return fmt::format(" transform=\"translate({} {}) rotate({})\" x=\"{}\"", num(d(at.x)), num(d(at.y)),
                           num(std::atan2(d(at.sin), d(at.cos)) * 180 / std::numbers::pi), num(d(text.placed.width)));
    }

    std::string out_, families_;
    int clips_ = 0, hatches_ = 0;
};

} // namespace

std::string to_svg(const Drawing& drawing)
{
    SvgPainter painter(drawing);
    for (const auto& item : drawing.items) std::visit(painter, item);
    return painter.take();
}

base::Result<void> write_svg(const Drawing& drawing, const std::filesystem::path& file)
{
    return write_file(file, to_svg(drawing));
}

} // namespace print
