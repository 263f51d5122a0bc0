#pragma once
#include "ui/frame.hpp"

/// Panel text: shaped by text::Engine, drawn as glyph quads. ImGui's own fonts are never used. x counts from the side
/// where reading starts (ui/mirror.hpp).
namespace ui {

/// `left`: begins at x, on the side where reading starts; `right`: ends there.
enum class Align { left, centre, right };

/// A size of the type scale ("type.body" of the theme) in device pixels.
struct Type {
    text::Style style;
    float line = 20;
};
[[nodiscard]] Type type(const Frame& frame, std::string_view name);
[[nodiscard]] Type bold(Type type);
[[nodiscard]] Type regular(Type type);

[[nodiscard]] float measure(Frame& frame, std::string_view utf8, const Type& type);
/// One line whose line box starts at `at`; the pen sits on a whole pixel. Returns the width.
float text(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, Align align = Align::left);
/// The letters alone, in the order that text::Engine::cells gives them: for what is being typed.
float text_as_typed(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color);
/// As above with an outline, for text on the map.
float text_on_map(Frame& frame, ImVec2 at, std::string_view utf8, const Type& type, ImU32 color, ImU32 halo,
                  Align align = Align::left);
/// The text itself, or as much of it as fits with an ellipsis.
[[nodiscard]] std::string fit(Frame& frame, std::string_view utf8, const Type& type, float width);
/// One line between x0 and x1 from the side where reading starts, with an ellipsis when it is too long.
float line(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color);
/// Broken lines from the side where reading starts. Returns the height used.
float paragraph(Frame& frame, float x0, float x1, float y, std::string_view utf8, const Type& type, ImU32 color);
/// "LAYERS": capitals and tracking for scripts that have them.
[[nodiscard]] std::string caption(const Frame& frame, std::string_view utf8);

} // namespace ui
