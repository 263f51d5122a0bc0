#include "gl/whole_picture.hpp"
#include "gpu/target.hpp"
#include <gtest/gtest.h>

/// Panels shown from the kept picture look as when they are drawn.
namespace {

TEST(PanelCache, KeptPanelsLookAsDrawn)
{
    app::Options options;
    options.width = 1280;
    options.height = 720;
    options.select = "horgos";
    test::WholePicture picture(options);
    auto& session = *picture.session;
    const auto shot = [&] {
        for (int i = 0; i < 6; ++i) picture.stage->draw(session, picture.canvas->framebuffer(), 0.016, true);
        return gpu::read_rgb(picture.canvas->framebuffer(), 1280, 720);
    };
    const auto kept = shot();
    const auto calls_kept = picture.stage->metrics().draw_calls;
    picture.stage->draw_no_margin(); // and panels are drawn from now on
    const auto drawn = shot();
    EXPECT_GT(picture.stage->metrics().draw_calls, 0U);
    EXPECT_GT(calls_kept, 0U);
    int worst = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) worst = std::max(worst, std::abs(kept[i] - drawn[i]));
    EXPECT_LE(worst, 4) << "blended twice, rounded twice";

    // A panel that changes is drawn at once.
    session.dispatch(scene::ClearSelection{});
    picture.stage->draw(session, picture.canvas->framebuffer(), 0.016, true);
    EXPECT_EQ(picture.stage->metrics().gl_errors, 0U);
}

} // namespace
