#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include <algorithm>

namespace ui {
namespace {

/// What is given up, one after the other, as the window gets narrower.
struct Room {
    bool words = true;     ///< words beside the icons of theme and About
    bool name = true;      ///< the atlas' name beside the mark
    bool languages = true; ///< all languages side by side, else one that opens a list
    bool tabs = true;      ///< all views side by side, else one that opens a list
};

Icon theme_icon(const std::string& id)
{
    return id == "paper" ? Icon::sun : id == "contrast" ? Icon::contrast : Icon::moon;
}

std::string theme_name(const Frame& frame)
{
    for (const auto& [id, name] : frame.in.themes)
        if (id == frame.in.state.theme) return name;
    return frame.in.state.theme;
}

void next_theme(Frame& frame)
{
    const auto& themes = frame.in.themes;
    const auto now =
        std::find_if(themes.begin(), themes.end(), [&](const auto& t) { return t.first == frame.in.state.theme; });
    if (themes.empty()) return;
    const auto at =
        now == themes.end() ? std::size_t{0} : static_cast<std::size_t>(now - themes.begin() + 1) % themes.size();
    frame.act(scene::SetTheme{themes[at].first});
}

float button_width(Frame& frame, const std::string& label)
{
    return label.empty() ? frame.px(40) : measure(frame, label, type(frame, "body")) + frame.px(52);
}

bool button(Frame& frame, const char* id, float x, Icon which, const std::string& label, bool active)
{
    const geo::Rect rect{x, frame.px(10), button_width(frame, label), frame.px(36)};
    const Hit hit = control(frame, id, rect);
    const ImVec2 b{rect.x + rect.w, rect.y + rect.h};
    frame.draw->AddRectFilled({rect.x, rect.y}, b, control_fill(frame, hit, active), frame.px(8));
    frame.draw->AddRect({rect.x, rect.y}, b, frame.color("ui.panel_stroke"), frame.px(8), 0, frame.px(1));
    icon(frame, which, {rect.x + frame.px(20), rect.y + rect.h / 2}, 16, frame.color("ui.text_primary"));
    const Type body = type(frame, "body");
    text(frame, {rect.x + frame.px(38), rect.y + (rect.h - body.line) / 2}, label, body,
         frame.color("ui.text_primary"));
    return hit.pressed;
}

struct Choice {
    std::string id, label;
    bool active = false;
};

/// A button with the current choice that opens a list below it.
void drop_down(Frame& frame, const char* id, float x, float width, const std::vector<Choice>& choices)
{
    const std::string open_flag = std::string(id) + "/open";
    const bool open = frame.flag(open_flag.c_str());
    const Type body = type(frame, "body");
    const geo::Rect rect{x, frame.px(10), width, frame.px(36)};
    const Hit hit = control(frame, id, rect);
    const ImVec2 b{rect.x + rect.w, rect.y + rect.h};
    frame.draw->AddRectFilled({rect.x, rect.y}, b, control_fill(frame, hit, open), frame.px(8));
    frame.draw->AddRect({rect.x, rect.y}, b, frame.color("ui.panel_stroke"), frame.px(8), 0, frame.px(1));
    for (const auto& choice : choices)
        if (choice.active)
            line(frame, x + frame.px(12), b.x - frame.px(30), rect.y + (rect.h - body.line) / 2, choice.label,
                 bold(body), frame.color("ui.text_primary"));
    icon(frame, Icon::chevron_down, {b.x - frame.px(17), rect.y + rect.h / 2}, 11, frame.color("ui.text_secondary"));
    if (hit.pressed) frame.set_flag(open_flag.c_str(), !open);
}

void drop_down_list(Frame& frame, const char* id, float x, float width, const std::vector<Choice>& choices,
                    std::string& chosen)
{
    const std::string open_flag = std::string(id) + "/open";
    if (!frame.flag(open_flag.c_str())) return;
    const std::string list_id = std::string(id) + "/list";
    const float row = frame.px(40);
    const geo::Rect most{x, frame.layout.top_bar.h + frame.px(4), width,
                         row * static_cast<float>(choices.size()) + frame.px(12)};
    Panel panel(frame, list_id.c_str(), most, {.padding = 6});
    const Type body = type(frame, "body");
    for (const auto& choice : choices) {
        const geo::Rect rect{panel.x0, panel.y, panel.x1 - panel.x0, row};
        const Hit hit = control(frame, list_id + "/" + choice.id, rect);
        if (hit.hovered || choice.active)
            frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h},
                                      control_fill(frame, hit, choice.active), frame.px(6));
        line(frame, rect.x + frame.px(10), rect.x + rect.w - frame.px(10), rect.y + (row - body.line) / 2, choice.label,
             choice.active ? bold(body) : body, frame.color("ui.text_primary"));
        if (hit.pressed) {
            chosen = choice.id;
            frame.set_flag(open_flag.c_str(), false);
        }
        panel.y += row;
    }
    const auto mouse = frame.pointer();
    if (ImGui::IsMouseReleased(0) && !most.contains({mouse.x, mouse.y}) && mouse.y > frame.layout.top_bar.h)
        frame.set_flag(open_flag.c_str(), false);
}

float tabs_width(Frame& frame, const std::vector<Choice>& views)
{
    float width = 0;
    for (const auto& view : views) width += measure(frame, view.label, bold(type(frame, "tab"))) + frame.px(28);
    return width;
}

void tabs(Frame& frame, float x, const std::vector<Choice>& views, std::string& chosen)
{
    const Type body = type(frame, "tab");
    const float height = frame.layout.top_bar.h;
    for (const auto& view : views) {
        const float width = std::max(measure(frame, view.label, bold(body)) + frame.px(28), frame.px(44));
        const Hit hit = control(frame, "tab/" + view.id, {x, frame.px(4), width, height - frame.px(6)}, false, 4);
        text(frame, {x + width / 2, (height - body.line) / 2}, view.label, view.active ? bold(body) : body,
             frame.color(view.active || hit.hovered ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
        if (view.active)
            frame.draw->AddRectFilled({x, height - frame.px(3)}, {x + width, height}, frame.color("ui.accent"));
        if (hit.pressed) chosen = view.id;
        x += width;
    }
}

} // namespace

void top_bar(Frame& frame)
{
    const auto& state = frame.in.state;
    const auto& bar = frame.layout.top_bar;
    std::vector<Choice> views, languages;
    std::vector<std::string> language_names;
    std::string title = frame.text("app.name");
    if (frame.in.dataset.atlas) {
        title = data::localized(frame.in.dataset.atlas->title, state.language);
        for (const auto& view : frame.in.dataset.atlas->views)
            if (view.in_menu) views.push_back({view.id, frame.said(view.name), view.id == state.view});
    }
    int active_language = -1;
    for (const auto& [id, name] : frame.in.languages) {
        if (id == state.language) active_language = static_cast<int>(languages.size());
        languages.push_back({id, name, id == state.language});
        language_names.push_back(name);
    }

    std::string view_chosen, language_chosen;
    float view_list_x = 0, language_list_x = 0;
    const float list_width = frame.px(190);
    Room room;
    {
        Panel panel(frame, "top_bar", bar, {.background = false, .padding = 0});
        frame.draw->AddRectFilled({bar.x, bar.y}, {bar.x + bar.w, bar.y + bar.h},
                                  frame.color("ui.panel", frame.in.theme.number("opacity.panel", 0.96F)));
        frame.draw->AddRectFilled({bar.x, bar.h - frame.px(1)}, {bar.x + bar.w, bar.h}, frame.color("ui.panel_stroke"));

        const Type product = bold(type(frame, "unit"));
        const float gap = frame.px(8);
        const auto needed = [&] {
            float width = frame.px(16 + 28 + 16);
            if (room.name) width += measure(frame, title, product) + frame.px(26);
            width += room.tabs ? tabs_width(frame, views) : frame.px(150);
            width += gap * 2 + (room.languages ? segmented_width(frame, language_names) : frame.px(120));
            width += gap + button_width(frame, room.words ? theme_name(frame) : "");
            width += gap + button_width(frame, room.words ? frame.text("about_button") : "");
            return width + gap + button_width(frame, "") + frame.px(16);
        };
        if (needed() > bar.w) room.words = false;
        if (needed() > bar.w) room.name = false;
        if (needed() > bar.w) room.languages = false;
        if (needed() > bar.w) room.tabs = false;

        icon(frame, Icon::mark, {frame.px(30), bar.h / 2}, 24, frame.color("mode.rail"));
        float x = frame.px(52);
        if (room.name)
            x += text(frame, {x, (bar.h - product.line) / 2}, title, product, frame.color("ui.text_primary")) +
                 frame.px(26);
        view_list_x = x;
        if (room.tabs)
            tabs(frame, x, views, view_chosen);
        else
            drop_down(frame, "views", x, frame.px(150), views);

        x = bar.w - frame.px(16) - button_width(frame, "");
        if (button(frame, "full_screen", x, Icon::full_screen, "", state.fullscreen))
            frame.act(scene::SetFullscreen{!state.fullscreen});
        const std::string about_word = room.words ? frame.text("about_button") : std::string();
        x -= gap + button_width(frame, about_word);
        if (button(frame, "about", x, Icon::info, about_word, state.about_open))
            frame.act(scene::SetAboutOpen{!state.about_open});
        const std::string theme_word = room.words ? theme_name(frame) : std::string();
        x -= gap + button_width(frame, theme_word);
        if (button(frame, "theme", x, theme_icon(state.theme), theme_word, false)) next_theme(frame);
        if (room.languages) {
            x -= gap + segmented_width(frame, language_names);
            const int tapped = segmented(frame, "language", {x, frame.px(10)}, language_names, active_language);
            if (tapped >= 0) language_chosen = languages[static_cast<std::size_t>(tapped)].id;
        } else {
            x -= gap + frame.px(120);
            language_list_x = x;
            drop_down(frame, "languages", x, frame.px(120), languages);
        }
    }
    if (!room.tabs) drop_down_list(frame, "views", view_list_x, list_width, views, view_chosen);
    if (!room.languages) drop_down_list(frame, "languages", language_list_x, list_width, languages, language_chosen);
    if (!view_chosen.empty()) frame.act(scene::SetView{view_chosen});
    if (!language_chosen.empty()) frame.act(scene::SetLanguage{language_chosen});
}

} // namespace ui
