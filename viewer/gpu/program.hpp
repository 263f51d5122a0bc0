#pragma once
#include "gpu/object.hpp"
#include <map>
#include <string>
#include <string_view>

namespace gpu {

/// A linked program. Uniforms by name; one that the compiler removed is ignored.
class Program {
public:
    Program() = default;
    explicit Program(Object object) : object_(std::move(object)) {}

    void use() const { glUseProgram(object_.id()); }
    void set(std::string_view name, int value) const { glUniform1i(location(name), value); }
    void set(std::string_view name, float value) const { glUniform1f(location(name), value); }
    void set(std::string_view name, float x, float y) const { glUniform2f(location(name), x, y); }
    void set(std::string_view name, float x, float y, float z, float w) const
    {
        glUniform4f(location(name), x, y, z, w);
    }
    [[nodiscard]] GLuint id() const { return object_.id(); }

private:
    GLint location(std::string_view name) const;

    Object object_;
    mutable std::map<std::string, GLint, std::less<>> locations_;
};

} // namespace gpu
