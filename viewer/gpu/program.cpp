#include "gpu/program.hpp"

namespace gpu {

GLint Program::location(std::string_view name) const
{
    if (const auto found = locations_.find(name); found != locations_.end()) return found->second;
    std::string key(name);
    const GLint at = glGetUniformLocation(object_.id(), key.c_str());
    locations_.emplace(std::move(key), at);
    return at;
}

} // namespace gpu
