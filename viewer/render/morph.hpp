#pragma once
#include "render/warp.hpp"
#include "scene/scene.hpp"
#include <functional>

namespace render {

/// From one projection to another: both maps as pictures on nets whose corners travel from their place in the one to
/// their place in the other, the second fading in.
class Morph {
public:
    explicit Morph(gpu::Counters& counters) : counters_(counters), warp_(counters) {}

    using Paint = std::function<void(const scene::Scene&, unsigned framebuffer)>;
    /// Takes both pictures, `from` as it was shown last; `paint` draws a scene without labels.
    base::Result<void> begin(const scene::Scene& scene, const scene::Scene& from, const Paint& paint);
    [[nodiscard]] bool ready_for(const scene::Scene& scene) const;
    void draw(const scene::Scene& scene, unsigned framebuffer, const Programs& programs);
    void end(); ///< frees the pictures

private:
    gpu::Counters& counters_;
    Warp warp_;
    gpu::Framebuffer from_, to_;
    scene::WarpMesh from_net_, to_net_;
    scene::CameraView from_camera_, camera_;
    std::string from_plane_, plane_;
};

} // namespace render
