#include "print/page_notes.hpp"
#include "scene/overlay_values.hpp"
#include "scene/wording.hpp"
#include <algorithm>

namespace print {
namespace {

class FactList {
public:
    explicit FactList(const data::FactTable& facts) : facts_(facts) {}

    void add(const data::YearValue& value)
    {
        if (value.state == data::State::absent) return;
        // One who says so is enough; a sum has one for each of its terms.
        const auto needed = value.state == data::State::computed ? value.facts.size() : 1;
        for (std::size_t i = 0; i < std::min(needed, value.facts.size()); ++i) add(value.facts[i]);
        for (const auto index : scene::rivals(value, facts_)) add(index);
    }
    void add(std::size_t index)
    {
        if (std::find(list_.begin(), list_.end(), index) == list_.end()) list_.push_back(index);
    }
    std::vector<std::size_t> take() { return std::move(list_); }

private:
    const data::FactTable& facts_;
    std::vector<std::size_t> list_;
};

/// The published area of every zone that the map shows enlarged, with that area in words.
void add_areas(const PageInput& in, const scene::Scene& drawn, const data::OverlaySpec* overlay, FactList& list)
{
    for (const auto& circle : drawn.circles) {
        const bool of_overlay = overlay && std::any_of(overlay->circles.begin(), overlay->circles.end(),
                                                       [&](const auto& c) { return c.subject == circle.subject; });
        if (of_overlay) continue;
        for (const auto* series : in.dataset.series->of_subject(circle.subject))
            if (series->measure == "area")
                for (auto at = series->years.rbegin(); at != series->years.rend(); ++at)
                    if (at->first <= in.state.year) {
                        list.add(at->second);
                        break;
                    }
    }
}

struct Looks {
    text::Style heading, figure, body;
    scene::Color strong, plain, quiet;
};

Looks looks(const PageInput& in)
{
    Looks l;
    l.heading.size_px = l.figure.size_px = 9.5F;
    l.body.size_px = 8.5F;
    l.heading.bold = l.figure.bold = true;
    l.strong = in.theme.color("ui.text_primary");
    l.plain = in.theme.color("ui.text_secondary");
    l.quiet = in.theme.color("ui.text_note");
    return l;
}

class Notes {
public:
    Notes(const PageInput& in, double width) : in_(in), width_(static_cast<float>(width)), looks_(looks(in)) {}

    void heading(const std::string& words)
    {
        if (!lines_.empty()) lines_.back().advance += 5;
        add(words, looks_.heading, looks_.strong, 13, true);
    }
    void paragraph(const std::string& words, const scene::Color& color, double after = 0)
    {
        add(words, looks_.body, color, 10.5, false);
        if (!lines_.empty()) lines_.back().advance += after;
    }

    void source(const data::Fact& fact)
    {
        const auto& facts = *in_.dataset.facts;
        const std::string when = fact.period_kind == data::PeriodKind::partial
                                     ? scene::months(in_.strings, fact) + " " + std::to_string(fact.year)
                                     : std::to_string(fact.year);
        std::string what =
            scene::figure(in_.strings, fact, true) + " · " + facts.subject_name(fact.subject, in_.state.language);
        if (fact.year > 0) what += ", " + when;
        add(what, looks_.figure, looks_.strong, 11.5, true);
        const auto* from = facts.source(fact);
        if (!from) return;
        std::string who = from->publisher;
        if (!from->published_on.empty())
            who = scene::fill_in(in_.strings("source.line"),
                                 {{"who", who}, {"date", scene::date_words(in_.strings, from->published_on)}});
        if (!from->title.empty()) who += " " + from->title;
        add(who, looks_.body, looks_.plain, 10.5, true);
        if (!from->address.empty()) add(from->address, looks_.body, looks_.quiet, 10.5, true);
        lines_.back().stays_with_next = false; // an entry is not torn apart
        lines_.back().advance += 3.5;
    }

    [[nodiscard]] const Looks& look() const { return looks_; }
    std::vector<NoteLine> take() { return std::move(lines_); }

private:
    void add(const std::string& words, const text::Style& style, const scene::Color& color, double advance, bool stays)
    {
        if (words.empty()) return;
        for (auto& piece : in_.engine.break_lines(words, style, width_))
            lines_.push_back({std::move(piece), style, color, advance, stays});
    }

    const PageInput& in_;
    float width_;
    Looks looks_;
    std::vector<NoteLine> lines_;
};

} // namespace

std::vector<std::size_t> facts_shown(const PageInput& in, const scene::Scene* drawn)
{
    if (!in.dataset.facts || !in.dataset.series || !in.dataset.atlas) return {};
    FactList list(*in.dataset.facts);
    const auto& series = *in.dataset.series;
    const auto flows = in.state.layers.find("flows");
    const bool shown = flows == in.state.layers.end() || flows->second.visible;
    const auto* overlay = shown ? in.dataset.atlas->overlay(in.state.overlay) : nullptr;
    if (overlay) {
        const auto add = [&](const std::string& id) {
            if (const auto* s = series.find(id)) list.add(s->at(in.state.year));
        };
        add(overlay->headline_series);
        for (const auto& strand : scene::strands(*overlay, series, in.state.year)) list.add(strand.value);
        for (const auto& section : overlay->sections)
            if (section.flag) add(section.members.empty() ? section.series : section.total);
        for (const auto& circle : overlay->circles) add(circle.series);
    }
    if (drawn) add_areas(in, *drawn, overlay, list);
    return list.take();
}

std::vector<NoteLine> note_lines(const PageInput& in, const std::vector<std::size_t>& shown, double width)
{
    Notes notes(in, width);
    if (!shown.empty()) {
        notes.heading(in.strings("print.sources"));
        for (const auto index : shown) notes.source(in.dataset.facts->facts.at(index));
    }
    if (!in.dataset.atlas) return notes.take();
    if (const auto& note = data::localized(in.dataset.atlas->boundary_note, in.state.language); !note.empty()) {
        notes.heading(in.strings("about.boundaries"));
        std::string set;
        if (const auto* chosen = in.dataset.atlas->find_viewpoint(in.state.viewpoint))
            if (const auto& own = data::localized(chosen->note, in.state.language); !own.empty()) set = own + " ";
        notes.paragraph(set + note, notes.look().plain);
    }
    if (!in.dataset.atlas->attributions.empty()) {
        notes.heading(in.strings("about.data"));
        for (const auto& line : in.dataset.atlas->attributions)
            notes.paragraph(data::localized(line, in.state.language), notes.look().plain);
    }
    return notes.take();
}

std::vector<NoteColumn> note_columns(const std::vector<NoteLine>& lines, double height)
{
    std::vector<NoteColumn> columns(1);
    double y = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool torn = i > 0 && lines[i - 1].stays_with_next;
        double keep = 0; // with what must follow in the same column
        for (std::size_t k = i; k < lines.size(); ++k) {
            keep += lines[k].advance;
            if (!lines[k].stays_with_next) break;
        }
        if (y > 0 && !torn && y + keep > height + 0.01) {
            columns.push_back({i, i, 0});
            y = 0;
        }
        y += lines[i].advance;
        columns.back().end = i + 1;
        columns.back().height = y;
    }
    return columns;
}

double column_height(const std::vector<NoteLine>& lines, int columns)
{
    double total = 0;
    for (const auto& line : lines) total += line.advance;
    double height = total / std::max(1, columns);
    const auto fits = [&] {
        const auto made = note_columns(lines, height);
        return made.size() <= static_cast<std::size_t>(std::max(1, columns)) &&
               std::all_of(made.begin(), made.end(), [&](const auto& c) { return c.height <= height + 0.01; });
    };
    while (!fits()) height += 2;
    return height;
}

} // namespace print
