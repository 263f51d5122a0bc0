#pragma once
#include "gpu/object.hpp"
#include <cstddef>
#include <span>

namespace gpu {

/// Vertices or indices that stay on the GPU until replaced.
class Buffer {
public:
    Buffer() = default;
    explicit Buffer(Counters& counters) : object_(Kind::buffer, counters) {}

    template <class T> void upload(GLenum target, std::span<const T> items) { upload(target, std::as_bytes(items)); }
    void upload(GLenum target, std::span<const std::byte> bytes);
    [[nodiscard]] GLuint id() const { return object_.id(); }

private:
    Object object_;
};

/// Vertices that are written anew every frame; the old storage is given back to the driver, so nothing waits.
class StreamBuffer {
public:
    StreamBuffer() = default;
    explicit StreamBuffer(Counters& counters) : object_(Kind::buffer, counters) {}

    template <class T> void stream(std::span<const T> items) { stream(std::as_bytes(items)); }
    void stream(std::span<const std::byte> bytes);
    [[nodiscard]] GLuint id() const { return object_.id(); }

private:
    Object object_;
};

class VertexArray {
public:
    VertexArray() = default;
    explicit VertexArray(Counters& counters) : object_(Kind::vertex_array, counters) {}
    void bind() const { glBindVertexArray(object_.id()); }
    [[nodiscard]] GLuint id() const { return object_.id(); }

private:
    Object object_;
};

} // namespace gpu
