#pragma once
#include "scene/camera.hpp"
#include <cstdint>

namespace scene {

/// A picture as a net over its pixels, each of which has a place in two views of the world. Pure and cheap: some
/// thousand vertices.
struct WarpMesh {
    struct Vertex {
        float ax, ay; ///< on the screen of the first view, pixels
        float bx, by; ///< on the screen of the second
        float u, v;   ///< in the picture: pixels of the screen it was drawn for, origin top left
        float shown;  ///< 0..1; the picture fades where it has nothing to say
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices; ///< triangles
};

/// The picture of a globe, drawn with `from` and `from_camera`, on the same globe turned to `to`: a net over the disc
/// now seen, out to its limb or the corners of the window. Both places are the new one; shown = 0 where the old picture
/// did not look.
[[nodiscard]] WarpMesh turned_globe(const geo::Projection& from, const CameraView& from_camera,
                                    const geo::Projection& to, const CameraView& to_camera);

/// The window of view a as a net, with the place of every vertex in view b: identical to a's pixels at (ax, ay), and
/// where the same place of the world lies at (bx, by). Cells that the other view cannot show, or tears, stay where they
/// are and have shown = 0; the rest have 1.
[[nodiscard]] WarpMesh morph_net(const geo::Projection& a, const CameraView& a_camera, const geo::Projection& b,
                                 const CameraView& b_camera);

} // namespace scene
