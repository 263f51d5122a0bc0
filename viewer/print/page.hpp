#pragma once
#include "data/dataset.hpp"
#include "print/drawing.hpp"
#include "print/mesh_paths.hpp"
#include "scene/app_state.hpp"
#include "scene/strings.hpp"

/// A map laid out for paper: title, the map, legend, scale bar, projection, sources of every figure, credits.
namespace print {

/// What a page says. References must outlive the calls.
struct PageInput {
    const scene::AppState& state; ///< of the map that is printed
    const data::Dataset& dataset;
    const scene::Theme& theme;
    const scene::Strings& strings;
    text::Engine& engine;
    double width = 0, height = 0; ///< of the page, units
    bool map_only = false;        ///< the map fills the page, nothing beside it
};

/// A line of running text, set later in columns.
struct NoteLine {
    std::string text;
    text::Style style;
    scene::Color color;
    double advance = 0; ///< height of the line with the space below it
    bool stays_with_next = false;
};

struct PageLayout {
    geo::Rect head, map, scale_row, legend, notes;
    double map_scale = 1;           ///< a small page is read from nearer than a screen: its map is drawn finer
    int columns = 1;                ///< of the notes
    std::vector<std::size_t> facts; ///< whose sources are named
    std::vector<NoteLine> lines;
};

/// Where things go, before the map is drawn: the camera of the map must be set to `map`, in units of the page divided
/// by `map_scale`. `drawn`: the map as it came out of an earlier plan, for the figures that only it can tell; may be
/// null. Error: the page is too small to leave room for a map.
base::Result<PageLayout> plan_page(const PageInput& input, const scene::Scene* drawn = nullptr);

/// Every figure on this map has its source on the page.
[[nodiscard]] bool names_all_sources(const PageInput& input, const PageLayout& layout, const scene::Scene& scene);

/// The page. `scene` was built for a viewport of the page's size (divided by `map_scale`) with the map rectangle free
/// and everything else covered; `ground` (relief) may be null; `ground_metres_per_unit` of the page, at the centre of
/// the map, for the scale bar.
[[nodiscard]] Drawing compose_page(const PageInput& input, const PageLayout& layout, const scene::Scene& scene,
                                   const Image* ground, double ground_metres_per_unit);

/// Where the map lies on the page, in units of the page divided by `map_scale`.
[[nodiscard]] MapFrame frame_of_map(const scene::Scene& scene, const PageLayout& layout);

/// The theme is dark: on paper that is a lot of ink.
[[nodiscard]] bool dark_page(const scene::Theme& theme);

} // namespace print
