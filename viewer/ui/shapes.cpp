#include "ui/shapes.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

void dashed_line(Frame& frame, ImVec2 a, ImVec2 b, ImU32 color, float width, float on, float off)
{
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const float length = std::sqrt(dx * dx + dy * dy);
    if (length <= 0 || on + off <= 0) return;
    for (float at = 0; at < length; at += on + off) {
        const float end = std::min(at + on, length);
        frame.draw->AddLine({a.x + dx * at / length, a.y + dy * at / length},
                            {a.x + dx * end / length, a.y + dy * end / length}, color, width);
    }
}

void dashed_rect(Frame& frame, const geo::Rect& rect, ImU32 color, float width, float on, float off)
{
    const ImVec2 p[5] = {{rect.x, rect.y},
                         {rect.x + rect.w, rect.y},
                         {rect.x + rect.w, rect.y + rect.h},
                         {rect.x, rect.y + rect.h},
                         {rect.x, rect.y}};
    for (int i = 0; i < 4; ++i) dashed_line(frame, p[i], p[i + 1], color, width, on, off);
}

void dotted_fill(Frame& frame, const geo::Rect& rect, ImU32 color, float step, float radius)
{
    for (float y = rect.y + step / 2; y < rect.y + rect.h; y += step)
        for (float x = rect.x + step / 2; x < rect.x + rect.w; x += step)
            frame.draw->AddRectFilled({x - radius, y - radius}, {x + radius, y + radius}, color);
}

void hatched_fill(Frame& frame, const geo::Rect& rect, ImU32 color, float stripe, float step)
{
    const float right = rect.x + rect.w;
    const float bottom = rect.y + rect.h;
    frame.draw->PushClipRect({rect.x, rect.y}, {right, bottom}, true);
    // The stripes lean as on the map, also where the panel around them is mirrored.
    const float foot = frame.mirrored ? rect.h : 0;
    for (float x = rect.x - rect.h; x < right; x += step)
        frame.draw->AddLine({x + foot, bottom}, {x + rect.h - foot, rect.y}, color, stripe);
    frame.draw->PopClipRect();
}

void chevron_up(Frame& frame, float centre_x, float y, float half_width, float rise, ImU32 color, float width)
{
    const ImVec2 points[3] = {{centre_x - half_width, y}, {centre_x, y - rise}, {centre_x + half_width, y}};
    frame.draw->AddPolyline(points, 3, color, 0, width);
}

void diamond(Frame& frame, ImVec2 c, float half, ImU32 fill, ImU32 stroke, float width)
{
    const ImVec2 points[4] = {{c.x, c.y - half}, {c.x + half, c.y}, {c.x, c.y + half}, {c.x - half, c.y}};
    frame.draw->AddConvexPolyFilled(points, 4, fill);
    frame.draw->AddPolyline(points, 4, stroke, ImDrawFlags_Closed, width);
}

void hatched_disc(Frame& frame, ImVec2 c, float radius, ImU32 color, float edge)
{
    const ImU32 tint = (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(0x3D) << IM_COL32_A_SHIFT);
    frame.draw->AddCircleFilled(c, radius, tint);
    frame.draw->AddCircle(c, radius, color, 0, edge);
    const int ticks = std::max(10, static_cast<int>(radius * 1.6F));
    for (int i = 0; i < ticks; ++i) {
        const float angle = 6.2831853F * static_cast<float>(i) / static_cast<float>(ticks);
        const float inner = radius * 0.68F;
        frame.draw->AddLine({c.x + std::cos(angle) * inner, c.y + std::sin(angle) * inner},
                            {c.x + std::cos(angle) * radius, c.y + std::sin(angle) * radius}, color, edge * 0.6F);
    }
}

} // namespace ui
