#include "gpu/object.hpp"

namespace gpu {

Object::Object(Kind kind, Counters& counters) : kind_(kind), counters_(&counters)
{
    switch (kind) {
    case Kind::buffer: glGenBuffers(1, &id_); break;
    case Kind::vertex_array: glGenVertexArrays(1, &id_); break;
    case Kind::texture: glGenTextures(1, &id_); break;
    case Kind::framebuffer: glGenFramebuffers(1, &id_); break;
    case Kind::renderbuffer: glGenRenderbuffers(1, &id_); break;
    case Kind::program: id_ = glCreateProgram(); break;
    }
    if (id_ != 0) ++counters_->objects;
}

Object::Object(Kind kind, Counters& counters, GLuint id) : kind_(kind), counters_(&counters), id_(id)
{
    if (id_ != 0) ++counters_->objects;
}

void Object::reset()
{
    if (id_ == 0) return;
    switch (kind_) {
    case Kind::buffer: glDeleteBuffers(1, &id_); break;
    case Kind::vertex_array: glDeleteVertexArrays(1, &id_); break;
    case Kind::texture: glDeleteTextures(1, &id_); break;
    case Kind::framebuffer: glDeleteFramebuffers(1, &id_); break;
    case Kind::renderbuffer: glDeleteRenderbuffers(1, &id_); break;
    case Kind::program: glDeleteProgram(id_); break;
    }
    --counters_->objects;
    id_ = 0;
}

} // namespace gpu
