#pragma once
#include <cstdint>

namespace gpu {

/// What the objects made from it count. It must outlive them and stay at one address.
struct Counters {
    std::uint64_t objects = 0;        ///< alive
    std::uint64_t bytes_uploaded = 0; ///< ever, meshes and textures
    std::uint64_t bytes_streamed = 0; ///< of this frame
    std::uint64_t draw_calls = 0;     ///< of this frame
    std::uint64_t errors = 0;         ///< high-severity debug messages
};

} // namespace gpu
