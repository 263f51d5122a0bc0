#include "text/line_break.hpp"
#include <algorithm>

namespace text {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr float kTolerancePx = 0.01f; // of adding floats

} // namespace

void LineBreaker::measure_clusters(std::string_view utf8, const Style& style)
{
    const ShapedLine& line = shaper_.shape(utf8, style);
    text_ = line.text;
    advances_ = line.advances;
    cluster_start_.assign(text_.code.size() + 1, false);
    cluster_start_.back() = true;
    for (const auto& glyph : line.glyphs) cluster_start_[glyph.cluster] = true;
}

std::string_view LineBreaker::piece(std::string_view utf8, std::size_t from, std::size_t to) const
{
    while (to > from && text_.code[to - 1] == ' ') --to;
    return utf8.substr(text_.byte[from], text_.byte[to] - text_.byte[from]);
}

/// The end of the longest line from `from` by the sum of its advances: an allowed break, else a cluster's edge.
std::size_t LineBreaker::next_break(std::size_t from, float limit) const
{
    const std::size_t count = text_.code.size();
    std::size_t allowed = from;
    std::size_t edge = from;
    float width = 0;
    for (std::size_t i = from; i < count; ++i) {
        if (i > from && cluster_start_[i] && width <= limit) edge = i;
        width += advances_[i];
        if (width > limit && text_.code[i] != ' ') {
            if (allowed > from) return allowed;
            if (edge > from) return edge;
            do ++i;
            while (!cluster_start_[i]);
            return i; // a single cluster wider than the line
        }
        if (break_after_[i]) allowed = i + 1;
    }
    return count;
}

/// The break before `to`; `to` itself when the line cannot be shorter.
std::size_t LineBreaker::shorter(std::size_t from, std::size_t to) const
{
    for (std::size_t i = to - 1; i > from; --i)
        if (break_after_[i - 1]) return i;
    for (std::size_t i = to - 1; i > from; --i)
        if (cluster_start_[i]) return i;
    return to;
}

void LineBreaker::break_paragraph(std::string_view utf8, const Style& style, float width_px,
                                  std::vector<std::string>& lines)
{
    measure_clusters(utf8, style);
    find_breaks(text_.code, break_after_);
    if (text_.code.empty()) lines.emplace_back();
    const float limit = width_px + kTolerancePx;
    const float last_tracking = std::max(0.0f, style.tracking_em * style.size_px);
    for (std::size_t from = 0; from < text_.code.size();) {
        std::size_t to = next_break(from, limit + last_tracking);
        // Alone, a piece may be a little wider than in its paragraph: no kerning over the cut, other joined forms.
        while (shaper_.shape(piece(utf8, from, to), style).width > limit) {
            const std::size_t less = shorter(from, to);
            if (less == to) break;
            to = less;
        }
        lines.emplace_back(piece(utf8, from, to));
        from = to;
        while (from < text_.code.size() && text_.code[from] == ' ') ++from;
    }
}

std::vector<std::string> LineBreaker::break_lines(std::string_view utf8, const Style& style, float width_px)
{
    std::vector<std::string> lines;
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find('\n'), utf8.size());
        break_paragraph(utf8.substr(0, end), style, width_px, lines);
        utf8.remove_prefix(std::min(end + 1, utf8.size()));
    }
    return lines;
}

std::string LineBreaker::ellipsize(std::string_view utf8, const Style& style, float width_px)
{
    const float limit = width_px + kTolerancePx;
    if (shaper_.shape(utf8, style).width <= limit) return std::string{utf8};
    const float dots = shaper_.shape(kEllipsis, style).width;
    if (dots > limit) return {};
    measure_clusters(utf8, style);

    std::size_t to = 0;
    float width = dots;
    for (std::size_t i = 0; i < text_.code.size() && width <= limit; ++i) {
        if (cluster_start_[i]) to = i;
        width += advances_[i];
    }
    std::string result;
    for (;; --to) {
        while (!cluster_start_[to] && to > 0) --to;
        result = piece(utf8, 0, to);
        result += kEllipsis;
        if (to == 0 || shaper_.shape(result, style).width <= limit) return result;
    }
}

} // namespace text
