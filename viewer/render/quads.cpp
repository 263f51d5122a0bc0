#include "render/quads.hpp"
#include <algorithm>
#include <cstdint>

namespace render {

void QuadIndices::bind(std::size_t quads)
{
    if (quads <= quads_) {
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer_.id());
        return;
    }
    quads_ = std::max<std::size_t>(4096, 2 * quads);
    std::vector<std::uint32_t> indices;
    indices.reserve(quads_ * 6);
    for (std::uint32_t first = 0; first < quads_ * 4; first += 4)
        for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) indices.push_back(first + corner);
    buffer_.upload(GL_ELEMENT_ARRAY_BUFFER, std::span<const std::uint32_t>(indices));
}

} // namespace render
