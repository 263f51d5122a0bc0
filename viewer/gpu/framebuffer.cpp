#include "gpu/framebuffer.hpp"

namespace gpu {

base::Result<Framebuffer> Framebuffer::create(int width, int height, Counters& counters, bool stencil)
{
    Framebuffer made;
    made.color_ = Texture(counters);
    made.color_.create(width, height, 4, Filter::linear, nullptr);
    if (stencil) {
        made.stencil_ = Object(Kind::renderbuffer, counters);
        glBindRenderbuffer(GL_RENDERBUFFER, made.stencil_.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_STENCIL_INDEX8, width, height);
    }
    made.framebuffer_ = Object(Kind::framebuffer, counters);
    glBindFramebuffer(GL_FRAMEBUFFER, made.framebuffer_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made.color_.id(), 0);
    if (stencil) glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_STENCIL_ATTACHMENT, GL_RENDERBUFFER, made.stencil_.id());
    GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    if (stencil && status != GL_FRAMEBUFFER_COMPLETE) { // some drivers have a stencil only together with a depth
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
        status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
    }
    if (status != GL_FRAMEBUFFER_COMPLETE)
        return base::fail("cannot make a drawing surface of " + std::to_string(width) + " x " + std::to_string(height) +
                              " pixels (OpenGL status " + std::to_string(status) + ")",
                          {}, "ask for a smaller picture");
    return made;
}

} // namespace gpu
