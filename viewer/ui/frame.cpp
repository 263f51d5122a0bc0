#include "ui/frame.hpp"

namespace ui {

ImU32 to_imgui(scene::Color color, float alpha)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(color.r, color.g, color.b, color.a * alpha));
}

ImU32 Frame::color(std::string_view role, float alpha) const { return to_imgui(in.theme.color(role), alpha); }

ImGuiID Frame::id_of(std::string_view name)
{
    ImGuiID hash = 2166136261U; // FNV-1a: the same on every platform and run
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

} // namespace ui
