#include "scene/warp_mesh.hpp"
#include "geo/orthographic.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace scene {
namespace {

constexpr int kRings = 36, kSpokes = 96;
constexpr int kColumns = 80, kRows = 50;
/// The outermost hundredth of the old disc is seen too flat to be of use elsewhere.
constexpr double kClear = 0.15;

double smooth(double t)
{
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

/// Greatest distance of the window's corners from the middle of the disc, as a share of its radius.
double reach_of(const geo::Orthographic::Limb& limb, const CameraView& camera)
{
    double reach = 0;
    for (const float x : {0.0F, static_cast<float>(camera.width_px)})
        for (const float y : {0.0F, static_cast<float>(camera.height_px)}) {
            const auto p = camera.to_projected({x, y});
            reach = std::max(reach, std::hypot((p.x - limb.centre.x) / limb.half_width_m,
                                               (p.y - limb.centre.y) / limb.half_height_m));
        }
    return std::min(1.0, reach);
}

} // namespace

WarpMesh turned_globe(const geo::Projection& from, const CameraView& from_camera, const geo::Projection& to,
                      const CameraView& to_camera)
{
    WarpMesh mesh;
    const auto *old_globe = from.globe(), *globe = to.globe();
    if (!old_globe || !globe) return mesh;
    const auto limb = globe->limb();
    // Rings at equal angles, so that the rim, where much lies within little, is as fine as the middle.
    const double farthest = std::asin(reach_of(limb, to_camera));
    for (int ring = 0; ring <= kRings; ++ring)
        for (int spoke = 0; spoke < kSpokes; ++spoke) {
            const double turn = 2 * std::numbers::pi * spoke / kSpokes;
            const double share = std::sin(farthest * ring / kRings);
            const auto at = [&](double r) {
                return geo::Projected{limb.centre.x + r * limb.half_width_m * std::cos(turn),
                                      limb.centre.y + r * limb.half_height_m * std::sin(turn)};
            };
            const auto place = globe->inverse(at(std::min(share, 0.999999)));
            const auto px = to_camera.to_screen(at(share));
            WarpMesh::Vertex v{px.x, px.y, px.x, px.y, 0, 0, 0};
            if (place) {
                const auto uv = from_camera.to_screen(old_globe->through(*place));
                v.u = uv.x;
                v.v = uv.y;
                v.shown = static_cast<float>(smooth(old_globe->facing(*place) / kClear));
            }
            mesh.vertices.push_back(v);
        }
    for (std::uint32_t ring = 0; ring < kRings; ++ring)
        for (std::uint32_t spoke = 0; spoke < kSpokes; ++spoke) {
            const std::uint32_t next = (spoke + 1) % kSpokes;
            const std::uint32_t a = ring * kSpokes + spoke, b = ring * kSpokes + next, c = a + kSpokes, d = b + kSpokes;
            mesh.indices.insert(mesh.indices.end(), {a, c, b, b, c, d});
        }
    return mesh;
}

WarpMesh morph_net(const geo::Projection& a, const CameraView& a_camera, const geo::Projection& b,
                   const CameraView& b_camera)
{
    struct Node {
        geo::ScreenPx here, there;
        std::optional<geo::LonLat> place;
        bool known = false;
    };
    std::vector<Node> nodes;
    for (int row = 0; row <= kRows; ++row)
        for (int column = 0; column <= kColumns; ++column) {
            Node node;
            node.here = {static_cast<float>(a_camera.width_px * column) / kColumns,
                         static_cast<float>(a_camera.height_px * row) / kRows};
            node.place = a.inverse(a_camera.to_projected(node.here));
            if (const auto there = node.place ? b.forward(*node.place) : std::nullopt) {
                node.there = b_camera.to_screen(*there);
                node.known = true;
            }
            nodes.push_back(node);
        }
    /// A cell whose corners lie on both sides of the other map's seam would be drawn across all of it.
    const auto torn = [&](const Node& p, const Node& q) {
        const auto from_middle = [&](const Node& n) { return std::remainder(n.place->lon - b.centre_lon(), 360); };
        return b.torn_at_seam() && std::abs(from_middle(p) - from_middle(q)) > 180;
    };
    WarpMesh mesh;
    const auto add = [&](const Node& n, bool kept) {
        const auto there = kept ? n.there : n.here;
        mesh.vertices.push_back({n.here.x, n.here.y, there.x, there.y, n.here.x, n.here.y, kept ? 1.0F : 0.0F});
    };
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const auto k = static_cast<std::size_t>(row * (kColumns + 1) + column);
            const Node* corners[] = {&nodes[k], &nodes[k + 1], &nodes[k + kColumns + 1], &nodes[k + kColumns + 2]};
            bool kept = std::all_of(std::begin(corners), std::end(corners), [](const Node* n) { return n->known; });
            for (int i = 1; kept && i < 4; ++i)
                kept = !torn(*corners[0], *corners[i]) && !torn(*corners[3], *corners[i]);
            const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
            for (const Node* corner : corners) add(*corner, kept);
            mesh.indices.insert(mesh.indices.end(), {first, first + 2, first + 1, first + 1, first + 2, first + 3});
        }
    return mesh;
}

} // namespace scene
