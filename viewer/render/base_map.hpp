#pragma once
#include "gpu/framebuffer.hpp"
#include "render/sphere.hpp"
#include "render/static_map.hpp"
#include "render/warp.hpp"

namespace render {

/// The static map in a texture with a margin. Panning shifts it by whole pixels and draws only the strips that come
/// into view; while the hand is still moving, zooming scales it.
class BaseMap {
public:
    explicit BaseMap(gpu::Counters& counters) : counters_(counters), warp_(counters), sphere_(counters) {}

    /// Copies the static map into `framebuffer`. True when that is as sharp as drawn anew.
    base::Result<bool> show(const scene::Scene& scene, unsigned framebuffer, bool settled, StaticMap& map,
                            const Programs& programs);
    /// Pixels drawn beyond the window on every side, for panning; 0 for a picture that will not move.
    void set_margin(int px) { wanted_margin_ = px; }
    void forget() { valid_ = false; } ///< the next `show` draws anew
    [[nodiscard]] std::uint64_t redraws() const { return redraws_; }

private:
    base::Result<bool> show_flat(const scene::Scene& scene, unsigned framebuffer, bool settled, StaticMap& map,
                                 const Programs& programs);
    /// A globe whose layers are still projected for an earlier turn: the picture at hand on the turned sphere.
    base::Result<void> show_turning(const scene::Scene& scene, unsigned framebuffer, StaticMap& map,
                                    const Programs& programs);
    /// Where a pixel of the texture lands on the screen: screen = texture * scale + offset.
    struct Mapping {
        double scale = 1, x = 0, y = 0;
        bool whole = false; ///< unscaled and shifted by whole pixels (x and y are then whole)
    };
    [[nodiscard]] bool same_content(const scene::Scene& scene, StaticMap& map) const;
    [[nodiscard]] Mapping mapping(const scene::Scene& scene) const;
    [[nodiscard]] bool covers(const Mapping& mapping, const scene::Scene& scene) const;
    base::Result<void> redraw(const scene::Scene& scene, StaticMap& map, const Programs& programs);
    base::Result<void> extend(const scene::Scene& scene, const Mapping& mapping, StaticMap& map,
                              const Programs& programs);
    base::Result<void> make_surface(gpu::Framebuffer& surface, const scene::Scene& scene) const;
    void draw_part(const scene::Scene& scene, const geo::Rect& px, StaticMap& map, const Programs& programs);

    gpu::Counters& counters_;
    gpu::Framebuffer surface_, spare_;
    Warp warp_;
    Sphere sphere_;
    bool valid_ = false, sharp_ = false;
    std::uint64_t redraws_ = 0;
    // what the texture shows
    scene::CameraView camera_;
    std::shared_ptr<const geo::Projection> plane_;
    int margin_ = 0, year_ = 0, wanted_margin_ = 96;
    std::uint64_t key_ = 0;
    std::shared_ptr<const scene::MapGeometry> geometry_;
    std::vector<const void*> meshes_; ///< drawn; only compared
    std::shared_ptr<const scene::Theme> theme_;
};

} // namespace render
