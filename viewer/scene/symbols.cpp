#include "scene/symbols.hpp"
#include "scene/label_style.hpp"
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace scene {
namespace {

/// Radius in logical px, 0 = not at this scale.
float logical_radius(const std::string& style, const data::Feature& feature, double logical_mpp)
{
    const bool small_scale = logical_mpp > 2'600;
    if (style == "port") {
        const auto kind = feature.attribute("kind");
        if (kind == "air") return small_scale ? 0.0F : logical_mpp > 900 ? 6.5F : 8.0F;
        if (kind == "pipeline") return 0;
        return kind.find("rail") != std::string_view::npos ? (small_scale ? 5.5F : 7.0F) : small_scale ? 3.6F : 5.5F;
    }
    if (style == "zone") return feature.attribute("kind") == "ftz_area" ? (small_scale ? 4.0F : 5.5F) : 0.0F;
    if (style == "airport") return logical_mpp > 900 || feature.number("in_region") < 1 ? 0.0F : 5.0F;
    const auto kind = feature.attribute("kind");
    const int rank = static_cast<int>(feature.number("rank", 6));
    if (kind == "peak") return logical_mpp < 1'200 && rank <= 3 ? 2.6F : 0.0F;
    if (kind != "city" && kind != "town") return 0;
    const bool capital = feature.attribute("capital") == "true" || feature.attribute("capital") == "1";
    if (capital && rank <= 3) return 5;
    return rank <= 2 ? 4.0F : rank == 3 ? 3.2F : 2.4F;
}

bool shows_at(const std::string& style, const data::Feature& feature, double logical_mpp)
{
    return style != "place" || logical_mpp <= farthest_mpp(static_cast<int>(feature.number("rank", 6)));
}

/// An airport that is also a border port is drawn as one.
bool is_port(const data::Dataset& dataset, const std::string& id)
{
    return std::any_of(dataset.atlas->layers.begin(), dataset.atlas->layers.end(), [&](const data::LayerSpec& spec) {
        const auto layer = dataset.layers.find(spec.id);
        return spec.style == "port" && layer != dataset.layers.end() && layer->second && layer->second->find(id);
    });
}

SymbolInstance instance(const PlacedSymbol& placed, const MapGeometry& geometry, const Theme& theme, float scale)
{
    SymbolInstance s{};
    s.x = static_cast<float>(placed.point->at.x - geometry.origin.x);
    s.y = static_cast<float>(placed.point->at.y - geometry.origin.y);
    s.size_px = placed.radius_px;
    s.stroke_px = 2 * scale;
    s.fill = theme.color("symbol.port_fill");
    s.stroke = theme.color("symbol.port_stroke");
    s.opened = static_cast<float>(placed.feature->number("opened", 0));
    s.closed = static_cast<float>(placed.feature->number("closed", 9999));
    if (placed.style == "airport") {
        s.shape = Shape::aircraft;
        s.stroke = theme.color("mode.air");
    } else if (placed.style == "port") {
        const auto kind = placed.feature->attribute("kind");
        const bool rail = kind.find("rail") != std::string_view::npos;
        s.shape = kind == "air" ? Shape::aircraft : rail ? Shape::diamond_dot : Shape::diamond;
        if (kind == "air")
            s.stroke = theme.color("mode.air");
        else if (!rail)
            s.stroke = theme.color("mode.road");
    } else if (placed.style == "zone") {
        s.shape = Shape::hatched_disc;
        s.stroke = theme.color("symbol.ftz");
        s.fill = s.stroke.with_alpha(theme.number("symbol.ftz.fill_opacity", 0.24F));
        s.radius_m = static_cast<float>(std::sqrt(placed.feature->number("area_km2") / std::numbers::pi) * 1000);
        s.opened = static_cast<float>(placed.feature->number("established", 0));
    } else {
        const bool capital =
            placed.feature->attribute("capital") == "true" || placed.feature->attribute("capital") == "1";
        s.shape = capital && placed.radius_px >= 4.5F * scale ? Shape::capital : Shape::disc;
        s.fill = theme.color("label.primary");
        s.stroke = theme.color("label.halo");
        s.stroke_px = 1.4F * scale;
    }
    return s;
}

} // namespace

bool layer_visible(const AppState& state, const data::LayerSpec& layer)
{
    const auto it = state.layers.find(layer.group);
    return it == state.layers.end() || (it->second.visible && it->second.opacity > 0.01F);
}

std::vector<PlacedSymbol> placed_symbols(const AppState& state, const data::Dataset& dataset,
                                         const MapGeometry& geometry)
{
    std::vector<PlacedSymbol> out;
    const float scale = state.viewport.scale;
    const double logical_mpp = state.camera.metres_per_px * scale;
    for (const auto& spec : dataset.atlas->layers) {
        const auto points = geometry.points.find(spec.id);
        const auto layer = dataset.layers.find(spec.id);
        if (spec.kind != data::LayerKind::point || points == geometry.points.end() || layer == dataset.layers.end() ||
            !layer->second || !layer_visible(state, spec))
            continue;
        for (const auto& point : points->second) {
            const auto& feature = layer->second->features[point.feature];
            if (spec.style == "airport" && is_port(dataset, feature.id)) continue;
            const float radius = logical_radius(spec.style, feature, logical_mpp);
            if (radius > 0 && shows_at(spec.style, feature, logical_mpp))
                out.push_back({spec.id, spec.style, &feature, &point, radius * scale, radius * scale});
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const PlacedSymbol& a, const PlacedSymbol& b) { return a.radius_px < b.radius_px; });
    for (auto& a : out)
        for (const auto& b : out) {
            const double apart =
                std::hypot(a.point->at.x - b.point->at.x, a.point->at.y - b.point->at.y) / state.camera.metres_per_px;
            if (apart < b.radius_px) a.clear_px = std::max(a.clear_px, static_cast<float>(apart) + b.radius_px);
        }
    return out;
}

std::shared_ptr<const std::vector<SymbolInstance>> symbol_instances(const AppState& state,
                                                                    const std::vector<PlacedSymbol>& placed,
                                                                    const MapGeometry& geometry, const Theme& theme,
                                                                    SceneMemory& memory)
{
    std::uint64_t key = std::hash<const void*>{}(&geometry) ^ (std::hash<const void*>{}(&theme) << 1);
    const auto mix = [&key](std::uint64_t v) { key = key * 1099511628211ULL ^ v; };
    for (const auto& p : placed) {
        mix(std::hash<const void*>{}(p.point));
        mix(std::hash<double>{}(p.point->at.x));
        mix(std::hash<double>{}(p.point->at.y));
        mix(std::hash<float>{}(p.radius_px));
    }
    mix(state.selection ? std::hash<std::string>{}(state.selection->subject) : 0);
    if (memory.symbols && memory.symbols_key == key) return memory.symbols;

    auto list = std::make_shared<std::vector<SymbolInstance>>();
    const float scale = state.viewport.scale;
    for (const auto& p : placed) {
        list->push_back(instance(p, geometry, theme, scale));
        if (!state.selection || p.feature->id != state.selection->subject) continue;
        SymbolInstance ring = list->back();
        ring.shape = Shape::selected_ring;
        ring.size_px = p.radius_px + 8 * scale;
        ring.stroke_px = 2 * scale;
        ring.radius_m = 0;
        ring.stroke = theme.color("label.primary");
        ring.fill = theme.color("map.casing");
        list->push_back(ring);
    }
    memory.symbols = list;
    memory.symbols_key = key;
    return memory.symbols;
}

} // namespace scene
