#pragma once
#include "app/options.hpp"
#include "app/session.hpp"
#include "app/stage.hpp"

namespace app {

[[nodiscard]] bool is_page_file(const std::string& file); ///< ends in .svg or .pdf

/// What is on the map now, laid out for paper, into a .svg or .pdf: the same place, year, overlay, language and theme.
/// `page_mm` empty: the size of the window at 96 pixels an inch. Needs the current OpenGL context (relief). The map on
/// screen is not changed.
base::Result<void> export_page(Session& session, Stage& stage, const std::string& file,
                               const std::optional<PageSize>& page_mm, bool map_only);

} // namespace app
