#pragma once
#include "gl/render/scene_parts.hpp"

namespace test {

/// A renderer with its context and a canvas.
class Drawn {
public:
    Drawn(int width, int height, const std::filesystem::path& shaders = {}) : canvas_(width, height)
    {
        auto made = render::Renderer::create(shaders);
        if (!made) throw std::runtime_error(made.error().text());
        renderer_ = std::move(*made);
        auto opened = text::Engine::open(ATLAS_SOURCE_DIR "/assets/fonts");
        if (!opened) throw std::runtime_error(opened.error().text());
        text_ = std::move(*opened);
    }

    bool draw(const scene::Scene& scene, bool settled = true)
    {
        renderer_->sync(scene, *text_);
        return renderer_->draw(scene, canvas_.framebuffer(), settled);
    }
    [[nodiscard]] Pixel pixel(int x, int y) const
    {
        return canvas_.read()[static_cast<std::size_t>(y) * static_cast<std::size_t>(canvas_.width()) +
                              static_cast<std::size_t>(x)];
    }
    [[nodiscard]] render::Renderer& renderer() { return *renderer_; }
    [[nodiscard]] text::Engine& text() { return *text_; }
    [[nodiscard]] const Canvas& canvas() const { return canvas_; }
    [[nodiscard]] const render::Metrics& metrics() const { return renderer_->metrics(); }

private:
    GlContext context_;
    Canvas canvas_;
    std::unique_ptr<render::Renderer> renderer_;
    std::unique_ptr<text::Engine> text_;
};

} // namespace test
