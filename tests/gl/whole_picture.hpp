#pragma once
#include "app/session.hpp"
#include "app/stage.hpp"
#include "gl_context.hpp"
#include <memory>
#include <stdexcept>

namespace test {

/// The shipped atlas, loaded and drawn as the window draws it but for the swap. Shared with the benchmarks.
struct WholePicture {
    GlContext context;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<app::Session> session;
    std::unique_ptr<app::Stage> stage;

    explicit WholePicture(app::Options options)
    {
        options.scale = 1;
        canvas = std::make_unique<Canvas>(options.width, options.height);
        const auto paths = app::find_paths();
        if (!paths) throw std::runtime_error(paths.error().text());
        auto opened = app::Session::open(options, *paths);
        if (!opened) throw std::runtime_error(opened.error().text());
        session = std::move(*opened);
        auto made = app::Stage::create({});
        if (!made) throw std::runtime_error(made.error().text());
        stage = std::move(*made);
        session->wait_until_loaded();
        for (int i = 0; i < 3; ++i) stage->draw(*session, canvas->framebuffer(), 10, true);
        glFinish();
    }
    ~WholePicture()
    {
        stage.reset(); // OpenGL objects go before the context
        canvas.reset();
    }
    WholePicture(const WholePicture&) = delete;
    WholePicture& operator=(const WholePicture&) = delete;
};

} // namespace test
