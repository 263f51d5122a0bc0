#include "ui/search.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/subject_head.hpp"
#include "ui/text_field.hpp"
#include <algorithm>

namespace ui {
namespace {

constexpr const char* kField = "search";

bool is_button(const Frame& frame, const geo::Rect& rect) { return rect.w < frame.px(60); }

std::vector<scene::SearchHit> found(const Frame& frame)
{
    if (!frame.in.search || frame.in.state.search.empty()) return {};
    return frame.in.search->find(frame.in.state.search, frame.in.state.language);
}

void choose(Frame& frame, const scene::SearchHit& hit)
{
    frame.act(scene::Select{hit.selection.kind, hit.selection.subject});
    if (hit.where) frame.act(scene::FlyTo{hit.where->at.lon, hit.where->at.lat, hit.where->width_km});
    frame.act(scene::SetSearchOpen{false});
}

/// The row that Enter takes.
int& row_of(Frame& frame) { return *frame.memory->GetIntRef(Frame::id_of("search_row"), 0); }

/// The key that opened the search also typed its own letter.
void forget_opening_key(Frame& frame)
{
    auto& letters = ImGui::GetIO().InputQueueCharacters;
    if (!frame.flag("search_shown") && !letters.empty() && letters.front() == '/') letters.erase(letters.begin());
    if (!frame.flag("search_shown")) row_of(frame) = 0;
}

void open_field(Frame& frame, const geo::Rect& rect)
{
    forget_opening_key(frame);
    const geo::Rect field{rect.x, rect.y, rect.w, rect.h};
    const auto events = text_field(frame, kField, field, frame.in.state.search, frame.text("search.placeholder"), true);
    frame.set_flag("search_shown", true);
    if (events.changed) {
        frame.act(scene::SetSearch{events.text});
        row_of(frame) = 0;
    }
    const auto hits = found(frame);
    const int count = static_cast<int>(hits.size());
    int& row = row_of(frame);
    if (count > 0) row = (std::clamp(row, 0, count - 1) + events.row + count) % count;
    if (events.cancelled)
        frame.act(scene::SetSearchOpen{false});
    else if (events.submitted && count > 0)
        choose(frame, hits[static_cast<std::size_t>(row)]);
}

void closed_field(Frame& frame, const geo::Rect& rect)
{
    if (frame.flag("search_shown")) leave_fields(frame);
    frame.set_flag("search_shown", false);
    const Hit hit = control(frame, kField, rect);
    const ImVec2 b{rect.x + rect.w, rect.y + rect.h};
    frame.draw->AddRectFilled({rect.x, rect.y}, b, control_fill(frame, hit), frame.px(8));
    frame.draw->AddRect({rect.x, rect.y}, b, frame.color("ui.panel_stroke"), frame.px(8), 0, frame.px(1));
    const bool button = is_button(frame, rect);
    icon(frame, Icon::search, {rect.x + frame.px(button ? 20.0F : 19.0F), rect.y + rect.h / 2}, 15,
         frame.color(button ? "ui.text_primary" : "ui.text_secondary"));
    if (hit.pressed) frame.act(scene::SetSearchOpen{true});
    if (button) return;
    const Type body = type(frame, "body");
    const Type key = type(frame, "note");
    const geo::Rect cap{b.x - frame.px(29), rect.y + frame.px(9), frame.px(18), rect.h - frame.px(18)};
    line(frame, rect.x + frame.px(34), cap.x - frame.px(6), rect.y + (rect.h - body.line) / 2,
         frame.text("search.placeholder"), body, frame.color("ui.text_note"));
    frame.draw->AddRect({cap.x, cap.y}, {cap.x + cap.w, cap.y + cap.h}, frame.color("ui.panel_stroke"), frame.px(4), 0,
                        frame.px(1));
    text(frame, {cap.x + cap.w / 2, cap.y + (cap.h - key.line) / 2}, "/", key, frame.color("ui.text_note"),
         Align::centre);
}

void result_row(Frame& frame, Panel& panel, const scene::SearchHit& hit, int index)
{
    const float row = frame.px(46);
    const geo::Rect rect{panel.x0, panel.y, panel.x1 - panel.x0, row};
    const Hit tap = control(frame, "search/" + std::to_string(index), rect);
    const bool chosen = index == row_of(frame);
    if (tap.hovered || chosen)
        frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + row}, control_fill(frame, tap, chosen),
                                  frame.px(6));
    const Type name = bold(type(frame, "body"));
    const Type small = type(frame, "note");
    const std::string title = subject_title(frame, hit.selection.subject);
    const std::string kind = kind_words(frame, hit.selection);
    const float x0 = rect.x + frame.px(10), x1 = rect.x + rect.w - frame.px(10);
    line(frame, x0, x1, rect.y + frame.px(3), title, name, frame.color("ui.text_primary"));
    std::string below = frame.piece(kind);
    if (hit.matched != title) below += (below.empty() ? "" : " · ") + frame.piece(hit.matched);
    line(frame, x0, x1, rect.y + frame.px(24), below, small, frame.color("ui.text_secondary"));
    if (tap.pressed) choose(frame, hit);
    panel.y += row;
}

} // namespace

void search_field(Frame& frame, const geo::Rect& rect)
{
    if (frame.in.state.search_open && !is_button(frame, rect))
        open_field(frame, rect);
    else if (!frame.in.state.search_open)
        closed_field(frame, rect);
    else if (control(frame, "search_close", rect).pressed)
        frame.act(scene::SetSearchOpen{false});
    if (frame.in.state.search_open && is_button(frame, rect))
        icon(frame, Icon::close, {rect.x + rect.w / 2, rect.y + rect.h / 2}, 14, frame.color("ui.text_primary"));
}

void search_list(Frame& frame, const geo::Rect& rect)
{
    if (!frame.in.state.search_open) return;
    const bool with_field = is_button(frame, rect);
    const float width = std::max(rect.w, std::min(frame.px(340), frame.layout.window.w - frame.px(16)));
    const float x = std::clamp(rect.x + rect.w - width, frame.px(8),
                               std::max(frame.layout.window.w - width - frame.px(8), frame.px(8)));
    const auto hits = found(frame);
    const bool nothing = hits.empty() && !frame.in.state.search.empty();
    geo::Rect most{x, frame.layout.top_bar.h + frame.px(4), width,
                   frame.px(12) + frame.px(46) * static_cast<float>(hits.size()) + (nothing ? frame.px(40) : 0) +
                       (with_field ? frame.px(48) : 0)};
    if (most.h > frame.px(13)) {
        Panel panel(frame, "search_list", most, {.padding = 6});
        if (with_field) {
            open_field(frame, {panel.x0 + frame.px(4), panel.y + frame.px(4), panel.x1 - panel.x0 - frame.px(8),
                               frame.px(36)});
            panel.y += frame.px(48);
        }
        for (std::size_t i = 0; i < hits.size(); ++i) result_row(frame, panel, hits[i], static_cast<int>(i));
        const Type body = type(frame, "body");
        if (nothing)
            line(frame, panel.x0 + frame.px(10), panel.x1 - frame.px(10), panel.y + (frame.px(40) - body.line) / 2,
                 frame.text("search.none"), body, frame.color("ui.text_note"));
    }
    const auto mouse = frame.pointer();
    const geo::ScreenPx at{mouse.x, mouse.y};
    const bool beside = !most.contains(at) && !rect.contains(at);
    // Only a tap that also began beside: not the one that opened the search.
    if (ImGui::IsMouseClicked(0)) frame.set_flag("search_left", beside);
    if (ImGui::IsMouseReleased(0) && frame.flag("search_left")) {
        frame.set_flag("search_left", false);
        frame.act(scene::SetSearchOpen{false});
    }
}

} // namespace ui
