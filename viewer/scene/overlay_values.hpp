#pragma once
#include "data/dataset.hpp"

namespace scene {

/// One strand of a section in one year, before it becomes pixels. Width is k times `value`, nothing else.
struct StrandValue {
    std::string section; ///< whose path it runs on
    std::string series;  ///< "" for an absent corridor
    data::YearValue value;
    bool through_trunk = false;           ///< a member strand that runs on through the trunk section
    int stack_index = 0, stack_count = 1; ///< place across the trunk, from left
    std::vector<double> stack_values;     ///< values of all strands side by side there
};

/// Settles what each section of a ribbon overlay shows in a year:
/// members run on through the trunk when each has a figure and at least one is a full year; else the trunk carries the
/// total; an at-most section shows only a full-year total; what is not known is absent. No total is split.
[[nodiscard]] std::vector<StrandValue> strands(const data::OverlaySpec& overlay, const data::SeriesTable& series,
                                               int year);

/// Largest value of the overlay over all years (the scale is locked to it).
[[nodiscard]] double largest_value(const data::OverlaySpec& overlay, const data::SeriesTable& series);

} // namespace scene
