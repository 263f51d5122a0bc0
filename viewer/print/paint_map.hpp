#pragma once
#include "print/mesh_paths.hpp"

/// The scene's parts as items, each as its shader draws it, in the order in which the renderer draws them.
namespace print {

struct MapPainter {
    const scene::Scene& scene;
    const MapFrame& frame;
    text::Engine& engine;
    std::vector<Item>& items;

    /// Relief (`ground`, may be null), areas, lines, ribbons, circles, symbols, leaders, labels, cut to the frame.
    void all(const Image* ground);

    void layers();
    void ribbons();
    void circles();
    void symbols();
    void leaders();
    void labels();

    /// Device pixels of the scene -> units.
    [[nodiscard]] double units(float px) const { return static_cast<double>(px) / static_cast<double>(scene.scale); }
    [[nodiscard]] double number(std::string_view role, float fallback) const
    {
        return static_cast<double>(scene.theme->number(role, fallback));
    }
    [[nodiscard]] Point to_page(geo::Projected at) const;
};

/// A colour that covers `share` of another.
[[nodiscard]] scene::Color mixed(const scene::Color& below, const scene::Color& above, float share);
[[nodiscard]] scene::Color faded(const scene::Color& color, float opacity);

} // namespace print
