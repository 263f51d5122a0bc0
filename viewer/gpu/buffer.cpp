#include "gpu/buffer.hpp"

namespace gpu {

void Buffer::upload(GLenum target, std::span<const std::byte> bytes)
{
    glBindBuffer(target, object_.id());
    glBufferData(target, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STATIC_DRAW);
    object_.counters()->bytes_uploaded += bytes.size();
}

void StreamBuffer::stream(std::span<const std::byte> bytes)
{
    glBindBuffer(GL_ARRAY_BUFFER, object_.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bytes.size()), bytes.data(), GL_STREAM_DRAW);
    object_.counters()->bytes_streamed += bytes.size();
}

} // namespace gpu
