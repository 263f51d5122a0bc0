#include "base/log.hpp"
#include <cstdio>
#include <mutex>

namespace base {

void log(Severity severity, std::string_view text)
{
    static std::mutex one_line_at_a_time;
    const char* kind = severity == Severity::info ? "" : severity == Severity::warning ? "warning: " : "error: ";
    const std::lock_guard lock(one_line_at_a_time);
    std::fprintf(stderr, "corridor-atlas: %s%.*s\n", kind, static_cast<int>(text.size()), text.data());
}

} // namespace base
