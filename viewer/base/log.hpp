#pragma once
#include <string_view>

namespace base {

enum class Severity { info, warning, error };

/// Writes "corridor-atlas: warning: text" to stderr. Any thread.
void log(Severity severity, std::string_view text);

} // namespace base
