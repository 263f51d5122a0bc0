#pragma once
#include "text/shape.hpp"

namespace text {

/// Where a line may end: one flag for each code point, set when a break after it is allowed. Spaces, hyphens, slashes,
/// Han characters with the usual Chinese rules for punctuation; a figure stays with the Han unit behind it.
void find_breaks(const std::vector<char32_t>& line, std::vector<bool>& after);

/// Cuts text to a width. Keeps its buffers from call to call.
class LineBreaker {
public:
    explicit LineBreaker(Shaper& shaper) : shaper_(shaper) {}

    std::vector<std::string> break_lines(std::string_view utf8, const Style& style, float width_px);
    std::string ellipsize(std::string_view utf8, const Style& style, float width_px);

private:
    void measure_clusters(std::string_view utf8, const Style& style);
    void break_paragraph(std::string_view utf8, const Style& style, float width_px, std::vector<std::string>& lines);
    [[nodiscard]] std::size_t next_break(std::size_t from, float limit) const;
    [[nodiscard]] std::size_t shorter(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::string_view piece(std::string_view utf8, std::size_t from, std::size_t to) const;

    Shaper& shaper_;
    CodePoints text_;
    std::vector<float> advances_;
    std::vector<bool> cluster_start_;
    std::vector<bool> break_after_;
};

} // namespace text
