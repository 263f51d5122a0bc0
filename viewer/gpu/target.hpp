#pragma once
#include <cstdint>
#include <vector>

namespace gpu {

/// Makes a framebuffer (0 = the window) the one that is drawn into, with a viewport of its size.
void bind_target(unsigned framebuffer, int width, int height);

/// The framebuffer's picture as RGB, top row first.
[[nodiscard]] std::vector<std::uint8_t> read_rgb(unsigned framebuffer, int width, int height);

} // namespace gpu
