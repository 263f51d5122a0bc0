#pragma once
#include "gpu/counters.hpp"
#include <epoxy/gl.h>
#include <utility>

namespace gpu {

enum class Kind { buffer, vertex_array, texture, framebuffer, renderbuffer, program };

/// Owns one OpenGL object; move-only; counted. Main thread, with the context current.
class Object {
public:
    Object() = default;
    Object(Kind kind, Counters& counters);
    /// Takes over an existing object (programs, which are made elsewhere).
    Object(Kind kind, Counters& counters, GLuint id);
    ~Object() { reset(); }
    Object(Object&& other) noexcept { swap(other); }
    Object& operator=(Object&& other) noexcept
    {
        Object moved(std::move(other));
        swap(moved);
        return *this;
    }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    void reset();
    [[nodiscard]] GLuint id() const { return id_; }
    [[nodiscard]] Counters* counters() const { return counters_; }
    explicit operator bool() const { return id_ != 0; }

private:
    void swap(Object& other) noexcept
    {
        std::swap(kind_, other.kind_);
        std::swap(counters_, other.counters_);
        std::swap(id_, other.id_);
    }

    Kind kind_ = Kind::buffer;
    Counters* counters_ = nullptr;
    GLuint id_ = 0;
};

} // namespace gpu
