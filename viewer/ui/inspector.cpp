#include "scene/wording.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include "ui/series_chart.hpp"
#include "ui/sources.hpp"
#include "ui/subject_figures.hpp"
#include "ui/subject_head.hpp"
#include "ui/swatches.hpp"
#include <algorithm>

namespace ui {
namespace {

using data::State;

/// Draws the badge at the end of a row and returns where the row's own text must stop.
float state_badge(Frame& frame, const Panel& panel, float y, const data::YearValue& value)
{
    const Type small = type(frame, "note");
    const std::string words = badge(frame.in.strings, value, frame.in.dataset.facts.get());
    const float width = measure(frame, words, small) + frame.px(18);
    const float height = frame.px(20);
    const float x = panel.x1 - width;
    const char* role = value.state == State::published     ? "chart.published_badge"
                       : value.state == State::conflicting ? "chart.conflict"
                                                           : nullptr;
    const ImVec2 b{x + width, y + height};
    if (!role) frame.draw->AddRectFilled({x, y}, b, frame.color("ui.panel_raised"), frame.px(10));
    frame.draw->AddRect({x, y}, b, frame.color(role ? role : "ui.panel_stroke"), frame.px(10), 0, frame.px(1.2F));
    text(frame, {x + width / 2, y + (height - small.line) / 2}, words, small,
         frame.color(role ? role : "ui.text_secondary"), Align::centre);
    return width + frame.px(8);
}

/// The years beside the shown one: "2023: 304,000 · 2025: about 450,000", or the last year known at all.
std::string neighbours(Frame& frame, const data::Series& series, int year)
{
    std::string words;
    const auto add = [&](int which) {
        const auto& value = series.at(which);
        if (value.state == State::absent) return;
        const std::string number = brief_figure(frame.in.strings, value, series.unit);
        frame.shown(number, value.printed, series.unit);
        if (!words.empty()) words += " · ";
        words += std::to_string(which) + ": " + number;
        if (value.state == State::partial)
            words += " (" + badge(frame.in.strings, value, frame.in.dataset.facts.get()) + ")";
    };
    if (series.at(year).state != State::absent) {
        add(year - 1);
        add(year + 1);
        return words;
    }
    const auto later = series.years.upper_bound(year);
    if (later != series.years.begin()) add(std::prev(later)->first);
    if (later != series.years.end()) add(later->first);
    return words;
}

ImU32 series_color(const Frame& frame, const data::Series& series)
{
    const auto* overlay = frame.in.dataset.atlas->overlay(frame.in.state.overlay);
    // Amber means trains counted; only the overlay's own measure wears its mode colour.
    if (overlay && overlay->measure == series.measure && overlay->unit == series.unit)
        return frame.color(mode_role(frame, overlay->mode));
    return frame.color("chart.year_bar");
}

/// A size, a length or a number of routes holds until it is stated again: the latest statement up to the year, which
/// its remark dates. Amounts of a year never borrow.
int year_shown(const Frame& frame, const data::Series& series)
{
    const int year = frame.in.state.year;
    const auto* facts = frame.in.dataset.facts.get();
    const auto later = series.years.upper_bound(year);
    if (!facts || series.at(year).state != State::absent || later == series.years.begin()) return year;
    const auto& [stated, value] = *std::prev(later);
    const bool holds =
        !value.facts.empty() && facts->facts.at(value.facts.front()).period_kind == data::PeriodKind::as_of;
    return holds ? stated : year;
}

void main_figure(Frame& frame, Panel& panel, const data::Series& series)
{
    const int year = year_shown(frame, series);
    const auto& value = series.at(year);
    const bool known = value.state != State::absent;
    const ImU32 color = series_color(frame, series);
    const bool of_overlay = color != frame.color("chart.year_bar");
    Type large = type(frame, "figure_card");
    const std::string number =
        of_overlay ? figure(frame.in.strings, value) : figure(frame.in.strings, value, series.unit);
    if (known) frame.shown(number, value.printed, series.unit);
    // Long figures step down a size rather than lose a digit.
    const float room = panel.x1 - panel.x0;
    while (measure(frame, number, large) > room && large.style.size_px > frame.px(18)) large.style.size_px *= 0.86F;
    const float before_badge = measure(frame, number, large);
    line(frame, panel.x0, panel.x1, panel.y, number, known ? large : regular(large),
         known ? (of_overlay ? color : frame.color("ui.text_primary")) : frame.color("ui.text_note"));
    const Type body = type(frame, "body");
    const std::string badge_words = badge(frame.in.strings, value, frame.in.dataset.facts.get());
    const float badge_width = measure(frame, badge_words, type(frame, "note")) + frame.px(26);
    const bool beside = before_badge + badge_width < room;
    if (beside) state_badge(frame, panel, panel.y + frame.px(25), value);
    panel.y += large.line;
    const std::string what = scene::fill_in(
        frame.text("card.in_year"), {{"what", measure_name(frame.in.strings, series)}, {"year", std::to_string(year)}});
    if (beside) {
        panel.wrapped(what, body, frame.color("ui.text_primary"));
    } else {
        const float taken = state_badge(frame, panel, panel.y, value);
        line(frame, panel.x0, panel.x1 - taken, panel.y, what, body, frame.color("ui.text_primary"));
        panel.y += body.line + frame.px(2);
    }
    const Type small = type(frame, "note");
    if (const auto scope = scope_name(frame.in.strings, series.scope); !scope.empty())
        panel.wrapped(scope, small, frame.color("ui.text_note"));
    const auto say = remark(frame.in.strings, value, frame.in.dataset.facts.get());
    if (!say.empty())
        panel.wrapped(say, small,
                      frame.color(value.state == State::conflicting ? "chart.conflict" : "ui.text_secondary"));
    if (const auto near = neighbours(frame, series, year); !near.empty())
        panel.wrapped(near, small, frame.color("ui.text_note"));
    panel.space(8);
    panel.wrapped(
        caption(frame, scene::fill_in(frame.text("card.per_year"), {{"what", measure_name(frame.in.strings, series)}})),
        type(frame, "caption_upper"), frame.color("ui.text_note"));
    panel.space(6);
    series_chart(frame, panel, series, color);
    if (known) {
        panel.rule(6, 10);
        sources_of(frame, panel, value);
    }
}

/// A row: title, figure of the year or "no figure", the nearest known years; a tap shows who says so.
void series_row(Frame& frame, Panel& panel, const data::Series& series)
{
    const int year = year_shown(frame, series);
    const auto& value = series.at(year);
    const bool known = value.state != State::absent;
    panel.rule(4, 6);
    const float top = panel.y;
    const ImGuiID height_key = Frame::id_of("row_height/" + series.id + "/" + series.subject);
    const float height = frame.memory->GetFloat(height_key, frame.px(60));
    const std::string open_flag = "sources_open/" + series.id + "/" + series.subject;
    const bool open = known && frame.flag(open_flag.c_str());
    if (known) {
        const geo::Rect rect{panel.x0 - frame.px(8), top, panel.x1 - panel.x0 + frame.px(16), height};
        const Hit hit = control(frame, "series/" + series.id, rect);
        if (hit.hovered || open)
            frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h},
                                      frame.color("ui.control", 0.5F), frame.px(8));
        if (hit.pressed) frame.set_flag(open_flag.c_str(), !open);
    }
    const Type title = type(frame, "control");
    const float badge_width = state_badge(frame, panel, top + frame.px(3), value);
    const float text_line = frame.px(20);
    line(frame, panel.x0, panel.x1 - badge_width, top + frame.px(3) + (text_line - title.line) / 2,
         measure_name(frame.in.strings, series), title, frame.color("ui.text_secondary"));
    panel.y = top + frame.px(25);
    const Type row = type(frame, "figure_row");
    if (known) {
        const std::string number = figure(frame.in.strings, value, series.unit);
        frame.shown(number, value.printed, series.unit);
        panel.wrapped(number, row, frame.color("ui.text_primary"));
    } else {
        panel.row(frame.text("figure.none_published"), regular(row), frame.color("ui.text_note"));
    }
    const Type small = type(frame, "note");
    std::string notes = scope_name(frame.in.strings, series.scope);
    const auto say = remark(frame.in.strings, value, frame.in.dataset.facts.get());
    if (known && !say.empty()) notes = notes.empty() ? say : frame.piece(notes) + " · " + frame.piece(say);
    if (!notes.empty()) panel.wrapped(notes, small, frame.color("ui.text_note"));
    if (const auto near = neighbours(frame, series, year); !near.empty())
        panel.wrapped(near, small, frame.color("ui.text_note"));
    panel.space(4);
    frame.memory->SetFloat(height_key, panel.y - top);
    if (open) {
        panel.space(8);
        sources_of(frame, panel, value);
    }
}

void card(Frame& frame, const scene::Selection& selection)
{
    // A card of another subject starts at its top.
    const std::string id = "inspector/" + selection.subject;
    Panel panel(frame, id.c_str(), frame.layout.right, {.fit_height = true});
    subject_head(frame, panel, selection);
    if (!frame.in.dataset.atlas) return;
    const auto figures = figures_of(frame.in.dataset, frame.in.state, selection.subject);
    panel.rule(10, 8);
    if (!figures.main) {
        panel.wrapped(frame.text("card.nothing"), type(frame, "body"), frame.color("ui.text_secondary"));
        return;
    }
    main_figure(frame, panel, *figures.main);
    for (const auto* series : figures.others) series_row(frame, panel, *series);
    panel.rule(6, 8);
    panel.wrapped(frame.text("card.as_published"), type(frame, "note"), frame.color("ui.text_note"));
}

/// A tap hit several things: say which.
void chooser(Frame& frame)
{
    Panel panel(frame, "chooser", frame.layout.right, {.fit_height = true});
    panel.row(frame.text("choose"), type(frame, "panel_title"), frame.color("ui.text_primary"));
    panel.space(8);
    const Type name = bold(type(frame, "body"));
    const Type small = type(frame, "note");
    const float row = frame.px(48);
    for (const auto& candidate : frame.in.state.candidates) {
        const geo::Rect rect{panel.x0 - frame.px(8), panel.y, panel.x1 - panel.x0 + frame.px(16), row};
        const Hit hit = control(frame, "candidate/" + candidate.kind + "/" + candidate.subject, rect);
        frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + row - frame.px(4)},
                                  control_fill(frame, hit), frame.px(8));
        line(frame, panel.x0, panel.x1, panel.y + frame.px(4), subject_title(frame, candidate.subject), name,
             frame.color("ui.text_primary"));
        line(frame, panel.x0, panel.x1, panel.y + frame.px(24), kind_words(frame, candidate), small,
             frame.color("ui.text_note"));
        if (hit.pressed) frame.act(scene::Select{candidate.kind, candidate.subject});
        panel.y += row;
    }
    panel.space(4);
    const geo::Rect rect{panel.x0 - frame.px(8), panel.y, panel.x1 - panel.x0 + frame.px(16), frame.px(36)};
    const Hit hit = control(frame, "chooser_close", rect);
    const Type body = type(frame, "body");
    text(frame, {(rect.x + rect.x + rect.w) / 2, rect.y + (rect.h - body.line) / 2}, frame.text("close"), body,
         frame.color(hit.hovered ? "ui.text_primary" : "ui.text_secondary"), Align::centre);
    if (hit.pressed) frame.act(scene::ClearSelection{});
    panel.y += rect.h - frame.px(8);
}

} // namespace

void inspector(Frame& frame)
{
    if (!frame.in.state.candidates.empty())
        chooser(frame);
    else if (frame.in.state.selection)
        card(frame, *frame.in.state.selection);
}

} // namespace ui
