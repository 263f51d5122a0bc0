#pragma once
#include "print/page.hpp"

namespace print {

enum class Align { left, centre, right };

/// Sets text and marks of the page's furniture. Reading direction follows the language: `start` is where lines begin.
class Setter {
public:
    Setter(const PageInput& in, std::vector<Item>& items);

    [[nodiscard]] bool right_to_left() const { return in_.strings.language == "ug"; }
    [[nodiscard]] text::Style style(double size, bool bold = false) const;
    [[nodiscard]] scene::Color color(std::string_view role) const { return in_.theme.color(role); }
    [[nodiscard]] double measure(const std::string& words, const text::Style& style);

    /// One line on a base line. Returns its width.
    double line(Point at, const std::string& words, const text::Style& style, const scene::Color& color,
                Align align = Align::left);
    /// From the reading side of [x0, x1].
    double from_start(double x0, double x1, double base_line, const std::string& words, const text::Style& style,
                      const scene::Color& color);
    double from_end(double x0, double x1, double base_line, const std::string& words, const text::Style& style,
                    const scene::Color& color);
    /// A paragraph from the reading side; returns the y below it.
    double paragraph(double x0, double x1, double y, const std::string& words, const text::Style& style, double leading,
                     const scene::Color& color);
    void box(double x, double y, double w, double h, const scene::Color& fill);
    void rule(Point a, Point b, double width, const scene::Color& color);

    const PageInput& in_;
    std::vector<Item>& items_;
};

} // namespace print
