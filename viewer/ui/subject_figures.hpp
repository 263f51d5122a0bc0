#pragma once
#include "data/dataset.hpp"
#include "scene/app_state.hpp"
#include <vector>

namespace ui {

/// The series a card shows for a subject: one in large type with a chart, the rest as rows.
struct SubjectFigures {
    const data::Series* main = nullptr; ///< null when nothing is published about the subject
    std::vector<const data::Series*> others;
};

/// The current overlay's series comes first, else the one that matters most (trade, trains, vehicles, tonnes ...), then
/// the rest in that order. The focus region also lists the overlay's headline, though it is counted for another
/// subject.
[[nodiscard]] SubjectFigures figures_of(const data::Dataset& dataset, const scene::AppState& state,
                                        const std::string& subject);

/// First and last year in which any series of the overlay has a figure; {0, 0} when none has.
[[nodiscard]] std::pair<int, int> years_of(const data::Dataset& dataset, const data::OverlaySpec& overlay);

} // namespace ui
