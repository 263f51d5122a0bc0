#pragma once
#include "app/options.hpp"
#include "app/paths.hpp"
#include "base/worker.hpp"
#include "data/dataset.hpp"
#include "scene/build_scene.hpp"
#include "scene/history.hpp"
#include "scene/reduce.hpp"
#include "ui/panels.hpp"
#include <fstream>
#include <memory>
#include <set>

namespace app {

/// The atlas without a window: state, data, projections, theme, language, history. Main thread. What the window, the
/// headless picture, the tests and the replay share.
class Session {
public:
    /// Reads atlas.toml, theme, language, fonts and starts loading the rest on the worker.
    static base::Result<std::unique_ptr<Session>> open(const Options& options, const Paths& paths,
                                                       std::function<void()> wake = {});

    /// The one way to change anything. Records, remembers for undo, reduces.
    void dispatch(const scene::Action& action);
    /// Takes what the worker has finished, starts geometry that is due. True when something to draw has changed.
    bool poll();
    void wait_until_loaded(); ///< blocks until data and the current projection's geometry are there

    /// The current scene; `dt_s` since the last one drives label fades (large = no fade).
    scene::Scene build(double dt_s);
    /// The scene of another state of the same map (a page). Waits for the geometry it needs; what is shown is not
    /// touched.
    scene::Scene build_apart(const scene::AppState& state);
    /// The current view framed in another rectangle (device px); nothing when the map has been moved since.
    [[nodiscard]] std::optional<scene::Camera> untouched_view(const geo::Rect& rect) const;
    /// Metres on the ground that one projected metre along x stands for, at the centre of the map.
    [[nodiscard]] double ground_metres_per_unit() const;
    /// Panels for this scene; dispatches what they emit and takes over the free rectangle.
    ui::FrameOutput draw_panels(const scene::Scene& scene, std::uint64_t glyph_texture);
    /// Shapes whatever map and panels would show in another year, and forgets it: its glyphs are then known. Needs an
    /// ImGui frame; the state stays as it is.
    void rehearse(int year, std::uint64_t glyph_texture);
    /// Keeps the map where it is on screen while panels come and go, unless the window itself changed size.
    void layout(const geo::Rect& free_rect, std::vector<geo::Rect> covered);

    [[nodiscard]] const scene::AppState& state() const { return state_; }
    [[nodiscard]] const data::Dataset& dataset() const { return dataset_; }
    [[nodiscard]] const scene::Theme& theme() const { return *theme_; }
    [[nodiscard]] text::Engine& text() { return *text_; }
    [[nodiscard]] bool fading() const { return memory_.labels.fading; }
    [[nodiscard]] bool loading() const;
    [[nodiscard]] bool has_picture() const { return last_scene_.geometry != nullptr; }
    /// In a window: changes of projection are shown as they happen. A picture shows how they end.
    void animate() { animates_ = true; }
    /// The map that was chosen is still being built; the one before it stays.
    [[nodiscard]] bool waiting_for_map() const;
    /// From now on what may be asked for next is made ready: other levels of detail, the menu's other projections.
    void prepare_ahead();
    [[nodiscard]] bool picture_complete() const; ///< everything the current view shows has arrived
    /// View and place of the command line, for the window's present size.
    void apply_view(const Options& options);
    [[nodiscard]] const scene::Strings& strings() const { return strings_; }
    std::vector<scene::Effect> take_effects();
    /// Reads the theme files again. A faulty one is named and its running version stays.
    base::Result<void> reload_themes();
    [[nodiscard]] const Paths& paths() const { return paths_; }

private:
    Session() = default;
    void apply_options(const Options& options);
    void learn_projection(const std::string& definition);
    void follow_up(const scene::AppState& before);
    void load_theme_and_language();
    void request_geometry(const std::string& projection);
    void request_detail(bool at_rest);
    void look_ahead();
    [[nodiscard]] double ground_metres_per_px() const;
    [[nodiscard]] scene::Detail detail_of(const std::string& projection) const;
    [[nodiscard]] bool geometry_ready() const;
    [[nodiscard]] scene::ReduceContext context() const { return {*dataset_.atlas, projections_}; }
    [[nodiscard]] const geo::Projection* projection() const { return plane().get(); }
    [[nodiscard]] const std::shared_ptr<const geo::Projection>& plane() const; ///< of the present state
    [[nodiscard]] std::optional<geo::LonLat> turned_to(const std::string& projection) const;
    [[nodiscard]] scene::Scene scene_of(const scene::AppState& state,
                                        const std::shared_ptr<const geo::Projection>& plane);
    [[nodiscard]] scene::AppState left_state() const; ///< as it was before the change of projection under way
    void pick(geo::ScreenPx at);
    ui::FrameOutput panels_of(const scene::AppState& state, const scene::Scene& scene, std::uint64_t glyph_texture);
    [[nodiscard]] const scene::SearchIndex* search_index(); ///< made when the search is first opened
    [[nodiscard]] geo::Rect free_rect() const { return ui::free_rect_for(state_, strings_.right_to_left); }

    Paths paths_;
    data::Dataset dataset_;
    std::map<std::string, geo::Projection> projections_;
    mutable std::shared_ptr<const geo::Projection> plane_; ///< made anew when a globe has been turned
    mutable std::string plane_id_;
    std::map<std::string, std::shared_ptr<const scene::MapGeometry>> geometries_;
    std::set<std::string> building_, stale_;
    std::map<std::string, int> relief_reductions_; ///< finest asked for
    int relief_jobs_ = 0;
    bool ahead_ = false, animates_ = false;
    std::map<std::string, std::shared_ptr<const scene::Theme>> themes_;
    std::shared_ptr<const scene::Theme> theme_;
    scene::Strings strings_;
    std::unique_ptr<text::Engine> text_;
    scene::AppState state_;
    scene::History history_;
    scene::SceneMemory memory_;
    scene::Viewport laid_out_for_{0, 0, 0};
    bool laid_out_right_to_left_ = false;
    std::vector<std::pair<std::string, std::string>> languages_, theme_names_;
    std::vector<scene::Effect> effects_;
    std::ofstream record_;
    scene::Scene last_scene_;
    double now_s_ = 0;
    int parts_seen_ = -1;
    scene::Camera polled_camera_; ///< of the last poll: the hand rests when it is still the same
    std::unique_ptr<const scene::SearchIndex> search_;
    int search_parts_ = -1;
    std::unique_ptr<base::Worker> worker_; // last: its jobs end before what they refer to
};

} // namespace app
