#pragma once
#include "app/key_queue.hpp"
#include "app/mouse_queue.hpp"
#include "app/panel_cache.hpp"
#include <SDL_clipboard.h>
#include <SDL_events.h>
#include <imgui.h>
#include <memory>

namespace app {

/// Owns the ImGui context and its OpenGL backend. Events are fed by us, not by ImGui's SDL backend, which polls the
/// mouse and so cannot be driven by a replay or a test.
class ImGuiHost {
public:
    ImGuiHost();
    ~ImGuiHost();
    ImGuiHost(const ImGuiHost&) = delete;
    ImGuiHost& operator=(const ImGuiHost&) = delete;

    void mouse_moved(float x, float y) { mouse_.move(x, y); }
    void mouse_left() { mouse_.leave(); }
    void mouse_button(int button, bool down) { mouse_.button(button, down); }
    void wheel(float x, float y) { mouse_.wheel(x, y); }
    void key(const SDL_Keysym& key, bool down);
    void typed(const char* utf8) { keys_.typed(utf8); }
    void begin_frame(int width, int height, double dt_s);
    /// Draws into `framebuffer`; panels that did not change are kept by `keeper` (null: all are drawn).
    void end_frame(unsigned framebuffer, render::Renderer* keeper);
    void close_frame();                                  ///< without drawing: draw_part follows
    void draw_part(int x, int y, int width, int height); ///< of the closed frame, filling the bound framebuffer
    /// More frames are needed to take it.
    [[nodiscard]] bool has_input() const { return mouse_.waiting() || keys_.waiting(); }
    [[nodiscard]] bool wants_text() const { return ImGui::GetIO().WantTextInput; }

private:
    struct FreeText {
        void operator()(char* text) const { SDL_free(text); }
    };
    void use_clipboard();

    ImGuiContext* context_;
    MouseQueue mouse_;
    PanelCache cache_;
    KeyQueue keys_;
    std::unique_ptr<char, FreeText> pasted_; ///< ImGui reads it after the call
};

} // namespace app
