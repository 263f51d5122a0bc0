#include "ui/drop_down.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include "ui/search.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr float kLeastField = 150, kWidestField = 340;

/// What is given up, one after the other, as the window gets narrower.
struct Room {
    bool words = true;     ///< words beside the icons of theme and About
    bool field = true;     ///< a field to search in, else a button that opens one
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

/// Themes, and below them how the map looks to the colour-blind.
std::vector<Choice> theme_choices(Frame& frame)
{
    std::vector<Choice> choices;
    for (const auto& [id, name] : frame.in.themes) choices.push_back({id, name, id == frame.in.state.theme});
    for (const std::string kind : {"none", "deuteranopia", "protanopia", "tritanopia"}) {
        const bool none = kind == "none";
        const std::string id = "vision:" + kind;
        const std::string key = "color_vision." + (none ? "off" : kind);
        choices.push_back({id, frame.text(key), frame.in.state.color_vision == kind,
                           none ? frame.text("color_vision.title") : std::string()});
    }
    return choices;
}

void take_theme(Frame& frame, const std::string& chosen)
{
    constexpr std::string_view kVision = "vision:";
    if (chosen.rfind(kVision, 0) == 0)
        frame.act(scene::SetColorVision{chosen.substr(kVision.size())});
    else if (!chosen.empty())
        frame.act(scene::SetTheme{chosen});
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

/// A button with the current choice that opens a list below it.
void drop_down(Frame& frame, const char* id, float x, float width, const std::vector<Choice>& choices)
{
    const bool open = is_list_open(frame, id);
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
    if (hit.pressed) open_list(frame, id, !open);
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
    float view_list_x = 0, language_list_x = 0, theme_list_x = 0;
    const float list_width = frame.px(190);
    geo::Rect search;
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
            width += gap + (room.field ? frame.px(kLeastField) : button_width(frame, ""));
            width += gap + button_width(frame, room.words ? theme_name(frame) : "");
            width += gap + button_width(frame, room.words ? frame.text("about_button") : "");
            return width + gap + button_width(frame, "") + frame.px(16);
        };
        if (needed() > bar.w) room.words = false;
        if (needed() > bar.w) room.field = false;
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
        theme_list_x = x;
        if (button(frame, "theme", x, theme_icon(state.theme), theme_word, is_list_open(frame, "theme")))
            open_list(frame, "theme", !is_list_open(frame, "theme"));
        if (room.languages) {
            x -= gap + segmented_width(frame, language_names);
            const int tapped = segmented(frame, "language", {x, frame.px(10)}, language_names, active_language);
            if (tapped >= 0) language_chosen = languages[static_cast<std::size_t>(tapped)].id;
        } else {
            x -= gap + frame.px(120);
            language_list_x = x;
            drop_down(frame, "languages", x, frame.px(120), languages);
        }
        const float spare = std::max(bar.w - needed(), 0.0F);
        const float field =
            room.field ? std::min(frame.px(kLeastField) + spare, frame.px(kWidestField)) : button_width(frame, "");
        search = {x - gap - field, frame.px(10), field, frame.px(36)};
        search_field(frame, search);
    }
    const float below = bar.h + frame.px(4);
    if (!room.tabs) view_chosen = drop_down_list(frame, "views", view_list_x, below, list_width, views);
    if (!room.languages)
        language_chosen = drop_down_list(frame, "languages", language_list_x, below, list_width, languages);
    take_theme(frame, drop_down_list(frame, "theme", theme_list_x, below, frame.px(240), theme_choices(frame)));
    search_list(frame, search);
    if (!view_chosen.empty()) frame.act(scene::SetView{view_chosen});
    if (!language_chosen.empty()) frame.act(scene::SetLanguage{language_chosen});
}

} // namespace ui
