#include "app/window_loop.hpp"
#include "app/file_watch.hpp"
#include "app/input.hpp"
#include "app/metrics_file.hpp"
#include "app/print_export.hpp"
#include "app/replay.hpp"
#include "app/stage.hpp"
#include "base/log.hpp"
#include "data/raster.hpp"
#include "gpu/target.hpp"
#include <algorithm>
#include <atomic>

namespace app {
namespace {

using base::FrameReason;

constexpr int kSettleFrames = 3;         ///< ImGui shows hover and layout two frames after an event
constexpr double kRehearseAfterS = 0.15; ///< a rest so long is used to make the other years ready
constexpr double kSharpAfterS = 0.08;    ///< the map is drawn sharp this long after the hand stops
constexpr double kMorphStepS = 0.04;
constexpr int kWatchMs = 500; ///< files are looked at twice a second, and only with --watch or --shaders

int cannot(const base::Error& error)
{
    base::log(base::Severity::error, error.text());
    return kExitCannot;
}

class Loop {
public:
    Loop(const Options& options, Session& session, Window& window, Stage& stage)
        : options_(options), session_(session), window_(window), stage_(stage),
          input_(session, stage.imgui(), stage.panels(), window)
    {
        input_.set_scale(options.scale);
        if (options.watch) watch_.add(session.paths().assets / "themes");
        if (!options.shaders.empty()) watch_.add(options.shaders);
    }

    base::Result<void> run()
    {
        if (!options_.replay.empty()) {
            auto actions = read_actions(options_.replay);
            if (!actions) return tl::unexpected(actions.error());
            replay_ = std::move(*actions);
        }
        session_.animate();
        frames_.request(FrameReason::first, kSettleFrames);
        while (!session_.state().quit) {
            sleep_until_needed();
            if (auto failed = effects(); !failed) return failed;
            if (options_.quit_after_s > 0 && seconds_since_start() > options_.quit_after_s) break;
            reload_changed_files();
            step_replay();
            if (frames_.due(now()))
                frame();
            else if (rehearsing() && now() - last_frame_s_ >= kRehearseAfterS)
                stage_.rehearse(session_);
        }
        times_.total_s = seconds_since_start();
        times_.idle_s = now() - last_frame_s_;
        times_.frame_ms = std::move(frame_ms_);
        if (!options_.metrics.empty())
            return write_metrics(options_.metrics,
                                 {stage_.metrics(), frames_, times_, session_.state(), stage_.panels()});
        return {};
    }

private:
    static double now()
    {
        return static_cast<double>(SDL_GetPerformanceCounter()) / static_cast<double>(SDL_GetPerformanceFrequency());
    }

    void sleep_until_needed()
    {
        int timeout_ms = -1;
        if (const auto deadline = frames_.next_deadline(now()))
            timeout_ms = std::max(0, static_cast<int>((*deadline - now()) * 1000.0));
        if (!replay_.empty()) timeout_ms = 0;
        if (rehearsing()) {
            const double rest = kRehearseAfterS - (now() - last_frame_s_);
            const int wait = replay_.empty() ? std::max(0, static_cast<int>(rest * 1000) + 1) : 0;
            timeout_ms = timeout_ms < 0 ? wait : std::min(timeout_ms, wait);
        }
        if (options_.quit_after_s > 0) {
            const int left = std::max(1, static_cast<int>((options_.quit_after_s - seconds_since_start()) * 1000));
            timeout_ms = timeout_ms < 0 ? left : std::min(timeout_ms, left);
        }
        if (watch_.any()) timeout_ms = timeout_ms < 0 ? kWatchMs : std::min(timeout_ms, kWatchMs);
        SDL_Event event;
        const bool got = timeout_ms < 0    ? SDL_WaitEvent(&event) == 1
                         : timeout_ms == 0 ? SDL_PollEvent(&event) == 1
                                           : SDL_WaitEventTimeout(&event, timeout_ms) == 1;
        if (got) {
            take(event);
            while (SDL_PollEvent(&event)) take(event);
        }
        if (session_.poll()) frames_.request(FrameReason::data_loaded, kSettleFrames);
    }

    /// For who works on a theme or a shader; what is faulty is said, what runs stays.
    void reload_changed_files()
    {
        if (!watch_.any() || now() - watched_s_ < 0.001 * kWatchMs) return;
        watched_s_ = now();
        if (!watch_.changed()) return;
        for (const auto& done : {session_.reload_themes(), stage_.reload_shaders()})
            if (!done) base::log(base::Severity::error, done.error().text());
        base::log(base::Severity::info, "read themes and shaders again");
        frames_.request(FrameReason::data_loaded, kSettleFrames);
    }

    void take(const SDL_Event& event)
    {
        if (!input_.handle(event, now())) return;
        frames_.request(event.type == SDL_WINDOWEVENT ? FrameReason::resize : FrameReason::input, kSettleFrames);
    }

    /// The map stands and what it shows of other years is not known yet.
    [[nodiscard]] bool rehearsing() const
    {
        return last_frame_s_ > 0 && !session_.loading() && stage_.rehearsal_due(session_);
    }

    void step_replay()
    {
        if (replay_.empty() || session_.loading()) return;
        if (!replaying_ && (last_frame_s_ == 0 || rehearsing())) return; // a replay begins on a map at rest
        replaying_ = true;
        // Actions up to the next tick belong to one frame.
        std::size_t taken = 0;
        while (taken < replay_.size()) {
            const auto action = replay_[taken++];
            session_.dispatch(action);
            if (std::holds_alternative<scene::Tick>(action) || std::holds_alternative<scene::Tap>(action)) break;
        }
        replay_.erase(replay_.begin(), replay_.begin() + static_cast<std::ptrdiff_t>(taken));
        frames_.request(FrameReason::input, kSettleFrames);
    }

    [[nodiscard]] bool moving() const
    {
        return session_.state().motion.kind != scene::Motion::Kind::none || input_.dragging() ||
               (session_.state().morph && !session_.waiting_for_map());
    }

    void frame()
    {
        const double t = now();
        const double dt = last_frame_s_ > 0 ? t - last_frame_s_ : 1.0;
        const bool morphs = session_.state().morph && !session_.waiting_for_map();
        const bool animated =
            session_.state().playing || session_.state().motion.kind != scene::Motion::Kind::none || morphs;
        // The first picture of another projection takes its time; what follows is not to be missed for it.
        const double step = morphs ? std::min(dt, kMorphStepS) : dt;
        if (animated && replay_.empty()) session_.dispatch(scene::Tick{was_animated_ ? step : 0.0});
        was_animated_ = animated;
        const auto camera = session_.state().camera;
        if (!(camera == last_camera_)) camera_moved_s_ = t;
        last_camera_ = camera;
        const bool settled = !moving() && t - camera_moved_s_ >= kSharpAfterS;
        const auto drawn = stage_.draw(session_, 0, first_done_ ? dt : 1e9, settled);
        window_.swap();
        input_.follow_caret();
        frames_.drawn(t);
        last_frame_s_ = t;
        want_more(drawn, t);
        note_times();
        if (t - began_s_ >= 0) frame_ms_.push_back((now() - t) * 1000);
        if (drawn.sharp && camera_moved_s_ > sharp_for_s_) {
            sharp_for_s_ = camera_moved_s_;
            times_.sharp_after_s = std::max(times_.sharp_after_s, now() - camera_moved_s_);
        }
    }

    void want_more(const Stage::Drawn& drawn, double t)
    {
        if (moving()) frames_.request(FrameReason::tween);
        // What is being built asks for a frame when it is there.
        const bool waiting = !moving() && t - camera_moved_s_ >= kSharpAfterS && session_.loading();
        if (!drawn.sharp && !waiting)
            frames_.request_at(FrameReason::tween, std::max(t, camera_moved_s_ + kSharpAfterS));
        if (session_.state().playing) // sleeps from year to year
            frames_.request_at(FrameReason::play_tick,
                               t + std::max(0.0, session_.state().seconds_per_year - session_.state().play_elapsed_s));
        if (session_.fading()) frames_.request(FrameReason::label_fade);
        if (drawn.acted || stage_.imgui().has_input()) frames_.request(FrameReason::input, kSettleFrames);
    }

    void note_times()
    {
        if (!first_done_ && session_.has_picture()) {
            first_done_ = true;
            times_.first_picture_s = seconds_since_start();
        }
        if (times_.complete_s == 0 && first_done_ && session_.picture_complete()) {
            times_.complete_s = seconds_since_start();
            began_s_ = now();
            session_.prepare_ahead();
        }
    }

    base::Result<void> effects()
    {
        for (auto& effect : session_.take_effects()) {
            if (const auto* full = std::get_if<scene::ApplyFullscreen>(&effect)) window_.set_fullscreen(full->on);
            if (const auto* shot = std::get_if<scene::WriteScreenshot>(&effect)) screenshot(shot->file);
            if (const auto* page = std::get_if<scene::WritePage>(&effect)) write_page(page->file);
        }
        return {};
    }

    void write_page(const std::string& file)
    {
        const auto written = export_page(session_, stage_, file, options_.page, false);
        frames_.request(FrameReason::screenshot);
        if (!written)
            base::log(base::Severity::error, written.error().text());
        else
            base::log(base::Severity::info, "wrote " + file);
    }

    /// A failed screenshot is reported; the map stays up.
    void screenshot(const std::string& file)
    {
        stage_.draw(session_, 0, 10, true);
        const auto& v = session_.state().viewport;
        const auto pixels = gpu::read_rgb(0, v.width_px, v.height_px);
        frames_.request(FrameReason::screenshot);
        if (auto written = data::write_png(file, v.width_px, v.height_px, 3, pixels.data()); !written)
            base::log(base::Severity::error, written.error().text());
        else
            base::log(base::Severity::info, "wrote " + file);
    }

    const Options& options_;
    Session& session_;
    Window& window_;
    Stage& stage_;
    Input input_;
    base::FrameScheduler frames_;
    FileWatch watch_;
    double watched_s_ = 0;
    std::vector<scene::Action> replay_;
    scene::Camera last_camera_{};
    double last_frame_s_ = 0, camera_moved_s_ = -1;
    double began_s_ = 1e30, sharp_for_s_ = 0; ///< frames count from the complete picture on
    std::vector<double> frame_ms_;
    bool first_done_ = false, was_animated_ = false, replaying_ = false;
    RunTimes times_;
};

} // namespace

int run_window(const Options& options, const Paths& paths)
{
    // Shared with the worker threads; 0 until SDL can take events.
    const auto wake_event = std::make_shared<std::atomic<Uint32>>(0);
    auto session = Session::open(options, paths, [wake_event] {
        SDL_Event wake{};
        wake.type = *wake_event;
        if (wake.type != 0) SDL_PushEvent(&wake);
    });
    if (!session) return cannot(session.error());
    auto window = Window::open(options.width, options.height, false);
    if (!window) return cannot(window.error());
    *wake_event = SDL_RegisterEvents(1);
    auto stage = Stage::create(options.shaders);
    if (!stage) return cannot(stage.error());
    if (options.fullscreen) (*session)->dispatch(scene::SetFullscreen{true});
    int width = 0, height = 0;
    window->drawable_size(width, height);
    (*session)->dispatch(scene::Resize{width, height, options.scale > 0 ? options.scale : window->display_scale()});
    (*session)->apply_view(options);
    auto done = Loop(options, **session, *window, **stage).run();
    stage->reset(); // OpenGL objects go before the context
    return done ? kExitOk : cannot(done.error());
}

} // namespace app
