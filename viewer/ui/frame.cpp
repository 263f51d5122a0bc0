#include "ui/frame.hpp"
#include "scene/isolates.hpp"

namespace ui {

ImU32 to_imgui(scene::Color color, float alpha)
{
    return ImGui::ColorConvertFloat4ToU32(ImVec4(color.r, color.g, color.b, color.a * alpha));
}

ImU32 Frame::color(std::string_view role, float alpha) const { return to_imgui(in.theme.color(role), alpha); }

std::string Frame::said(const std::map<std::string, std::string>& text) const
{
    const auto& words = data::localized(text, in.state.language);
    const auto own = text.find(in.state.language);
    const bool foreign = own == text.end() || own->second.empty();
    return right_to_left() && foreign && !words.empty() ? scene::as_fallback(words) : words;
}

std::string Frame::piece(std::string_view text) const
{
    return right_to_left() && !text.empty() ? scene::isolated(text) : std::string(text);
}

ImVec2 Frame::pointer() const
{
    const auto at = ImGui::GetIO().MousePos;
    return {on_screen(at.x), at.y};
}

ImGuiID Frame::id_of(std::string_view name)
{
    ImGuiID hash = 2166136261U; // FNV-1a: the same on every platform and run
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

} // namespace ui
