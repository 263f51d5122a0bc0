#include "ui/text_edit.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

using text::Cell;

void TextEdit::moved(bool select)
{
    if (!select) anchor = caret;
}

void TextEdit::settle(const Cells& cells)
{
    const auto on_edge = [&](std::size_t at) {
        return at == text.size() || at == 0 ||
               std::any_of(cells.begin(), cells.end(), [&](const Cell& c) { return c.begin == at; });
    };
    if (caret > text.size() || !on_edge(caret)) caret = text.size();
    if (anchor > text.size() || !on_edge(anchor)) anchor = caret;
}

std::string TextEdit::selected() const
{
    return text.substr(std::min(caret, anchor), std::max(caret, anchor) - std::min(caret, anchor));
}

void TextEdit::erase_selected()
{
    const auto from = std::min(caret, anchor);
    text.erase(from, std::max(caret, anchor) - from);
    caret = anchor = from;
}

void TextEdit::insert(std::string_view utf8)
{
    erase_selected();
    std::string line(utf8);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    text.insert(caret, line);
    caret = anchor = caret + line.size();
    after = true;
}

void TextEdit::erase_before(const Cells& cells)
{
    if (selecting()) return erase_selected();
    const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.end == caret; });
    if (cell == cells.end()) return;
    text.erase(cell->begin, cell->end - cell->begin);
    caret = anchor = cell->begin;
}

void TextEdit::erase_behind(const Cells& cells)
{
    if (selecting()) return erase_selected();
    const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.begin == caret; });
    if (cell != cells.end()) text.erase(cell->begin, cell->end - cell->begin);
}

std::size_t TextEdit::gap(const Cells& cells) const
{
    const auto seen_at = [&](bool at_end) -> std::size_t {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if ((at_end ? cells[i].end : cells[i].begin) == caret)
                return i + (cells[i].right_to_left != at_end ? 1 : 0);
        return cells.size() + 1;
    };
    const std::size_t preferred = seen_at(after);
    if (preferred <= cells.size()) return preferred;
    const std::size_t other = seen_at(!after);
    return other <= cells.size() ? other : 0;
}

void TextEdit::step(const Cells& cells, bool to_the_right, bool select)
{
    if (selecting() && !select) { // let go of a selection at the side pressed
        TextEdit other = *this;
        std::swap(other.caret, other.anchor);
        if ((other.caret_x(cells) > caret_x(cells)) == to_the_right) caret = other.caret, after = other.after;
        anchor = caret;
        return;
    }
    const std::size_t at = gap(cells);
    if (to_the_right ? at >= cells.size() : at == 0) return moved(select);
    // The caret clings to the character it has stepped over.
    const Cell& passed = cells[to_the_right ? at : at - 1];
    after = to_the_right != passed.right_to_left;
    caret = after ? passed.end : passed.begin;
    moved(select);
}

void TextEdit::home(bool select)
{
    caret = 0;
    after = false;
    moved(select);
}

void TextEdit::end(bool select)
{
    caret = text.size();
    after = true;
    moved(select);
}

void TextEdit::select_all()
{
    anchor = 0;
    caret = text.size();
    after = true;
}

void TextEdit::place(const Cells& cells, float x, bool select)
{
    float nearest = 1e9F;
    for (const auto& cell : cells)
        for (const bool at_end : {false, true}) {
            const float edge = cell.right_to_left != at_end ? cell.x1 : cell.x0;
            const bool inside = x >= cell.x0 && x < cell.x1;
            // Inside a character only its own edges count.
            const float distance = std::abs(x - edge) - (inside ? 0.01F : 0.0F);
            if (distance >= nearest) continue;
            nearest = distance;
            caret = at_end ? cell.end : cell.begin;
            after = at_end;
        }
    moved(select);
}

float TextEdit::caret_x(const Cells& cells) const
{
    const std::size_t at = gap(cells);
    if (cells.empty()) return 0;
    return at == 0 ? cells.front().x0 : cells[std::min(at, cells.size()) - 1].x1;
}

std::vector<std::pair<float, float>> TextEdit::boxes(const Cells& cells) const
{
    std::vector<std::pair<float, float>> list;
    const auto from = std::min(caret, anchor), to = std::max(caret, anchor);
    for (const auto& cell : cells) {
        if (cell.begin < from || cell.end > to) continue;
        if (!list.empty() && std::abs(list.back().second - cell.x0) < 0.01F)
            list.back().second = cell.x1;
        else
            list.emplace_back(cell.x0, cell.x1);
    }
    return list;
}

} // namespace ui
