#pragma once
#include "gpu/buffer.hpp"
#include "gpu/texture.hpp"
#include "render/lines.hpp"

namespace render {

/// A relief raster on the GPU.
struct RasterTexture {
    RasterTexture(const data::Raster& picture, gpu::Counters& counters);
    gpu::Texture texture;
};

/// The grid over a relief raster in one projection.
class ReliefBuffer {
public:
    ReliefBuffer(const scene::ReliefMesh& mesh, gpu::Counters& counters);

    const gpu::Texture* raster = nullptr; ///< shared by all grids over it; set before drawing
    float texel_m = 0;                    ///< projected metres a texel is wide, about
    float fade = 0;                       ///< texels over which the edge fades into the relief below
    /// Relief-free when the mesh or its raster cannot be drawn.
    [[nodiscard]] bool empty() const { return count_ == 0; }
    void draw(gpu::Counters& counters) const;
    /// Leaves out the triangles that lie wholly under `above`'s opaque middle (null = none): a full-screen pass less.
    void cover(const scene::ReliefMesh& mesh, const scene::ReliefMesh* above);

private:
    void upload_indices(const std::vector<std::uint32_t>& indices);
    const data::Raster* above_ = nullptr; // only compared
    gpu::Buffer vertices_, indices_;
    gpu::VertexArray layout_;
    GLsizei count_ = 0;
    bool sound_ = false;
};

/// The theme's tints, one row each for outside and focus, 256 elevations of 32 m.
[[nodiscard]] std::vector<std::uint8_t> ramp_texels(const scene::Theme& theme);

enum class Tint { outside, focus };

/// `edge_fade`: the raster lies on another one, so its border is blended over 40 texels.
void draw_relief(const ReliefBuffer& relief, const gpu::Texture& ramp, Tint tint, bool edge_fade, float opacity,
                 const scene::Theme& theme, const Target& target, const Programs& programs, gpu::Counters& counters);

} // namespace render
