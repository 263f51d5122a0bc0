#include "scene/overlay_draw.hpp"
#include "scene/overlay_values.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace scene {
namespace {

Color mode_color(const data::OverlaySpec& overlay, data::State state, const Theme& theme)
{
    if (state == data::State::computed && overlay.mode == "rail") return theme.color("mode.rail_computed");
    return theme.color("mode." + overlay.mode);
}

const RibbonMesh* mesh_of(const MapGeometry& geometry, const std::string& overlay, const std::string& section)
{
    for (const auto& mesh : geometry.ribbons)
        if (mesh.overlay == overlay && mesh.section == section) return &mesh;
    return nullptr;
}

const data::SectionSpec* section_of(const data::OverlaySpec& overlay, const std::string& id)
{
    for (const auto& section : overlay.sections)
        if (section.id == id) return &section;
    return nullptr;
}

/// Distance of a strand's middle from the track, so that all strands side by side are centred on it, 1 px apart.
float stack_offset(const StrandValue& strand, double k, float gap)
{
    if (strand.stack_count < 2) return 0;
    const double total = std::accumulate(strand.stack_values.begin(), strand.stack_values.end(), 0.0) * k +
                         static_cast<double>(gap) * (strand.stack_count - 1);
    double left = -total / 2;
    for (int i = 0; i < strand.stack_index; ++i) left += strand.stack_values[static_cast<std::size_t>(i)] * k + gap;
    return static_cast<float>(left + strand.stack_values[static_cast<std::size_t>(strand.stack_index)] * k / 2);
}

void draw_ribbons(const AppState& state, const data::OverlaySpec& overlay, const data::SeriesTable& series,
                  const MapGeometry& geometry, const Theme& theme, Scene& scene)
{
    const float gap = theme.number("line.ribbon.strand_gap", 1) * state.viewport.scale;
    for (const auto& strand : strands(overlay, series, state.year)) {
        const auto* section = section_of(overlay, strand.section);
        const auto* ribbon = mesh_of(geometry, overlay.id, strand.section);
        const auto* level = ribbon ? ribbon->level_for(state.camera.metres_per_px) : nullptr;
        if (!section || !level) continue;
        RibbonDraw draw;
        draw.overlay = overlay.id;
        draw.section = strand.section;
        draw.mesh = level->lines;
        draw.state = strand.value.state;
        draw.value = strand.value.value;
        draw.width_px = strand.value.state == data::State::absent
                            ? theme.number("line.no_figure.width", 4.4F) * state.viewport.scale *
                                  (scene.camera.metres_per_px > 3000 ? 0.8F : 1.0F)
                            : static_cast<float>(strand.value.value * scene.px_per_unit);
        draw.offset_px = stack_offset(strand, scene.px_per_unit, gap);
        draw.from_m = 0;
        draw.to_m = static_cast<float>(strand.through_trunk ? level->total_length_m : level->own_length_m);
        draw.color = mode_color(overlay, strand.value.state, theme);
        draw.rim = theme.color("chart.conflict");
        draw.subject = section->subject.empty() ? strand.section : section->subject;
        draw.series = strand.series;
        scene.ribbons.push_back(std::move(draw));
    }
    // A section whose members run through it this year stays in the list with no length, so that its mesh is on the GPU
    // before the year that needs it.
    for (const auto& section : overlay.sections) {
        const auto* ribbon = mesh_of(geometry, overlay.id, section.id);
        const auto* level = ribbon ? ribbon->level_for(state.camera.metres_per_px) : nullptr;
        const bool drawn = std::any_of(scene.ribbons.begin(), scene.ribbons.end(),
                                       [&](const RibbonDraw& r) { return r.section == section.id; });
        if (drawn || !level) continue;
        RibbonDraw kept;
        kept.overlay = overlay.id;
        kept.section = section.id;
        kept.mesh = level->lines;
        kept.state = data::State::absent;
        scene.ribbons.push_back(std::move(kept));
    }
    // Corridors without a figure lie below, then the widest first, so that nothing narrow is buried.
    std::stable_sort(scene.ribbons.begin(), scene.ribbons.end(), [](const RibbonDraw& a, const RibbonDraw& b) {
        const auto layer = [](const RibbonDraw& r) {
            return r.state == data::State::absent ? 0 : r.state == data::State::at_most ? 1 : 2;
        };
        if (layer(a) != layer(b)) return layer(a) < layer(b);
        return a.width_px > b.width_px;
    });
}

void draw_circles(const AppState& state, const data::Dataset& dataset, const data::OverlaySpec& overlay,
                  const MapGeometry& geometry, const Theme& theme, Scene& scene)
{
    for (const auto& circle : overlay.circles) {
        const auto* series = dataset.series->find(circle.series);
        const auto own = geometry.flag_points.find(overlay.id + "/" + circle.subject);
        const auto point = own != geometry.flag_points.end() ? std::optional(own->second)
                                                             : subject_point(circle.subject, dataset, geometry);
        if (!series || !point) continue;
        const auto& value = series->at(state.year);
        CircleDraw draw;
        draw.at = *point;
        draw.state = value.state;
        draw.value = value.value;
        draw.radius_px = value.state == data::State::absent
                             ? 12 * state.viewport.scale
                             : static_cast<float>(std::sqrt(value.value * scene.px_per_unit / std::numbers::pi));
        draw.fill = overlay.mode.empty() ? theme.color("chart.year_bar") : theme.color("mode." + overlay.mode);
        draw.edge = theme.color("symbol.port_stroke");
        draw.subject = circle.subject;
        draw.series = circle.series;
        scene.circles.push_back(draw);
    }
    std::stable_sort(scene.circles.begin(), scene.circles.end(),
                     [](const auto& a, const auto& b) { return a.radius_px > b.radius_px; });
}

} // namespace

double scale_of(const data::OverlaySpec& overlay, const data::ViewSpec* view, float display_scale)
{
    if (overlay.kind != data::OverlayKind::ribbon) return overlay.area_px2_per_unit * display_scale * display_scale;
    const auto& table = overlay.px_per_unit;
    auto it = table.find(view ? view->ribbon_scale : "default");
    if (it == table.end()) it = table.find("default");
    if (it == table.end()) it = table.begin();
    return it == table.end() ? 0 : it->second * display_scale;
}

std::optional<geo::Projected> subject_point(const std::string& subject, const data::Dataset& dataset,
                                            const MapGeometry& geometry)
{
    for (const auto& [layer, points] : geometry.points) {
        const auto it = dataset.layers.find(layer);
        if (it == dataset.layers.end() || !it->second) continue;
        for (const auto& point : points)
            if (it->second->features[point.feature].id == subject) return point.at;
    }
    return std::nullopt;
}

void draw_overlay(const AppState& state, const data::Dataset& dataset, const MapGeometry& geometry, const Theme& theme,
                  Scene& scene)
{
    const auto* overlay = dataset.atlas->overlay(state.overlay);
    if (!overlay || !dataset.series) return;
    if (const auto flows = state.layers.find("flows"); flows != state.layers.end() && !flows->second.visible) return;
    scene.px_per_unit = scale_of(*overlay, dataset.atlas->view(state.view), state.viewport.scale);
    if (overlay->kind == data::OverlayKind::ribbon)
        draw_ribbons(state, *overlay, *dataset.series, geometry, theme, scene);
    else
        draw_circles(state, dataset, *overlay, geometry, theme, scene);
}

} // namespace scene
