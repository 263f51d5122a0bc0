#pragma once
#include "gpu/counters.hpp"

namespace gpu {

/// Listens to the driver's messages where KHR_debug exists: counts and logs those of high severity.
/// Without it, `check` asks glGetError.
class DebugMessages {
public:
    explicit DebugMessages(Counters& counters);
    ~DebugMessages();
    DebugMessages(const DebugMessages&) = delete;
    DebugMessages& operator=(const DebugMessages&) = delete;

    /// Counts pending errors of drivers that cannot call back. Cheap.
    void check();

private:
    Counters& counters_;
    bool listening_ = false;
};

} // namespace gpu
