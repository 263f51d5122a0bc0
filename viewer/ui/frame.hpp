#pragma once
#include "ui/layout.hpp"
#include "ui/panels.hpp"
#include <imgui.h>
#include <string>
#include <string_view>

namespace ui {

/// What every panel needs while one frame is drawn. `memory` lives in ImGui, so the room itself keeps nothing.
struct Frame {
    const FrameInput& in;
    FrameOutput& out;
    Layout layout;
    ImGuiStorage* memory = nullptr;
    ImDrawList* draw = nullptr;            ///< of the panel being drawn
    ImVec2 clip_min{}, clip_max{};         ///< visible part of that panel
    std::vector<ImGuiID> focus_order = {}; ///< controls in drawing order, for Tab
    bool reveal_focus = false;             ///< Tab moved the focus: scroll it into view
    float scroll_by = 0;                   ///< asked for by a control out of view
    /// x counts from the right: panels of right-to-left languages. Off while something lies on the map itself.
    bool mirrored = false;

    [[nodiscard]] float px(float logical) const { return logical * layout.scale; }
    [[nodiscard]] ImU32 color(std::string_view role, float alpha = 1) const;
    [[nodiscard]] const std::string& text(std::string_view key) const { return in.strings(key); }
    /// A text of the atlas in the chosen language; marked as foreign where a right-to-left language lacks it.
    [[nodiscard]] std::string said(const std::map<std::string, std::string>& text) const;
    /// A text that stands beside others in one line: kept whole where directions mix.
    [[nodiscard]] std::string piece(std::string_view text) const;
    [[nodiscard]] bool right_to_left() const { return in.strings.right_to_left; }
    /// Between the panels' coordinates and the screen's, both ways; the same thing twice changes nothing.
    [[nodiscard]] float on_screen(float x) const { return mirrored ? layout.window.w - x : x; }
    [[nodiscard]] geo::Rect on_screen(const geo::Rect& r) const
    {
        return {mirrored ? layout.window.w - r.x - r.w : r.x, r.y, r.w, r.h};
    }
    [[nodiscard]] ImVec2 pointer() const; ///< in the panels' coordinates
    [[nodiscard]] ImTextureID glyphs() const { return reinterpret_cast<ImTextureID>(in.glyph_texture); }
    void act(scene::Action action) { out.actions.push_back(std::move(action)); }

    /// To be called for every published or computed figure that is drawn: tests hold them against the facts.
    void shown(std::string words, const std::string& printed, const std::string& unit)
    {
        out.shown_numbers.push_back(printed);
        out.shown_figures.push_back({std::move(words), printed, unit});
    }

    [[nodiscard]] bool flag(const char* name) const { return memory->GetBool(id_of(name), false); }
    void set_flag(const char* name, bool on) { memory->SetBool(id_of(name), on); }
    [[nodiscard]] static ImGuiID id_of(std::string_view name);
};

[[nodiscard]] ImU32 to_imgui(scene::Color color, float alpha = 1);

} // namespace ui
