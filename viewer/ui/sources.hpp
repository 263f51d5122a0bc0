#pragma once
#include "ui/panel.hpp"

namespace ui {

/// Who says so: publisher, title, date, address and note of every fact behind a year's value, both sides of a conflict
/// with the reason for the one shown, and the shorter periods published for the same year.
void sources_of(Frame& frame, Panel& panel, const data::YearValue& value);

} // namespace ui
