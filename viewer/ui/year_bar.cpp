#include "scene/wording.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include "ui/swatches.hpp"
#include "ui/year_chart.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

struct Speed {
    const char* label;
    double seconds_per_year;
};
constexpr std::array<Speed, 3> kSpeeds{{{"0.5×", 2.0}, {"1×", 1.0}, {"2×", 0.5}}};

std::size_t speed_of(const scene::AppState& state)
{
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < kSpeeds.size(); ++i)
        if (std::abs(kSpeeds[i].seconds_per_year - state.seconds_per_year) <
            std::abs(kSpeeds[nearest].seconds_per_year - state.seconds_per_year))
            nearest = i;
    return nearest;
}

void round_button(Frame& frame, const char* id, ImVec2 centre, float size, Icon which, scene::Action action)
{
    const float half = frame.px(size / 2);
    const Hit hit = control(frame, id, {centre.x - half, centre.y - half, 2 * half, 2 * half}, false, size / 2);
    frame.draw->AddCircleFilled(centre, half, control_fill(frame, hit));
    frame.draw->AddCircle(centre, half, frame.color("ui.panel_stroke"), 0, frame.px(1));
    icon(frame, which, centre, 14, frame.color("ui.text_primary"));
    if (hit.pressed) frame.act(std::move(action));
}

void play_button(Frame& frame, ImVec2 centre, float size)
{
    const float half = frame.px(size / 2);
    const Hit hit = control(frame, "play", {centre.x - half, centre.y - half, 2 * half, 2 * half}, false, size / 2);
    frame.draw->AddCircleFilled(centre, half, frame.color("ui.accent", hit.hovered ? 0.88F : 1.0F), 64);
    const bool playing = frame.in.state.playing;
    const ImVec2 at{centre.x + (playing ? 0 : frame.px(size * 0.02F)), centre.y};
    icon(frame, playing ? Icon::pause : Icon::play, at, size * 0.34F, frame.color("ui.on_accent"));
    if (hit.pressed) frame.act(scene::TogglePlay{});
}

/// Publisher and date in at most two lines; what does not fit stands in the card.
void source_line(Frame& frame, float x0, float x1, float y, const data::Source& source, bool compact)
{
    const Type small = type(frame, "note");
    const std::string words =
        source.published_on.empty()
            ? source.publisher
            : scene::fill_in(frame.text("source.line"),
                             {{"who", source.publisher}, {"date", date_words(frame.in.strings, source.published_on)}});
    if (compact || frame.right_to_left() || frame.in.text.break_lines(words, small.style, x1 - x0).size() > 2)
        line(frame, x0, x1, y, words, small, frame.color("ui.text_note"));
    else
        paragraph(frame, x0, x1, y, words, small, frame.color("ui.text_note"));
}

/// The overlay's figure of the year with its state in words; a tap opens its card, where the source stands.
void headline(Frame& frame, float x0, float x1, float y, bool compact)
{
    const auto& dataset = frame.in.dataset;
    const auto* overlay = dataset.atlas ? dataset.atlas->overlay(frame.in.state.overlay) : nullptr;
    const auto* series = overlay && dataset.series ? dataset.series->find(overlay->headline_series) : nullptr;
    const Type small = type(frame, "note");
    if (!series) {
        const auto* view = dataset.atlas ? dataset.atlas->view(frame.in.state.view) : nullptr;
        if (view) paragraph(frame, x0, x1, y, frame.said(view->subtitle), small, frame.color("ui.text_secondary"));
        return;
    }
    const auto& value = series->at(frame.in.state.year);
    const bool known = value.state != data::State::absent;
    const Type large = type(frame, compact ? "panel_title" : "headline");
    const Type unit = bold(type(frame, compact ? "body" : "unit"));
    const std::string number = figure(frame.in.strings, value);
    const std::string unit_words = overlay_unit(frame.in.strings, *overlay);

    const float height = large.line + (compact ? 2.0F : 3.0F) * small.line;
    const Hit hit = control(frame, "headline", {x0 - frame.px(6), y, x1 - x0 + frame.px(6), height});
    if (hit.hovered)
        frame.draw->AddRectFilled({x0 - frame.px(6), y}, {x1, y + height}, frame.color("ui.control", 0.6F),
                                  frame.px(8));
    if (hit.pressed) {
        std::string kind = "corridor";
        if (dataset.facts)
            if (const auto found = dataset.facts->subjects.find(series->subject);
                found != dataset.facts->subjects.end() && !found->second.kind.empty())
                kind = found->second.kind;
        frame.act(scene::Select{kind, series->subject});
    }
    if (known) frame.shown(number, value.printed, overlay->unit);
    const ImU32 color = known ? frame.color(mode_role(frame, overlay->mode)) : frame.color("ui.text_note");
    const float width = measure(frame, number, large);
    const float unit_width = measure(frame, unit_words, unit);
    line(frame, x0, x1, y, number, large, color);
    const float gap = frame.px(8);
    const float level = y + (large.line - unit.line) / 2 + frame.px(compact ? 1.0F : 3.0F);
    const bool beside = width + gap + unit_width <= x1 - x0;
    if (beside) text(frame, {x0 + width + gap, level}, unit_words, unit, frame.color("ui.text_primary"));

    float row = y + large.line + frame.px(1);
    // The state comes first: it must not be what an ellipsis takes away.
    std::string words = remark(frame.in.strings, value, dataset.facts.get());
    const auto add = [&](const std::string& more) {
        if (!more.empty()) words = words.empty() ? more : words + " · " + frame.piece(more);
    };
    if (!beside) add(unit_words);
    add(frame.said(overlay->headline_note));
    line(frame, x0, x1, row, words, small,
         frame.color(value.state == data::State::conflicting ? "chart.conflict" : "ui.text_secondary"));
    row += small.line;
    if (known && dataset.facts && !value.facts.empty())
        if (const auto* source = dataset.facts->source(dataset.facts->facts.at(value.facts.front())))
            source_line(frame, x0, x1, row, *source, compact);
}

void full_block(Frame& frame, const geo::Rect& bar, float width)
{
    const Type year = type(frame, "year");
    const float text_x = bar.x + frame.px(132);
    play_button(frame, {bar.x + frame.px(60), bar.y + frame.px(58)}, 64);
    text(frame, {text_x - frame.px(3), bar.y + frame.px(58) - year.line / 2}, std::to_string(frame.in.state.year), year,
         frame.color("ui.text_primary"));
    const float right = bar.x + width - frame.px(16);
    round_button(frame, "step_back", {right - frame.px(64), bar.y + frame.px(58)}, 38, Icon::chevron_left,
                 scene::StepYear{-1});
    round_button(frame, "step_forward", {right - frame.px(19), bar.y + frame.px(58)}, 38, Icon::chevron_right,
                 scene::StepYear{1});
    headline(frame, text_x, right, bar.y + frame.px(102), false);
    std::vector<std::string> labels;
    for (const auto& speed : kSpeeds) labels.emplace_back(speed.label);
    const int tapped = segmented(frame, "speed", {bar.x + frame.px(10), bar.y + bar.h - frame.px(46)}, labels,
                                 static_cast<int>(speed_of(frame.in.state)), frame.px(36));
    if (tapped >= 0) frame.act(scene::SetPlaySpeed{kSpeeds[static_cast<std::size_t>(tapped)].seconds_per_year});
}

void compact_block(Frame& frame, const geo::Rect& bar, float width)
{
    const Type year = type(frame, "year_compact");
    const float row = bar.y + frame.px(42);
    play_button(frame, {bar.x + frame.px(36), row}, 48);
    text(frame, {bar.x + frame.px(70), row - year.line / 2}, std::to_string(frame.in.state.year), year,
         frame.color("ui.text_primary"));
    const float right = bar.x + width - frame.px(10);
    float x = right - frame.px(18);
    round_button(frame, "step_forward", {x, row}, 36, Icon::chevron_right, scene::StepYear{1});
    x -= frame.px(38);
    round_button(frame, "step_back", {x, row}, 36, Icon::chevron_left, scene::StepYear{-1});
    headline(frame, bar.x + frame.px(16), right - frame.px(50), bar.y + frame.px(76), true);
    const auto now = speed_of(frame.in.state);
    const geo::Rect button{right - frame.px(44), bar.y + frame.px(96), frame.px(44), frame.px(36)};
    const Hit hit = control(frame, "speed/next", button);
    const Type label = bold(type(frame, "control"));
    frame.draw->AddRectFilled({button.x, button.y}, {button.x + button.w, button.y + button.h},
                              control_fill(frame, hit), frame.px(8));
    text(frame, {button.x + button.w / 2, button.y + (button.h - label.line) / 2}, kSpeeds[now].label, label,
         frame.color("ui.text_primary"), Align::centre);
    if (hit.pressed) frame.act(scene::SetPlaySpeed{kSpeeds[(now + 1) % kSpeeds.size()].seconds_per_year});
}

} // namespace

void year_bar(Frame& frame)
{
    const auto& bar = frame.layout.year_bar;
    Panel panel(frame, "year_bar", bar);
    const float width = frame.layout.year_block;
    if (frame.layout.compact)
        compact_block(frame, bar, width);
    else
        full_block(frame, bar, width);
    frame.draw->AddRectFilled({bar.x + width, bar.y + frame.px(1)},
                              {bar.x + width + frame.px(1), bar.y + bar.h - frame.px(1)},
                              frame.color("ui.panel_stroke"));
    const float pad = frame.px(frame.layout.compact ? 10.0F : 14.0F);
    year_chart(frame, {bar.x + width + pad, bar.y, bar.w - width - 2 * pad, bar.h});
}

} // namespace ui
