#include "ui/legend.hpp"
#include "scene/overlay_values.hpp"
#include "scene/wording.hpp"
#include "ui/bars.hpp"
#include "ui/icons.hpp"
#include "ui/subject_figures.hpp"
#include "ui/swatches.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace ui {
namespace {

constexpr float kPi = 3.14159265F;

void heading(Frame& frame, Panel& panel, const std::string& title, const std::string& note)
{
    const Type upper = type(frame, "caption_upper");
    const std::string shown = caption(frame, title);
    const float width = measure(frame, shown, upper);
    line(frame, panel.x0, panel.x1, panel.y, shown, upper, frame.color("ui.text_note"));
    // The unit stands beside the caption when it fits, else below it.
    const Type small = type(frame, "note");
    const float note_width = measure(frame, note, small);
    if (note.empty() || width + note_width + frame.px(12) <= panel.x1 - panel.x0) {
        text(frame, {panel.x1, panel.y}, note, small, frame.color("ui.text_note"), Align::right);
        panel.y += upper.line;
    } else {
        panel.y += upper.line;
        panel.row(note, small, frame.color("ui.text_note"));
    }
    panel.space(8);
}

/// "1.4 px = 1,000 trains": a round number of units whose width lies between one and ten pixels.
std::string scale_words(const Frame& frame, const data::OverlaySpec& overlay, double k)
{
    const double units = std::pow(10.0, std::ceil(std::log10(1.0 / k) - 1e-9));
    const double width = k * units;
    return scene::fill_in(frame.text("legend.k"),
                          {{"px", axis_number(frame.in.strings, std::round(width * 1000) / 1000)},
                           {"n", axis_number(frame.in.strings, units, overlay.unit)},
                           {"unit", overlay_unit(frame.in.strings, overlay)}});
}

void locked(Frame& frame, Panel& panel, const data::OverlaySpec& overlay, const std::string& k_words)
{
    const Type small = type(frame, "note");
    const auto [first, last] = years_of(frame.in.dataset, overlay);
    if (first != 0) {
        icon(frame, Icon::lock, {panel.x0 + frame.px(7), panel.y + frame.px(9)}, 14, frame.color("ui.accent"));
        line(frame, panel.x0 + frame.px(22), panel.x1, panel.y + frame.px(1),
             scene::fill_in(frame.text("legend.one_scale"),
                            {{"first", std::to_string(first)}, {"last", std::to_string(last)}}),
             small, frame.color("ui.text_secondary"));
        panel.space(20);
    }
    if (!k_words.empty()) panel.wrapped(k_words, small, frame.color("ui.text_note"));
}

void ribbon_widths(Frame& frame, Panel& panel, const data::OverlaySpec& overlay)
{
    double k = frame.in.scene.px_per_unit;
    if (!(k > 0)) {
        const auto found = overlay.px_per_unit.find("default");
        k = found == overlay.px_per_unit.end() ? 0 : found->second * frame.layout.scale;
    }
    if (!(k > 0) || overlay.legend.empty()) return;
    heading(frame, panel, frame.text("legend.width"), overlay_unit(frame.in.strings, overlay));
    auto values = overlay.legend;
    std::sort(values.rbegin(), values.rend());
    const float cell = (panel.x1 - panel.x0) / static_cast<float>(values.size());
    const ImU32 color = frame.color(mode_role(frame, overlay.mode));
    const auto tallest = std::max(static_cast<float>(values.front() * k), frame.px(1));
    const float base = std::round(panel.y + tallest);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float x = panel.x0 + cell * static_cast<float>(i);
        // The same product as on the map, so a ribbon can be laid beside the bar.
        frame.draw->AddRectFilled({x, base - static_cast<float>(values[i] * k)}, {x + cell - frame.px(1), base}, color);
        text(frame, {x + frame.px(2), base + frame.px(5)}, axis_number(frame.in.strings, values[i], overlay.unit),
             type(frame, "note"), frame.color("ui.text_primary"));
    }
    frame.draw->AddLine({panel.x0, base}, {panel.x1, base}, frame.color(mode_role(frame, overlay.mode), 0.7F),
                        frame.px(1));
    panel.y = base + frame.px(26);
    locked(frame, panel, overlay, scale_words(frame, overlay, k / frame.layout.scale));
}

void circle_areas(Frame& frame, Panel& panel, const data::OverlaySpec& overlay)
{
    if (!(overlay.area_px2_per_unit > 0) || overlay.legend.empty()) return;
    heading(frame, panel, frame.text("legend.area"), overlay_unit(frame.in.strings, overlay));
    auto values = overlay.legend;
    std::sort(values.rbegin(), values.rend());
    const auto radius = [&](double value) {
        return frame.px(std::sqrt(static_cast<float>(overlay.area_px2_per_unit * value) / kPi));
    };
    const float largest = radius(values.front());
    const float x = panel.x0 + largest + frame.px(2);
    const float base = panel.y + 2 * largest + frame.px(4);
    float label_y = panel.y;
    for (const double value : values) {
        const float r = radius(value);
        frame.draw->AddCircleFilled({x, base - r}, r, frame.color("chart.year_bar", 0.25F), 64);
        frame.draw->AddCircle({x, base - r}, r, frame.color("symbol.port_stroke"), 64, frame.px(1.2F));
        const float top = std::max(base - 2 * r, label_y);
        const float label_x = x + largest + frame.px(18);
        frame.draw->AddLine({x, base - 2 * r}, {label_x - frame.px(4), top + frame.px(1)}, frame.color("ui.text_note"),
                            frame.px(1));
        text(frame, {label_x, top - frame.px(7)}, axis_number(frame.in.strings, value, overlay.unit),
             type(frame, "note"), frame.color("ui.text_primary"));
        label_y = top + frame.px(15);
    }
    panel.y = std::max(base, label_y) + frame.px(10);
    locked(frame, panel, overlay, "");
}

/// The states that occur in any year, so that the legend does not jump while the years play.
std::set<data::State> states_of(const Frame& frame, const data::OverlaySpec& overlay)
{
    std::set<data::State> states;
    const auto& atlas = *frame.in.dataset.atlas;
    for (int year = atlas.first_year; year <= atlas.last_year; ++year)
        for (const auto& strand : scene::strands(overlay, *frame.in.dataset.series, year))
            states.insert(strand.value.state);
    return states;
}

void state_key(Frame& frame, Panel& panel, const data::OverlaySpec& overlay)
{
    panel.rule(10, 10);
    heading(frame, panel, frame.text("legend.known"), "");
    const Type control_type = type(frame, "control");
    const float row = frame.px(24);
    for (const auto state : states_of(frame, overlay)) {
        state_swatch(frame, state, {panel.x0, panel.y, frame.px(40), row}, overlay.mode);
        std::string name = data::to_string(state);
        std::replace(name.begin(), name.end(), ' ', '_');
        line(frame, panel.x0 + frame.px(52), panel.x1, panel.y + (row - control_type.line) / 2,
             frame.text("ribbon." + name), control_type, frame.color("ui.text_secondary"));
        panel.y += row;
    }
}

} // namespace

void legend(Frame& frame, Panel& panel)
{
    const auto& dataset = frame.in.dataset;
    const auto* overlay = dataset.atlas ? dataset.atlas->overlay(frame.in.state.overlay) : nullptr;
    if (overlay) {
        panel.rule(10, 12);
        if (overlay->kind == data::OverlayKind::ribbon)
            ribbon_widths(frame, panel, *overlay);
        else
            circle_areas(frame, panel, *overlay);
        if (overlay->kind == data::OverlayKind::ribbon && dataset.series && frame.in.dataset.atlas)
            state_key(frame, panel, *overlay);
    }
    const Type small = type(frame, "note");
    const ImU32 color = frame.color("ui.text_note");
    panel.space(10);
    if (overlay) {
        const std::string note = frame.said(overlay->note);
        if (!note.empty()) panel.wrapped(note, small, color), panel.space(4);
    }
    panel.wrapped(frame.text("legend.generalised"), small, color);
    if (!dataset.atlas) return;
    const bool zones = std::any_of(dataset.atlas->layers.begin(), dataset.atlas->layers.end(),
                                   [](const auto& layer) { return layer.style == "zone"; });
    if (zones) panel.wrapped(frame.text("legend.schematic"), small, color);
}

} // namespace ui
