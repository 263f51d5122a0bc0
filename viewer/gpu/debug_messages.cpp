#include "gpu/debug_messages.hpp"
#include "base/log.hpp"
#include <epoxy/gl.h>
#include <string>

namespace gpu {

namespace {

void APIENTRY receive(GLenum source, GLenum, GLuint, GLenum severity, GLsizei length, const GLchar* text,
                      const void* user)
{
    // The shader library returns the compiler's log itself, with the file's name.
    if (severity != GL_DEBUG_SEVERITY_HIGH || source == GL_DEBUG_SOURCE_SHADER_COMPILER) return;
    // The driver hands back the pointer it was given, as const.
    ++static_cast<Counters*>(const_cast<void*>(user))->errors;
    base::log(base::Severity::error, "OpenGL: " + std::string(text, length < 0 ? 0 : static_cast<std::size_t>(length)));
}

} // namespace

DebugMessages::DebugMessages(Counters& counters) : counters_(counters)
{
    if (epoxy_gl_version() < 43 && !epoxy_has_gl_extension("GL_KHR_debug")) return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(receive, &counters_);
    listening_ = true;
}

DebugMessages::~DebugMessages()
{
    if (listening_) glDebugMessageCallback(nullptr, nullptr);
}

void DebugMessages::check()
{
    // A context without the debug flag may stay silent, so both ways are used; the limit is for a lost context.
    for (int i = 0; i < 16 && glGetError() != GL_NO_ERROR; ++i)
        if (!listening_) ++counters_.errors;
}

} // namespace gpu
