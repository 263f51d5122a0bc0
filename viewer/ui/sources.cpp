#include "ui/sources.hpp"
#include "scene/wording.hpp"
#include <algorithm>

namespace ui {
namespace {

void source(Frame& frame, Panel& panel, const data::Fact& fact, bool rival)
{
    const auto& facts = *frame.in.dataset.facts;
    const Type body = type(frame, "control");
    const Type small = type(frame, "note");
    std::string period = fact.period_kind == data::PeriodKind::partial ? months(frame.in.strings, fact) : std::string();
    const std::string words = figure(frame.in.strings, fact, true);
    frame.shown(words, fact.printed, fact.unit);
    const std::string number = words + (period.empty() ? "" : " · " + period);
    panel.wrapped(number, bold(body), frame.color(rival ? "chart.conflict" : "ui.text_primary"));
    panel.y -= frame.px(4);
    if (const auto* from = facts.source(fact)) {
        std::string who = from->publisher;
        if (!from->published_on.empty())
            who = scene::fill_in(frame.text("source.line"),
                                 {{"who", who}, {"date", date_words(frame.in.strings, from->published_on)}});
        if (from->confidence == "official" || from->confidence == "reported")
            who += " " + frame.text("source." + from->confidence);
        panel.wrapped(who, small, frame.color("ui.text_secondary"));
        if (!from->title.empty()) panel.wrapped(from->title, small, frame.color("ui.text_note"));
        if (!from->address.empty()) panel.wrapped(from->address, small, frame.color("ui.accent", 0.9F));
    }
    if (!fact.note.empty())
        panel.wrapped(frame.text("note") + ": " + frame.piece(fact.note), small, frame.color("ui.text_note"));
    panel.space(8);
}

void group_title(Frame& frame, Panel& panel, const std::string& words)
{
    panel.wrapped(caption(frame, words), type(frame, "caption_upper"), frame.color("ui.text_note"));
    panel.space(3);
}

} // namespace

void sources_of(Frame& frame, Panel& panel, const data::YearValue& value)
{
    if (!frame.in.dataset.facts || value.state == data::State::absent) return;
    const auto& facts = frame.in.dataset.facts->facts;
    const Type small = type(frame, "note");
    group_title(frame, panel, scene::fill_in(frame.text("source.of"), {{"n", figure(frame.in.strings, value)}}));
    if (!value.formula.empty()) {
        panel.wrapped(scene::fill_in(frame.text("remark.computed"), {{"sum", sum_words(frame.in.strings, value)}}),
                      small, frame.color("ui.text_secondary"));
        panel.space(4);
    }
    for (const auto index : value.facts) source(frame, panel, facts.at(index), false);
    if (const auto reason = reason_words(frame.in.strings, value); !reason.empty()) {
        panel.wrapped(scene::fill_in(frame.text("source.why"), {{"reason", reason}}), small,
                      frame.color("ui.text_secondary"));
        panel.space(8);
    }
    const auto against = scene::rivals(value, *frame.in.dataset.facts);
    if (!against.empty()) {
        group_title(frame, panel, frame.text("source.other"));
        for (const auto index : against) source(frame, panel, facts.at(index), true);
    }
    if (value.others.size() > against.size()) {
        group_title(frame, panel, frame.text("source.also"));
        for (const auto index : value.others)
            if (std::find(against.begin(), against.end(), index) == against.end())
                source(frame, panel, facts.at(index), false);
    }
}

} // namespace ui
