#include "print/page_text.hpp"

namespace print {

Setter::Setter(const PageInput& in, std::vector<Item>& items) : in_(in), items_(items) {}

text::Style Setter::style(double size, bool bold) const
{
    text::Style style;
    style.size_px = static_cast<float>(size);
    style.bold = bold;
    return style;
}

double Setter::measure(const std::string& words, const text::Style& style)
{
    return static_cast<double>(in_.engine.place(words, style).width);
}

double Setter::line(Point at, const std::string& words, const text::Style& style, const scene::Color& color,
                    Align align)
{
    if (words.empty()) return 0;
    Text text;
    text.placed = in_.engine.place(words, style);
    text.style = style;
    const double width = static_cast<double>(text.placed.width);
    text.at = {at.x - (align == Align::left ? 0 : align == Align::right ? width : width / 2), at.y};
    text.color = color;
    items_.emplace_back(std::move(text));
    return width;
}

double Setter::from_start(double x0, double x1, double base_line, const std::string& words, const text::Style& style,
                          const scene::Color& color)
{
    return right_to_left() ? line({x1, base_line}, words, style, color, Align::right)
                           : line({x0, base_line}, words, style, color);
}

double Setter::from_end(double x0, double x1, double base_line, const std::string& words, const text::Style& style,
                        const scene::Color& color)
{
    return right_to_left() ? line({x0, base_line}, words, style, color)
                           : line({x1, base_line}, words, style, color, Align::right);
}

double Setter::paragraph(double x0, double x1, double y, const std::string& words, const text::Style& style,
                         double leading, const scene::Color& color)
{
    for (const auto& piece : in_.engine.break_lines(words, style, static_cast<float>(x1 - x0))) {
        from_start(x0, x1, y + leading * 0.75, piece, style, color);
        y += leading;
    }
    return y;
}

void Setter::box(double x, double y, double w, double h, const scene::Color& fill)
{
    Path path;
    path.parts = {{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true}};
    path.fill = fill;
    items_.emplace_back(std::move(path));
}

void Setter::rule(Point a, Point b, double width, const scene::Color& color)
{
    Path path;
    path.parts = {{{a, b}, false}};
    path.stroke = Stroke{color, width, {}, 0, false, {}};
    items_.emplace_back(std::move(path));
}

} // namespace print
