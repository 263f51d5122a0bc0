#include "ui/panels.hpp"
#include "ui/control.hpp"
#include "ui/parts.hpp"
#include <imgui_internal.h>

namespace ui {
namespace {

/// For one frame, plain shapes take their white texel from the glyph sheet, so that a panel is a single draw call.
class WhiteTexel {
public:
    explicit WhiteTexel(const text::GlyphAtlas& sheet)
        : shared_(*ImGui::GetDrawListSharedData()), before_(shared_.TexUvWhitePixel)
    {
        const auto size = static_cast<float>(sheet.size);
        shared_.TexUvWhitePixel = {(static_cast<float>(sheet.white_u) + 0.5F) / size,
                                   (static_cast<float>(sheet.white_v) + 0.5F) / size};
    }
    ~WhiteTexel() { shared_.TexUvWhitePixel = before_; }
    WhiteTexel(const WhiteTexel&) = delete;
    WhiteTexel& operator=(const WhiteTexel&) = delete;

private:
    ImDrawListSharedData& shared_;
    ImVec2 before_;
};

/// A window that is never seen: its storage is where ImGui keeps what the panels remember between frames.
ImGuiStorage* memory()
{
    ImGui::SetNextWindowPos({-10, -10});
    ImGui::SetNextWindowSize({1, 1});
    ImGui::Begin("ui_memory", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGuiStorage* storage = ImGui::GetStateStorage();
    ImGui::End();
    return storage;
}

} // namespace

FrameOutput draw_panels(const FrameInput& input)
{
    FrameOutput out;
    Frame frame{input, out, layout_for(input.state)};
    frame.mirrored = frame.right_to_left();
    out.free_rect = frame.on_screen(frame.layout.free);
    if (!input.state.chrome_visible) return out;
    frame.memory = memory();
    frame.reveal_focus = frame.memory->GetInt(Frame::id_of("focus_moved"), 0) != 0;
    if (!ImGui::GetIO().MouseDown[0] && !ImGui::IsMouseReleased(0)) frame.set_flag("drag_owned", false);
    {
        const WhiteTexel white(input.text.atlas());
        measured_lines(frame);
        map_furniture(frame);
        notices(frame);
        map_tools(frame);
        measure_panel(frame);
        year_bar(frame);
        layers_panel(frame);
        inspector(frame);
        about(frame);
        top_bar(frame);
        move_focus(frame);
    }
    const auto mouse = ImGui::GetIO().MousePos;
    for (const auto& panel : out.panels) out.over_panel |= panel.rect.contains({mouse.x, mouse.y});
    out.over_panel |= ImGui::IsAnyItemActive();
    return out;
}

} // namespace ui
