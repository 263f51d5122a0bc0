#pragma once
#include "render/areas.hpp"
#include "render/relief.hpp"
#include "render/uploaded.hpp"

namespace render {

using LineBuffers = Uploaded<scene::LineMesh, LineBuffer>;

/// The part of the picture that changes only with the camera, the theme and the layers: relief, graticule, areas,
/// lines.
class StaticMap {
public:
    explicit StaticMap(gpu::Counters& counters);

    /// From now on pixels of rasters are freed once they are on the GPU: no other renderer will ask for them.
    void own_rasters() { owns_rasters_ = true; }
    /// From here on, uses are noted for `sweep`.
    void begin_sync();
    /// Uploads what this camera's level of detail needs.
    void sync(const scene::Scene& scene);
    /// Frees what is in neither the scene nor its geometry.
    void sweep(const std::unordered_set<const void*>& keep);
    /// Draws into the bound framebuffer (which has a stencil), inside target.px.
    void draw(const scene::Scene& scene, const Target& target, const Programs& programs);
    /// The meshes that this scene draws: two pictures of one content and camera differ only if these do.
    [[nodiscard]] static std::vector<const void*> meshes(const scene::Scene& scene);
    /// Something that is drawn opens or closes between the two years.
    [[nodiscard]] bool differs(const scene::Scene& scene, int year, int other_year);

private:
    void draw_reliefs(const scene::Scene& scene, Tint tint, const Target& target, const Programs& programs);
    void draw_layers(const scene::Scene& scene, bool above_focus, const Target& target, const Programs& programs);
    void draw_graticule(const scene::Scene& scene, const Target& target, const Programs& programs);
    [[nodiscard]] static bool world_ends(const scene::Scene& scene, const Target& target);
    void draw_world_edge(const scene::Scene& scene, const Target& target, const Programs& programs);
    bool mark_focus(const scene::Scene& scene, const Target& target, const Programs& programs);

    gpu::Counters& counters_;
    LineBuffers lines_;
    Uploaded<scene::AreaMesh, AreaBuffer> areas_;
    Uploaded<data::Raster, RasterTexture> rasters_; ///< as long as anyone holds the raster: its pixels may be gone
    bool owns_rasters_ = false;
    Uploaded<scene::ReliefMesh, ReliefBuffer> reliefs_;
    gpu::Texture ramp_;
    std::shared_ptr<const scene::Theme> ramp_theme_;
};

} // namespace render
