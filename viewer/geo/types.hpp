#pragma once
#include <vector>

namespace geo {

/// Degrees on WGS 84. Longitude first, always.
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// Metres in the plane of the current projection, y to the north.
struct Projected {
    double x = 0;
    double y = 0;
    friend bool operator==(const Projected&, const Projected&) = default;
};

/// Pixels of the drawable, origin top left, y down.
struct ScreenPx {
    float x = 0;
    float y = 0;
    friend bool operator==(const ScreenPx&, const ScreenPx&) = default;
};

struct Rect { ///< in screen pixels
    float x = 0, y = 0, w = 0, h = 0;
    [[nodiscard]] bool contains(ScreenPx p) const { return p.x >= x && p.y >= y && p.x < x + w && p.y < y + h; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

struct Bounds { ///< in projected metres
    double x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

using Line = std::vector<LonLat>;
using ProjectedLine = std::vector<Projected>;

} // namespace geo
