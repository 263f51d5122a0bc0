#include "ui/frame.hpp"
#include <algorithm>

namespace ui {

void apply_style(const scene::Theme& theme, float scale)
{
    auto& style = ImGui::GetStyle();
    style = ImGuiStyle();
    // Nothing of ImGui's own look is drawn; what is left are behaviour and anti-aliasing.
    style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = ImVec2(0, 0);
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 0;
    style.WindowMinSize = ImVec2(1, 1);
    style.WindowRounding = theme.number("radius.panel", 12) * scale;
    style.FrameRounding = theme.number("radius.control", 8) * scale;
    style.AntiAliasedLines = style.AntiAliasedFill = true;
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.2F;
    style.CurveTessellationTol = 0.6F;
    const auto rgba = [&](const char* role) { return ImGui::ColorConvertU32ToFloat4(to_imgui(theme.color(role))); };
    std::fill(std::begin(style.Colors), std::end(style.Colors), ImVec4(0, 0, 0, 0));
    style.Colors[ImGuiCol_Text] = rgba("ui.text_primary");
    style.Colors[ImGuiCol_WindowBg] = rgba("ui.panel");
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr; // panels keep their places: nothing to remember in a file
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

} // namespace ui
