#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include <algorithm>

namespace ui {
namespace {

void section(Frame& frame, Panel& panel, const char* title, const std::string& words)
{
    if (words.empty()) return;
    panel.space(12);
    panel.wrapped(caption(frame, frame.text(title)), type(frame, "caption_upper"), frame.color("ui.text_note"));
    panel.space(4);
    panel.wrapped(words, type(frame, "body"), frame.color("ui.text_secondary"));
}

} // namespace

void about(Frame& frame)
{
    if (!frame.in.state.about_open) return;
    const auto& state = frame.in.state;
    const auto& window = frame.layout.window;
    const float width = std::min(frame.px(640), window.w - frame.px(32));
    const float top = frame.layout.top_bar.h + frame.px(24);
    const float height = std::max(window.h - top - frame.px(24), frame.px(80));
    const geo::Rect most{(window.w - width) / 2, top, width, height};
    {
        // A veil takes the taps beside the window: they close it.
        Panel veil(frame, "about_veil", {0, frame.layout.top_bar.h, window.w, window.h - frame.layout.top_bar.h},
                   {.background = false, .padding = 0});
        frame.draw->AddRectFilled({0, frame.layout.top_bar.h}, {window.w, window.h}, frame.color("ui.shadow", 0.45F));
        const auto mouse = frame.pointer();
        if (ImGui::IsMouseReleased(0) && ImGui::IsWindowHovered() && !most.contains({mouse.x, mouse.y}) &&
            mouse.y > frame.layout.top_bar.h)
            frame.act(scene::SetAboutOpen{false});
    }
    Panel panel(frame, "about_window", most, {.fit_height = true, .padding = 24});
    const float button = frame.px(36);
    const float button_x = panel.x1 - button + frame.px(8);
    const Hit hit = control(frame, "about_close", {button_x, panel.y - frame.px(4), button, button});
    icon(frame, Icon::close, {button_x + button / 2, panel.y + frame.px(14)}, 16,
         frame.color(hit.hovered ? "ui.text_primary" : "ui.text_secondary"));
    if (hit.pressed) frame.act(scene::SetAboutOpen{false});

    const auto* atlas = frame.in.dataset.atlas.get();
    const Type head = type(frame, "headline");
    line(frame, panel.x0, panel.x1 - button, panel.y,
         atlas ? data::localized(atlas->title, state.language) : frame.text("app.name"), head,
         frame.color("ui.text_primary"));
    panel.y += head.line + frame.px(6);
    panel.wrapped(frame.text("about.what"), type(frame, "body"), frame.color("ui.text_secondary"));
    section(frame, panel, "about.figures", frame.text("about.figures_text"));
    section(frame, panel, "about.honesty", frame.text("about.honesty_text"));
    if (atlas) {
        std::string lines;
        if (const auto* set = atlas->find_viewpoint(state.viewpoint)) {
            lines = frame.said(set->name) + ". ";
            if (const auto note = frame.said(set->note); !note.empty()) lines += note + " ";
        }
        section(frame, panel, "about.boundaries", lines + frame.said(atlas->boundary_note));
        if (!atlas->attributions.empty()) {
            section(frame, panel, "about.data", frame.text("about.data_text"));
            panel.space(4);
            for (const auto& attribution : atlas->attributions)
                panel.wrapped(data::localized(attribution, state.language), type(frame, "body"),
                              frame.color("ui.text_secondary"));
        }
    }
    section(frame, panel, "about.fonts", frame.text("about.fonts_text"));
    section(frame, panel, "about.software", frame.text("about.software_text"));
    section(frame, panel, "about.use", frame.text("about.use_text"));
}

} // namespace ui
