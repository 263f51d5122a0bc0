#include "app/headless.hpp"
#include "app/metrics_file.hpp"
#include "app/replay.hpp"
#include "app/stage.hpp"
#include "app/window.hpp"
#include "base/log.hpp"
#include "data/raster.hpp"
#include "gpu/framebuffer.hpp"
#include "gpu/target.hpp"

namespace app {
namespace {

int cannot(const base::Error& error)
{
    base::log(base::Severity::error, error.text());
    return kExitCannot;
}

/// Panels need a frame to learn their sizes before they are drawn for good.
constexpr int kSettlingFrames = 3;

base::Result<void> write_picture(Session& session, Stage& stage, const gpu::Framebuffer& target, const std::string& file)
{
    for (int i = 0; i < kSettlingFrames; ++i) stage.draw(session, target.id(), 10, true);
    const auto pixels = gpu::read_rgb(target.id(), target.width(), target.height());
    return data::write_png(file, target.width(), target.height(), 3, pixels.data());
}

} // namespace

int run_headless(const Options& options, const Paths& paths)
{
    auto session = Session::open(options, paths); // loading starts here, the context is made meanwhile
    if (!session) return cannot(session.error());
    auto window = Window::open(64, 64, true);
    if (!window) return cannot(window.error());
    auto stage = Stage::create(options.shaders);
    if (!stage) return cannot(stage.error());
    gpu::Counters counters;
    auto target = gpu::Framebuffer::create(options.width, options.height, counters);
    if (!target) return cannot(target.error());
    (*session)->wait_until_loaded();
    if (!options.replay.empty()) {
        auto actions = read_actions(options.replay);
        if (!actions) return cannot(actions.error());
        for (const auto& action : *actions) {
            // A tap means what is drawn, so the picture before it must exist.
            if (std::holds_alternative<scene::Tap>(action)) stage->get()->draw(**session, target->id(), 10, true);
            (*session)->dispatch(action);
            (*session)->wait_until_loaded();
            for (auto& effect : (*session)->take_effects())
                if (const auto* shot = std::get_if<scene::WriteScreenshot>(&effect))
                    if (auto written = write_picture(**session, **stage, *target, shot->file); !written) return cannot(written.error());
        }
    }
    (*session)->wait_until_loaded();
    if (auto written = write_picture(**session, **stage, *target, options.output); !written) return cannot(written.error());
    const double now = seconds_since_start();
    if (!options.metrics.empty()) {
        base::FrameScheduler frames;
        frames.drawn(0);
        if (auto written = write_metrics(options.metrics, (*stage)->metrics(), frames, {now, now, now, 0}); !written) return cannot(written.error());
    }
    return (*session)->dataset().series || !(*session)->dataset().layers.empty() ? kExitOk : kExitCannot;
}

} // namespace app
