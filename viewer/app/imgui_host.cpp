#include "app/imgui_host.hpp"
#include <algorithm>
#include <cfloat>
#include <imgui_impl_opengl3.h>

namespace app {
namespace {

void map_keys(ImGuiIO& io)
{
    const std::pair<ImGuiKey_, SDL_Scancode> keys[] = {{ImGuiKey_Tab, SDL_SCANCODE_TAB},
                                                       {ImGuiKey_LeftArrow, SDL_SCANCODE_LEFT},
                                                       {ImGuiKey_RightArrow, SDL_SCANCODE_RIGHT},
                                                       {ImGuiKey_UpArrow, SDL_SCANCODE_UP},
                                                       {ImGuiKey_DownArrow, SDL_SCANCODE_DOWN},
                                                       {ImGuiKey_PageUp, SDL_SCANCODE_PAGEUP},
                                                       {ImGuiKey_PageDown, SDL_SCANCODE_PAGEDOWN},
                                                       {ImGuiKey_Home, SDL_SCANCODE_HOME},
                                                       {ImGuiKey_End, SDL_SCANCODE_END},
                                                       {ImGuiKey_Delete, SDL_SCANCODE_DELETE},
                                                       {ImGuiKey_Backspace, SDL_SCANCODE_BACKSPACE},
                                                       {ImGuiKey_Space, SDL_SCANCODE_SPACE},
                                                       {ImGuiKey_Enter, SDL_SCANCODE_RETURN},
                                                       {ImGuiKey_Escape, SDL_SCANCODE_ESCAPE},
                                                       {ImGuiKey_KeyPadEnter, SDL_SCANCODE_KP_ENTER},
                                                       {ImGuiKey_A, SDL_SCANCODE_A},
                                                       {ImGuiKey_C, SDL_SCANCODE_C},
                                                       {ImGuiKey_V, SDL_SCANCODE_V},
                                                       {ImGuiKey_X, SDL_SCANCODE_X}};
    for (const auto& [key, scancode] : keys) io.KeyMap[key] = scancode;
}

} // namespace

ImGuiHost::ImGuiHost() : context_(ImGui::CreateContext())
{
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // window places follow the layout, nothing is remembered on disk
    io.LogFilename = nullptr;
    io.BackendPlatformName = "corridor-atlas";
    io.MousePos = {-FLT_MAX, -FLT_MAX};
    map_keys(io);
    use_clipboard();
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImGuiHost::~ImGuiHost()
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
}

void ImGuiHost::key(const SDL_Keysym& key, bool down)
{
    if (key.scancode < 0 || key.scancode >= 512) return;
    keys_.key(key.scancode, down, {(key.mod & KMOD_SHIFT) != 0, (key.mod & KMOD_CTRL) != 0, (key.mod & KMOD_ALT) != 0});
}

void ImGuiHost::use_clipboard()
{
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void*, const char* text) { SDL_SetClipboardText(text); };
    io.GetClipboardTextFn = [](void* host) -> const char* {
        auto& kept = static_cast<ImGuiHost*>(host)->pasted_;
        kept.reset(SDL_GetClipboardText());
        return kept.get();
    };
}

void ImGuiHost::begin_frame(int width, int height, double dt_s)
{
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = static_cast<float>(std::clamp(dt_s, 1e-4, 0.25));
    const auto& mouse = mouse_.next_frame();
    io.MousePos = mouse.inside ? ImVec2(mouse.x, mouse.y) : ImVec2(-FLT_MAX, -FLT_MAX);
    std::copy(mouse.down.begin(), mouse.down.end(), io.MouseDown);
    io.MouseWheel = mouse.wheel_y;
    io.MouseWheelH = mouse.wheel_x;
    const auto keys = keys_.next_frame();
    for (const auto& [scan_code, down] : keys.keys) io.KeysDown[scan_code] = down;
    io.KeyShift = keys_.held().shift;
    io.KeyCtrl = keys_.held().ctrl;
    io.KeyAlt = keys_.held().alt;
    io.AddInputCharactersUTF8(keys.text.c_str());
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void ImGuiHost::end_frame(unsigned framebuffer, render::Renderer* keeper)
{
    ImGui::Render();
    if (keeper != nullptr)
        cache_.draw(*ImGui::GetDrawData(), *keeper, framebuffer);
    else
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void ImGuiHost::close_frame() { ImGui::Render(); }

void ImGuiHost::draw_part(int x, int y, int width, int height)
{
    ImDrawData* data = ImGui::GetDrawData();
    const ImVec2 place = data->DisplayPos, size = data->DisplaySize;
    data->DisplayPos = {static_cast<float>(x), static_cast<float>(y)};
    data->DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    ImGui_ImplOpenGL3_RenderDrawData(data);
    data->DisplayPos = place;
    data->DisplaySize = size;
}

} // namespace app
