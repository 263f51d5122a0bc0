#pragma once
#include "ui/panel.hpp"

namespace ui {

/// Kind, name, names in the other languages and what the atlas knows of the place; with the close button.
void subject_head(Frame& frame, Panel& panel, const scene::Selection& selection);

/// The name of a subject in the chosen language.
[[nodiscard]] std::string subject_title(const Frame& frame, const std::string& subject);
/// "Border port"; empty when the kind has no word.
[[nodiscard]] std::string kind_words(const Frame& frame, const scene::Selection& selection);

} // namespace ui
