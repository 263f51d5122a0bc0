#include "scene/label_curve.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

struct Walk { ///< position and direction at a length along a polyline
    const std::vector<geo::ScreenPx>& points;
    std::vector<float> lengths;

    explicit Walk(const std::vector<geo::ScreenPx>& p) : points(p), lengths{0}
    {
        for (std::size_t i = 1; i < p.size(); ++i)
            lengths.push_back(lengths.back() + std::hypot(p[i].x - p[i - 1].x, p[i].y - p[i - 1].y));
    }
    [[nodiscard]] float total() const { return lengths.back(); }
    [[nodiscard]] GlyphPose at(float length) const
    {
        const auto it = std::upper_bound(lengths.begin(), lengths.end(), length);
        const auto i = std::clamp<std::size_t>(static_cast<std::size_t>(it - lengths.begin()), 1, points.size() - 1);
        const float step = std::max(1e-4F, lengths[i] - lengths[i - 1]);
        const float t = (length - lengths[i - 1]) / step;
        const float dx = (points[i].x - points[i - 1].x) / step, dy = (points[i].y - points[i - 1].y) / step;
        return {points[i - 1].x + t * dx * step, points[i - 1].y + t * dy * step, dx, dy};
    }
};

} // namespace

std::vector<geo::ScreenPx> smooth_curve(const std::vector<geo::ScreenPx>& p, int steps)
{
    if (p.size() < 3) return p;
    std::vector<geo::ScreenPx> out;
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
        const auto a = p[i == 0 ? 0 : i - 1], b = p[i], c = p[i + 1], d = p[std::min(i + 2, p.size() - 1)];
        for (int s = 0; s < steps; ++s) {
            const float t = static_cast<float>(s) / static_cast<float>(steps), t2 = t * t, t3 = t2 * t;
            const auto mix = [&](float pa, float pb, float pc, float pd) {
                return 0.5F * (2 * pb + (pc - pa) * t + (2 * pa - 5 * pb + 4 * pc - pd) * t2 +
                               (3 * pb - pa - 3 * pc + pd) * t3);
            };
            out.push_back({mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)});
        }
    }
    out.push_back(p.back());
    return out;
}

CurvedLabel set_along(const text::Run& run, std::vector<geo::ScreenPx> curve, float share, bool upright)
{
    CurvedLabel out;
    if (curve.size() < 2 || run.fill.empty()) return out;
    const geo::ScreenPx way{curve.back().x - curve.front().x, curve.back().y - curve.front().y};
    upright = upright && std::abs(way.y) > 0.7F * std::abs(way.x);
    if (upright ? way.y < 0 : way.x < 0) std::reverse(curve.begin(), curve.end()); // read downwards, else to the right
    const Walk walk(curve);
    const float start = (walk.total() - run.width) * share;
    if (start < 0) return out;
    const float drop = run.cap_height / 2; // the curve runs through the middle of the capitals
    float last_angle = 0;
    for (std::size_t i = 0; i < run.fill.size(); ++i) {
        const auto& quad = run.fill[i];
        const float middle = (quad.x0 + quad.x1) / 2;
        GlyphPose pose = walk.at(start + middle);
        const float angle = std::atan2(pose.sin, pose.cos);
        if (i > 0 && std::abs(angle - last_angle) > 0.45F) return {};
        last_angle = angle;
        if (upright) pose.cos = 1, pose.sin = 0;
        const geo::ScreenPx centre{pose.x, pose.y};
        // The quad's own coordinates start at the run's pen, so the pose is that pen turned about the glyph's middle.
        pose.x = centre.x - pose.cos * middle - pose.sin * drop;
        pose.y = centre.y - pose.sin * middle + pose.cos * drop;
        out.poses.push_back(pose);
        const float half = std::max(quad.x1 - quad.x0, run.cap_height) / 2 + 2;
        out.boxes.push_back({centre.x - half, centre.y - half, 2 * half, 2 * half});
    }
    return out;
}

} // namespace scene
