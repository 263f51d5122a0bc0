#include "gl/gl_context.hpp"
#include "render/color_vision.hpp"
#include "scene/color_vision.hpp"
#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace test;

TEST(ColorVision, EveryPixelIsSeenAsTheMatrixSays)
{
    const GlContext context;
    const Canvas canvas(32, 16);
    render::ColorVision vision;
    const scene::Color amber{1, 0.65F, 0.17F, 1};
    for (const char* kind : {"deuteranopia", "protanopia", "tritanopia"}) {
        glBindFramebuffer(GL_FRAMEBUFFER, canvas.framebuffer());
        glClearColor(amber.r, amber.g, amber.b, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        const auto done = vision.apply(kind, canvas.framebuffer(), 32, 16);
        ASSERT_TRUE(done) << done.error().text();
        const auto expected = scene::seen_as(amber, *scene::color_vision_matrix(kind));
        for (const auto& pixel : canvas.read()) {
            ASSERT_NEAR(pixel.r, expected.r * 255, 2) << kind;
            ASSERT_NEAR(pixel.g, expected.g * 255, 2) << kind;
            ASSERT_NEAR(pixel.b, expected.b * 255, 2) << kind;
        }
    }
}

TEST(ColorVision, NoneChangesNothingAndMakesNothing)
{
    const GlContext context;
    const Canvas canvas(8, 8);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas.framebuffer());
    glClearColor(0.2F, 0.4F, 0.6F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const auto before = canvas.read();
    render::ColorVision vision;
    ASSERT_TRUE(vision.apply("none", canvas.framebuffer(), 8, 8));
    EXPECT_EQ(canvas.read(), before);
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

} // namespace
