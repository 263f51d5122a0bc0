#include "ui/map_tools.hpp"
#include "ui/drop_down.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr const char* kList = "projections";
constexpr const char* kOwn = "projection_own";

struct Strip {
    geo::Rect rect;
    bool names = true; ///< all presets side by side, else one button with a list
    float presets = 0;
};

std::vector<std::string> short_names(const Frame& frame)
{
    std::vector<std::string> names;
    for (const auto& spec : frame.in.dataset.atlas->projections)
        names.push_back(frame.said(spec.short_name.empty() ? spec.name : spec.short_name));
    return names;
}

int active_preset(const Frame& frame)
{
    const auto& all = frame.in.dataset.atlas->projections;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.id == frame.in.state.projection; });
    return at == all.end() ? -1 : static_cast<int>(at - all.begin());
}

Strip strip_for(Frame& frame)
{
    Strip strip;
    const auto& free = frame.layout.free;
    const auto& left = frame.layout.left; // the layer panel, or the button that opens it
    const float x = std::max(free.x, left.x + left.w) + frame.px(12);
    const float room = free.x + free.w - x - frame.px(12);
    const float buttons = frame.px(2 * 40 + 8);
    strip.presets = segmented_width(frame, short_names(frame));
    // On a small map every pixel under the strip is one that a figure cannot take.
    strip.names = !frame.layout.compact && strip.presets + buttons + frame.px(8) <= room;
    if (!strip.names) strip.presets = frame.px(40);
    strip.rect = {x, left.y, strip.presets + buttons + frame.px(8), frame.px(44)};
    return strip;
}

bool tool(Frame& frame, const char* id, float x, float y, Icon which, bool active)
{
    const geo::Rect rect{x, y, frame.px(40), frame.px(36)};
    const Hit hit = control(frame, id, rect);
    if (active || hit.hovered || hit.held)
        frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h},
                                  control_fill(frame, hit, active), frame.px(8));
    icon(frame, which, {rect.x + rect.w / 2, rect.y + rect.h / 2}, 17,
         frame.color(active ? "ui.accent" : "ui.text_primary"));
    return hit.pressed;
}

void presets(Frame& frame, const Strip& strip, float x, float y)
{
    const auto& all = frame.in.dataset.atlas->projections;
    const auto names = short_names(frame);
    const int active = active_preset(frame);
    if (strip.names) {
        const int tapped = segmented(frame, "projection", {x, y}, names, active, 0, true);
        if (tapped >= 0 && tapped != active) frame.act(scene::SetProjection{all[static_cast<std::size_t>(tapped)].id});
        return;
    }
    if (tool(frame, kList, x, y, Icon::globe, is_list_open(frame, kList)))
        open_list(frame, kList, !is_list_open(frame, kList));
}

/// An analyst's own EPSG code or PROJ string. What cannot be used is said by a notice, and the map stays as it is.
void own_projection(Frame& frame, const Strip& strip)
{
    if (!is_list_open(frame, kOwn)) {
        if (frame.flag("projection_own_shown")) leave_fields(frame);
        frame.set_flag("projection_own_shown", false);
        return;
    }
    const bool first = !frame.flag("projection_own_shown");
    frame.set_flag("projection_own_shown", true);
    const float width = std::min(frame.px(400), frame.layout.free.w - frame.px(32));
    const geo::Rect most{strip.rect.x, strip.rect.y + strip.rect.h + frame.px(4), width, frame.px(220)};
    Panel panel(frame, "projection_own_panel", most, {.fit_height = true});
    const Type small = type(frame, "note");
    panel.wrapped(frame.text("projection.own"), bold(type(frame, "body")), frame.color("ui.text_primary"));
    panel.space(8);
    std::string draft = frame.in.state.projection_draft;
    const float button = measure(frame, frame.text("projection.use"), type(frame, "body")) + frame.px(28);
    const geo::Rect field{panel.x0, panel.y, panel.x1 - panel.x0 - button - frame.px(8), frame.px(36)};
    const auto events = text_field(frame, "projection_text", field, draft, "EPSG:4545", first);
    if (events.changed) {
        draft = events.text;
        frame.act(scene::SetProjectionDraft{draft});
    }
    const geo::Rect use{field.x + field.w + frame.px(8), panel.y, button, frame.px(36)};
    const Hit hit = control(frame, "projection_use", use);
    const Type body = type(frame, "body");
    frame.draw->AddRectFilled({use.x, use.y}, {use.x + use.w, use.y + use.h},
                              frame.color("ui.accent", hit.hovered ? 0.88F : 1.0F), frame.px(8));
    text(frame, {use.x + use.w / 2, use.y + (use.h - body.line) / 2}, frame.text("projection.use"), body,
         frame.color("ui.on_accent"), Align::centre);
    panel.y += frame.px(42);
    panel.wrapped(frame.text("projection.examples") + " " + frame.piece("EPSG:3395, +proj=robin +lon_0=87"), small,
                  frame.color("ui.text_note"));
    if (active_preset(frame) < 0)
        panel.wrapped(frame.text("projection.now") + " " + frame.piece(frame.in.state.projection), small,
                      frame.color("ui.text_secondary"));
    if ((hit.pressed || events.submitted) && draft.find_first_not_of(' ') != std::string::npos)
        frame.act(scene::SetProjection{draft});
    if (events.cancelled) open_list(frame, kOwn, false);
}

} // namespace

geo::Rect map_tools_rect(Frame& frame)
{
    const auto& free = frame.layout.free;
    const bool known = frame.in.dataset.atlas && !frame.in.dataset.atlas->projections.empty();
    return known && free.w >= frame.px(270) && free.h >= frame.px(220) ? strip_for(frame).rect : geo::Rect{};
}

void map_tools(Frame& frame)
{
    if (map_tools_rect(frame).w <= 0) return;
    const Strip strip = strip_for(frame);
    {
        Panel panel(frame, "map_tools", strip.rect, {.radius = 10, .padding = 4});
        presets(frame, strip, panel.x0, panel.y);
        float x = panel.x0 + strip.presets + frame.px(4);
        if (tool(frame, kOwn, x, panel.y, Icon::more, is_list_open(frame, kOwn) || active_preset(frame) < 0)) {
            open_list(frame, kOwn, !is_list_open(frame, kOwn));
            if (frame.in.state.measuring) frame.act(scene::SetMeasuring{false}); // one panel at that place
        }
        x += frame.px(40) + frame.px(4);
        if (tool(frame, "measure", x, panel.y, Icon::ruler, frame.in.state.measuring))
            open_list(frame, kOwn, false), frame.act(scene::SetMeasuring{!frame.in.state.measuring});
    }
    if (!strip.names) {
        std::vector<Choice> choices;
        const auto& all = frame.in.dataset.atlas->projections;
        for (std::size_t i = 0; i < all.size(); ++i)
            choices.push_back({all[i].id, frame.said(all[i].name), static_cast<int>(i) == active_preset(frame)});
        const auto chosen = drop_down_list(frame, kList, strip.rect.x, strip.rect.y + strip.rect.h + frame.px(4),
                                           frame.px(220), choices);
        if (!chosen.empty()) frame.act(scene::SetProjection{chosen});
    }
    own_projection(frame, strip);
}

} // namespace ui
