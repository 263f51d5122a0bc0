#include "app/stage.hpp"
#include "gpu/framebuffer.hpp"
#include "gpu/target.hpp"
#include <algorithm>
#include <cstring>

/// Pictures larger than what OpenGL draws at once: built once, drawn part by part.
namespace app {
namespace {

constexpr int kSettlingFrames = 3, kMostFrames = 8; ///< panels learn their sizes; a full glyph atlas starts again

/// The same picture seen through a window at (x, y). Labels and leaders stay where they were placed.
scene::Scene part_of(const scene::Scene& whole, int x, int y, int width, int height)
{
    scene::Scene part = whole;
    const auto dx = static_cast<float>(x), dy = static_cast<float>(y);
    part.camera.width_px = width;
    part.camera.height_px = height;
    part.camera.centre_px.x -= dx;
    part.camera.centre_px.y -= dy;
    for (auto& label : part.labels) {
        label.at.x -= dx;
        label.at.y -= dy;
        for (auto& pose : label.poses) {
            pose.x -= dx;
            pose.y -= dy;
        }
    }
    for (auto& leader : part.leaders)
        for (auto& point : leader.points) {
            point.x -= dx;
            point.y -= dy;
        }
    return part;
}

} // namespace

base::Result<void> Stage::draw_in_parts(Session& session, int part_width, int part_height, const TakeRows& take)
{
    const int width = session.state().viewport.width_px, height = session.state().viewport.height_px;
    restyle(session);
    scene::Scene scene;
    for (int i = 0; i < kMostFrames; ++i) {
        const auto generation = session.text().atlas().generation;
        scene = session.build(10);
        imgui_.begin_frame(width, height, 10);
        panels_ = session.draw_panels(scene, renderer_->glyph_texture());
        imgui_.close_frame();
        if (i + 1 >= kSettlingFrames && generation == session.text().atlas().generation) break;
    }
    renderer_->sync(scene, session.text());
    gpu::Counters counters;
    auto target = gpu::Framebuffer::create(part_width, part_height, counters, false);
    if (!target) return tl::unexpected(target.error());
    const auto row = static_cast<std::size_t>(width) * 3;
    std::vector<std::uint8_t> band;
    for (int y = 0; y < height; y += part_height) {
        const int h = std::min(part_height, height - y);
        band.resize(row * static_cast<std::size_t>(h));
        for (int x = 0; x < width; x += part_width) {
            const int w = std::min(part_width, width - x);
            gpu::bind_target(target->id(), w, h);
            renderer_->draw(part_of(scene, x, y, w, h), target->id(), true);
            gpu::bind_target(target->id(), w, h);
            imgui_.draw_part(x, y, w, h);
            if (auto seen = color_vision_.apply(session.state().color_vision, target->id(), w, h); !seen) return seen;
            const auto pixels = gpu::read_rgb(target->id(), w, h);
            const auto part_row = static_cast<std::size_t>(w) * 3;
            for (int i = 0; i < h; ++i)
                std::memcpy(band.data() + static_cast<std::size_t>(i) * row + static_cast<std::size_t>(x) * 3,
                            pixels.data() + static_cast<std::size_t>(i) * part_row, part_row);
        }
        if (auto taken = take(band.data(), h); !taken) return taken;
    }
    return {};
}

} // namespace app
