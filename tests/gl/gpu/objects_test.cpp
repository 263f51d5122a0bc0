#include "gl/gl_context.hpp"
#include "gpu/buffer.hpp"
#include "gpu/framebuffer.hpp"
#include <gtest/gtest.h>

namespace {

TEST(GpuObjects, AreCountedWhileAliveAndMoveWithoutACopy)
{
    const test::GlContext context;
    gpu::Counters counters;
    {
        gpu::Buffer a(counters);
        gpu::Buffer b = std::move(a);
        gpu::VertexArray array(counters);
        EXPECT_EQ(counters.objects, 2U);
        b = gpu::Buffer(counters);
        EXPECT_EQ(counters.objects, 2U);
    }
    EXPECT_EQ(counters.objects, 0U);
}

TEST(GpuObjects, UploadsAndStreamsAreCountedApart)
{
    const test::GlContext context;
    gpu::Counters counters;
    const std::vector<float> values(100, 1.0F);
    gpu::Buffer kept(counters);
    kept.upload(GL_ARRAY_BUFFER, std::span<const float>(values));
    EXPECT_EQ(counters.bytes_uploaded, 400U);
    gpu::StreamBuffer streamed(counters);
    streamed.stream(std::span<const float>(values));
    EXPECT_EQ(counters.bytes_streamed, 400U);
    EXPECT_EQ(counters.bytes_uploaded, 400U);
}

TEST(GpuObjects, BufferReadsBackWhatWasUploaded)
{
    const test::GlContext context;
    gpu::Counters counters;
    const std::vector<std::uint32_t> sent = {7, 8, 9};
    gpu::Buffer buffer(counters);
    buffer.upload(GL_ARRAY_BUFFER, std::span<const std::uint32_t>(sent));
    std::vector<std::uint32_t> got(3);
    glGetBufferSubData(GL_ARRAY_BUFFER, 0, 12, got.data());
    EXPECT_EQ(got, sent);
}

TEST(GpuTexture, ReplacesOnlyTheRowsAsked)
{
    const test::GlContext context;
    gpu::Counters counters;
    std::vector<std::uint8_t> pixels(16, 10);
    gpu::Texture texture(counters);
    texture.create(4, 4, 1, gpu::Filter::nearest, pixels.data());
    EXPECT_EQ(counters.bytes_uploaded, 16U);
    pixels.assign(16, 200);
    texture.update(0, 1, texture.width(), 2, pixels.data());
    EXPECT_EQ(counters.bytes_uploaded, 24U);
    std::vector<std::uint8_t> got(16);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RED, GL_UNSIGNED_BYTE, got.data());
    EXPECT_EQ(got, (std::vector<std::uint8_t>{10, 10, 10, 10, 200, 200, 200, 200, 200, 200, 200, 200, 10, 10, 10, 10}));
}

TEST(GpuTexture, MipmapsAreMeans)
{
    const test::GlContext context;
    gpu::Counters counters;
    const std::vector<std::uint8_t> pixels = {0, 100, 100, 200, 40, 0, 60, 0}; // 4 x 2
    gpu::Texture texture(counters);
    texture.create(4, 2, 1, gpu::Filter::mipmap, pixels.data());
    std::vector<std::uint8_t> level(2);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTexImage(GL_TEXTURE_2D, 1, GL_RED, GL_UNSIGNED_BYTE, level.data());
    EXPECT_EQ(level, (std::vector<std::uint8_t>{35, 90}));
    glGetTexImage(GL_TEXTURE_2D, 2, GL_RED, GL_UNSIGNED_BYTE, level.data());
    EXPECT_EQ(level[0], 63);
}

TEST(GpuFramebuffer, HoldsColourAndStencil)
{
    const test::GlContext context;
    gpu::Counters counters;
    const auto made = gpu::Framebuffer::create(32, 16, counters);
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(counters.objects, 3U);
    glClearColor(0, 1, 0, 1);
    glClearStencil(5);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
    std::uint8_t color[4] = {}, stencil = 0;
    glReadPixels(3, 3, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, color);
    glReadPixels(3, 3, 1, 1, GL_STENCIL_INDEX, GL_UNSIGNED_BYTE, &stencil);
    EXPECT_EQ(color[1], 255);
    EXPECT_EQ(stencil, 5);
}

} // namespace
