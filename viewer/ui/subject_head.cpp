#include "ui/subject_head.hpp"
#include "scene/wording.hpp"
#include "ui/icons.hpp"
#include <cmath>

namespace ui {
namespace {

struct Found {
    const data::VectorLayer* layer = nullptr;
    const data::Feature* feature = nullptr;
};

Found feature_of(const Frame& frame, const std::string& subject)
{
    for (const auto& [id, layer] : frame.in.dataset.layers) {
        if (!layer || layer->kind != data::LayerKind::point) continue;
        if (const auto* feature = layer->find(subject)) return {layer.get(), feature};
    }
    for (const auto& [id, layer] : frame.in.dataset.layers)
        if (layer)
            if (const auto* feature = layer->find(subject)) return {layer.get(), feature};
    return {};
}

std::string known(const Frame& frame, const std::string& key, std::string_view otherwise)
{
    const auto& text = frame.text(key);
    return text == key ? std::string(otherwise) : text;
}

struct Words {
    const Frame& frame;
    std::string all;
    void add(const std::string& more, const char* joint = " · ")
    {
        if (more.empty()) return;
        if (!all.empty()) all += joint;
        all += frame.piece(more);
    }
};

std::string degrees(const Frame& frame, geo::LonLat at)
{
    const auto number = [&](double degrees) {
        return data::format_number(std::abs(degrees), 2, frame.in.state.language);
    };
    return scene::fill_in(frame.text("place.degrees"), {{"lat", number(at.lat)},
                                                        {"ns", frame.text(at.lat < 0 ? "compass.s" : "compass.n")},
                                                        {"lon", number(at.lon)},
                                                        {"ew", frame.text(at.lon < 0 ? "compass.w" : "compass.e")}});
}

/// A place that another feature names in English, in the reader's language where the atlas has it.
std::string place_name(const Frame& frame, std::string_view english)
{
    if (frame.in.dataset.facts && frame.in.state.language != "en")
        for (const auto& [id, subject] : frame.in.dataset.facts->subjects)
            if (const auto name = subject.name.find("en"); name != subject.name.end() && name->second == english)
                return frame.in.dataset.facts->subject_name(id, frame.in.state.language);
    return std::string(english);
}

/// "Nur Zholy (road), Altynkol (rail)": each place named, the means of transport in words.
std::string counterpart_words(const Frame& frame, std::string_view list)
{
    Words words{frame, {}};
    while (!list.empty()) {
        const auto end = std::min(list.find(", "), list.size());
        const auto one = list.substr(0, end);
        list.remove_prefix(std::min(end + 2, list.size()));
        const auto bracket = std::min(one.find(" ("), one.size());
        std::string place = place_name(frame, one.substr(0, bracket));
        if (bracket < one.size()) {
            const auto inside = one.substr(bracket + 2, one.size() - bracket - 3);
            const bool english = frame.in.state.language == "en";
            place +=
                " (" + (english ? std::string(inside) : known(frame, "port_kind." + std::string(inside), inside)) + ")";
        }
        words.add(place, ", ");
    }
    return words.all;
}

/// One or two sentences from the feature's own attributes; what the atlas does not say is left out.
std::string place_words(const Frame& frame, const Found& found)
{
    if (!found.feature) return {};
    const auto& f = *found.feature;
    const auto attribute = [&](const char* name) { return std::string(f.attribute(name)); };
    Words words{frame, {}};
    if (const auto kind = attribute("kind"); !kind.empty()) words.add(known(frame, "port_kind." + kind, ""));
    Words beyond{frame, place_name(frame, attribute("neighbour"))};
    if (const auto counterpart = attribute("counterpart"); !counterpart.empty())
        beyond.add(counterpart_words(frame, counterpart), ": ");
    words.add(beyond.all);
    if (const auto also = attribute("also"); !also.empty()) words.add(known(frame, "port_also." + also, also));
    if (const auto area = attribute("area_km2"); !area.empty())
        words.add(scene::fill_in(frame.text("place.area"), {{"n", data::format_printed(area, data::Approximation::exact,
                                                                                       frame.in.state.language)}}));
    if (const auto opened = attribute("opened"); !opened.empty() && opened != "0")
        words.add(scene::fill_in(frame.text("place.opened"), {{"year", opened}}));
    if (const auto on = attribute("established_on"); !on.empty())
        words.add(scene::fill_in(frame.text("place.established"), {{"date", date_words(frame.in.strings, on)}}));
    if (attribute("extent") == "schematic") words.add(frame.text("place.schematic"));
    if (found.layer->kind == data::LayerKind::point) {
        if (f.part_count == 0) {
            words.add(frame.text("place.not_located"));
        } else {
            words.add(degrees(frame, found.layer->part(f.first_part).front()));
            if (attribute("located") == "approximate") words.add(frame.text("place.approximate"), ", ");
        }
    }
    return words.all;
}

std::string other_names(const Frame& frame, const std::string& subject, const std::string& shown)
{
    if (!frame.in.dataset.facts) return {};
    const auto found = frame.in.dataset.facts->subjects.find(subject);
    if (found == frame.in.dataset.facts->subjects.end()) return {};
    Words words{frame, {}};
    for (const auto& [language, own_name] : frame.in.languages) {
        const auto name = found->second.name.find(language);
        if (language != frame.in.state.language && name != found->second.name.end() && name->second != shown)
            words.add(name->second);
    }
    return words.all;
}

} // namespace

std::string subject_title(const Frame& frame, const std::string& subject)
{
    const auto& dataset = frame.in.dataset;
    if (dataset.facts && dataset.facts->subjects.contains(subject))
        return dataset.facts->subject_name(subject, frame.in.state.language);
    if (const auto found = feature_of(frame, subject); found.feature)
        for (const auto& name : {std::string(frame.in.state.language), "name_" + frame.in.state.language,
                                 std::string("en"), std::string("name")})
            if (const auto text = found.feature->attribute(name); !text.empty()) return std::string(text);
    return subject;
}

/// A selection from the command line names only the subject: its kind is in the names of the atlas.
std::string kind_words(const Frame& frame, const scene::Selection& selection)
{
    std::string kind = selection.kind;
    if (const auto* facts = frame.in.dataset.facts.get(); kind.empty() && facts)
        if (const auto subject = facts->subjects.find(selection.subject); subject != facts->subjects.end())
            kind = subject->second.kind;
    return known(frame, "kind." + kind, known(frame, "terrain." + kind, ""));
}

void subject_head(Frame& frame, Panel& panel, const scene::Selection& selection)
{
    const float button = frame.px(36);
    const float button_x = panel.x1 - button + frame.px(8);
    const Hit hit = control(frame, "inspector_close", {button_x, panel.y - frame.px(8), button, button});
    icon(frame, Icon::close, {button_x + button / 2, panel.y + frame.px(10)}, 16,
         frame.color(hit.hovered ? "ui.text_primary" : "ui.text_secondary"));
    if (hit.pressed) frame.act(scene::ClearSelection{});

    const Type upper = type(frame, "caption_upper");
    line(frame, panel.x0, panel.x1 - button, panel.y, caption(frame, kind_words(frame, selection)), upper,
         frame.color("ui.accent"));
    panel.y += upper.line + frame.px(6);

    const std::string name = subject_title(frame, selection.subject);
    Type head = type(frame, "subject");
    if (measure(frame, name, head) > (panel.x1 - panel.x0) * 1.6F) head.style.size_px *= 0.7F, head.line *= 0.75F;
    panel.wrapped(name, head, frame.color("ui.text_primary"));
    if (const auto names = other_names(frame, selection.subject, name); !names.empty())
        panel.wrapped(names, type(frame, "names"), frame.color("ui.text_secondary"));
    if (const auto words = place_words(frame, feature_of(frame, selection.subject)); !words.empty()) {
        panel.space(2);
        panel.wrapped(words, type(frame, "note"), frame.color("ui.text_note"));
    }
}

} // namespace ui
