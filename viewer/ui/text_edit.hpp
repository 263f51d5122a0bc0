#pragma once
#include "text/engine.hpp"
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Editing one line of text with a caret and a selection, without any drawing. Positions are bytes at the edges of
/// characters; x is in pixels from the pen start of the shaped line, whose cells (text::Engine::cells) are passed in
/// and must be those of the present text. Left and right move on the screen, whatever way the letters run.
namespace ui {

struct TextEdit {
    std::string text;
    std::size_t caret = 0;
    std::size_t anchor = 0; ///< the selection's other end; where the caret is when nothing is selected
    /// Where directions meet one position is seen at two places: at the end of the character before, or at the
    /// beginning of the one behind.
    bool after = true;
    using Cells = std::vector<text::Cell>;

    /// Puts both ends on edges of characters; for a text that was changed from outside.
    void settle(const Cells& cells);
    [[nodiscard]] bool selecting() const { return caret != anchor; }
    [[nodiscard]] std::string selected() const;

    void insert(std::string_view utf8); ///< in place of the selection; line ends and other controls become spaces
    void erase_before(const Cells& cells);
    void erase_behind(const Cells& cells);
    void erase_selected();
    void step(const Cells& cells, bool to_the_right, bool select);
    void home(bool select);
    void end(bool select);
    void select_all();
    /// The edge nearest to x.
    void place(const Cells& cells, float x, bool select);

    [[nodiscard]] float caret_x(const Cells& cells) const;
    /// What a selection covers, left to right; several pieces where directions mix.
    [[nodiscard]] std::vector<std::pair<float, float>> boxes(const Cells& cells) const;

private:
    void moved(bool select);
    /// Number of the gap between cells, counted from the left, at which the caret is seen.
    [[nodiscard]] std::size_t gap(const Cells& cells) const;
};

} // namespace ui
