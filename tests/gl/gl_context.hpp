#pragma once
#include <cstdint>
#include <cstdio>
#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <stdexcept>
#include <vector>

namespace test {

/// An OpenGL 3.3 core context without a window, and a framebuffer to draw into. EGL through epoxy, so that the tests of
/// `gpu` and `render` need no other room.
class GlContext {
public:
    GlContext()
    {
        display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr))
            throw std::runtime_error("no EGL display");
        eglBindAPI(EGL_OPENGL_API);
        const EGLint attributes[] = {
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context_ = eglCreateContext(display_, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
        if (context_ == EGL_NO_CONTEXT || !eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_))
            throw std::runtime_error("no OpenGL 3.3 core context");
    }
    ~GlContext()
    {
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display_, context_);
    }
    GlContext(const GlContext&) = delete;
    GlContext& operator=(const GlContext&) = delete;

private:
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
};

struct Pixel {
    std::uint8_t r = 0, g = 0, b = 0, a = 0;
    friend bool operator==(const Pixel&, const Pixel&) = default;
};

/// Stands for the window.
class Canvas {
public:
    Canvas(int width, int height) : width_(width), height_(height)
    {
        glGenTextures(1, &texture_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    }
    ~Canvas()
    {
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteTextures(1, &texture_);
    }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    [[nodiscard]] unsigned framebuffer() const { return framebuffer_; }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// Rows from the top.
    [[nodiscard]] std::vector<Pixel> read() const
    {
        std::vector<Pixel> up(static_cast<std::size_t>(width_) * height_), down(up.size());
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, up.data());
        for (int y = 0; y < height_; ++y)
            for (int x = 0; x < width_; ++x)
                down[static_cast<std::size_t>(y) * width_ + x] =
                    up[static_cast<std::size_t>(height_ - 1 - y) * width_ + x];
        return down;
    }

private:
    int width_, height_;
    GLuint texture_ = 0, framebuffer_ = 0;
};

} // namespace test
