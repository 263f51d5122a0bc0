#pragma once
#include "print/page.hpp"

namespace print {

/// Indices of the facts behind every figure that the page shows, each once, in the order in which they are read:
/// headline, ribbons or circles of the overlay, conflicting figures beside the shown ones; with `drawn` also the areas
/// of the zones that are enlarged on it.
[[nodiscard]] std::vector<std::size_t> facts_shown(const PageInput& input, const scene::Scene* drawn);

/// Sources of those figures, then boundaries, data and licences, broken to a column of `width` units.
[[nodiscard]] std::vector<NoteLine> note_lines(const PageInput& input, const std::vector<std::size_t>& facts,
                                               double width);

struct NoteColumn {
    std::size_t begin = 0, end = 0; ///< lines
    double height = 0;
};
/// The lines in columns of at most `height`; what stays together is not torn apart.
[[nodiscard]] std::vector<NoteColumn> note_columns(const std::vector<NoteLine>& lines, double height);

/// How high the columns must be for all lines.
[[nodiscard]] double column_height(const std::vector<NoteLine>& lines, int columns);

} // namespace print
