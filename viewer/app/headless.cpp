#include "app/headless.hpp"
#include "app/metrics_file.hpp"
#include "app/print_export.hpp"
#include "app/replay.hpp"
#include "app/stage.hpp"
#include "app/window.hpp"
#include "base/log.hpp"
#include "data/png_stream.hpp"
#include "data/raster.hpp"
#include "gpu/framebuffer.hpp"
#include "gpu/target.hpp"
#include <optional>

namespace app {
namespace {

int cannot(const base::Error& error)
{
    base::log(base::Severity::error, error.text());
    return kExitCannot;
}

/// Panels need a frame to learn their sizes before they are drawn for good.
constexpr int kSettlingFrames = 3;
/// Larger pictures are drawn and written part by part: memory stays that of a window.
constexpr int kLargestAtOnce = 4096, kPartWidth = 4096, kPartHeight = 512;

/// The picture's own framebuffer; follows a Resize of the replay.
class Canvas {
public:
    base::Result<const gpu::Framebuffer*> of_size(const scene::Viewport& v)
    {
        if (!target_ || target_->width() != v.width_px || target_->height() != v.height_px) {
            auto made = gpu::Framebuffer::create(v.width_px, v.height_px, counters_, false);
            if (!made) return tl::unexpected(made.error());
            target_.emplace(std::move(*made));
        }
        return &*target_;
    }

private:
    gpu::Counters counters_;
    std::optional<gpu::Framebuffer> target_;
};

class Headless {
public:
    Headless(const Options& options, Session& session, Stage& stage)
        : options_(options), session_(session), stage_(stage)
    {
    }

    base::Result<void> replay(const std::string& file)
    {
        auto actions = read_actions(file);
        if (!actions) return tl::unexpected(actions.error());
        for (const auto& action : *actions) {
            // A tap means what is drawn, so the picture before it must exist.
            if (std::holds_alternative<scene::Tap>(action))
                if (auto drawn = settle(); !drawn) return tl::unexpected(drawn.error());
            session_.dispatch(action);
            session_.wait_until_loaded();
            for (auto& effect : session_.take_effects())
                if (const auto* shot = std::get_if<scene::WriteScreenshot>(&effect)) {
                    if (auto written = write(shot->file); !written) return written;
                } else if (const auto* page = std::get_if<scene::WritePage>(&effect)) {
                    if (auto written = write_page(page->file); !written) return written;
                }
        }
        return {};
    }

    base::Result<void> write(const std::string& file)
    {
        if (is_page_file(file)) return write_page(file);
        const auto& size = session_.state().viewport;
        if (options_.part_px > 0 || size.width_px > kLargestAtOnce || size.height_px > kLargestAtOnce)
            return write_in_parts(file);
        auto target = settle();
        if (!target) return tl::unexpected(target.error());
        const auto pixels = gpu::read_rgb((*target)->id(), (*target)->width(), (*target)->height());
        return data::write_png(file, (*target)->width(), (*target)->height(), 3, pixels.data());
    }

    base::Result<void> write_page(const std::string& file)
    {
        return export_page(session_, stage_, file, options_.page, options_.map_only);
    }

    base::Result<void> write_in_parts(const std::string& file)
    {
        const auto& size = session_.state().viewport;
        auto png = data::PngStream::create(file, size.width_px, size.height_px);
        if (!png) return tl::unexpected(png.error());
        const int width = options_.part_px > 0 ? options_.part_px : kPartWidth,
                  height = options_.part_px > 0 ? options_.part_px : kPartHeight;
        auto drawn = stage_.draw_in_parts(session_, width, height,
                                          [&](const std::uint8_t* rgb, int rows) { return png->add_rows(rgb, rows); });
        return drawn ? png->finish() : drawn;
    }

private:
    base::Result<const gpu::Framebuffer*> settle()
    {
        auto target = canvas_.of_size(session_.state().viewport);
        if (!target) return target;
        for (int i = 0; i < kSettlingFrames; ++i) stage_.draw(session_, (*target)->id(), 10, true);
        return target;
    }

    const Options& options_;
    Session& session_;
    Stage& stage_;
    Canvas canvas_;
};

} // namespace

int run_headless(const Options& options, const Paths& paths)
{
    auto session = Session::open(options, paths); // loading starts here, the context is made meanwhile
    if (!session) return cannot(session.error());
    auto window = Window::open(64, 64, true);
    if (!window) return cannot(window.error());
    (*session)->poll(); // what has been read meanwhile goes on to the next step
    auto stage = Stage::create(options.shaders);
    if (!stage) return cannot(stage.error());
    (*session)->wait_until_loaded();
    (*stage)->draw_no_margin();
    Headless headless(options, **session, **stage);
    if (!options.replay.empty())
        if (auto replayed = headless.replay(options.replay); !replayed) return cannot(replayed.error());
    if (auto written = headless.write(options.output); !written) return cannot(written.error());
    if (!options.metrics.empty()) {
        const double now = seconds_since_start();
        base::FrameScheduler frames;
        frames.drawn(0);
        const RunReport report{
            (*stage)->metrics(), frames, {now, now, now, 0, 0, {}}, (*session)->state(), (*stage)->panels()};
        if (auto written = write_metrics(options.metrics, report); !written) return cannot(written.error());
    }
    return kExitOk;
}

} // namespace app
