#pragma once
#include "data/dataset.hpp"
#include "scene/action.hpp"
#include "scene/app_state.hpp"
#include "scene/scene.hpp"
#include "scene/search.hpp"
#include "scene/strings.hpp"
#include "text/engine.hpp"
#include <cstdint>
#include <string>
#include <vector>

/// The Dear ImGui panels: read the state, emit actions, own nothing but what ImGui keeps (focus, scroll).
namespace ui {

struct FrameInput {
    const scene::AppState& state;
    const data::Dataset& dataset; ///< parts may still be null while loading
    const scene::Scene& scene;
    const scene::Theme& theme;
    const scene::Strings& strings;
    const std::vector<std::pair<std::string, std::string>>& languages; ///< id, own name
    const std::vector<std::pair<std::string, std::string>>& themes;    ///< id, shown name
    text::Engine& text;
    std::uint64_t glyph_texture = 0;             ///< ImTextureID of text::GlyphAtlas
    double ground_metres_per_px = 0;             ///< at the centre, for the scale bar
    std::string pointer_text;                    ///< "44.21° N 80.41° E", empty when the pointer is not on the map
    const scene::SearchIndex* search = nullptr;  ///< null while the names are not there
    const geo::Projection* projection = nullptr; ///< of the map shown; null when it has none
};

/// A rectangle with a name: what tests and replays aim at.
struct NamedRect {
    std::string name;
    geo::Rect rect; ///< device px
};

/// A figure as it stands on screen, and the fact or sum behind it.
struct ShownFigure {
    std::string words;         ///< in the language: "约 4,351.1 亿元"
    std::string printed, unit; ///< as in facts.csv: "435.11", "cny_bn"
};

struct FrameOutput {
    std::vector<scene::Action> actions;
    geo::Rect free_rect;                    ///< the map area that no panel covers, device px
    bool over_panel = false;                ///< the pointer is on a panel: the map must not take the event
    std::vector<NamedRect> panels;          ///< what was drawn where, in drawing order
    std::vector<NamedRect> controls;        ///< everything that can be tapped, the part that is visible
    geo::Rect text_caret;                   ///< of the field that is typed into, device px; empty when none is
    std::vector<std::string> shown_numbers; ///< published or computed figures on screen, to the letter
    std::vector<ShownFigure> shown_figures; ///< the same with the words they are said in
};

/// Between ImGui::NewFrame() and ImGui::Render(). Main thread.
[[nodiscard]] FrameOutput draw_panels(const FrameInput& input);

/// The map area that panels will leave for a state, without drawing (first frame, tests); device px on the screen.
[[nodiscard]] geo::Rect free_rect_for(const scene::AppState& state, bool right_to_left);

/// Sets ImGui's style from a theme; once per context and at each theme change.
void apply_style(const scene::Theme& theme, float scale);

} // namespace ui
