#pragma once
#include "app/session.hpp"

namespace app {

/// Reads a file of actions, one JSON object a line; blank lines and lines that begin with # are skipped.
/// The error names file and line.
base::Result<std::vector<scene::Action>> read_actions(const std::string& file);

} // namespace app
