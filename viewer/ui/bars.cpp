#include "ui/bars.hpp"
#include "ui/shapes.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

ImU32 faded(ImU32 color, float alpha)
{
    ImVec4 c = ImGui::ColorConvertU32ToFloat4(color);
    c.w *= alpha;
    return ImGui::ColorConvertFloat4ToU32(c);
}

} // namespace

float bar(Frame& frame, float x, float width, const BarScale& scale, const data::YearValue& value,
          const BarColors& colors)
{
    const float hair = std::max(frame.px(1), 1.0F);
    const float left = std::round(x - width / 2);
    const float right = left + std::round(width);
    if (value.state == data::State::absent) {
        const geo::Rect box{left, scale.base_y - frame.px(scale.absent_px), right - left, frame.px(scale.absent_px)};
        dotted_fill(frame, {box.x + hair, box.y + hair, box.w - 2 * hair, box.h - 2 * hair}, colors.absent, frame.px(5),
                    hair / 2);
        dashed_rect(frame, box, colors.absent, hair, frame.px(2), frame.px(3));
        return box.y;
    }
    const float height = std::max(static_cast<float>(value.value) * scale.px_per_unit, hair);
    float top = scale.base_y - height;
    const geo::Rect box{left, top, right - left, height};
    const ImVec2 a{left, top};
    const ImVec2 b{right, scale.base_y};
    const float radius = std::min(frame.px(1.5F), height / 2);
    const bool about = value.approximation == data::Approximation::about;
    switch (value.state) {
    case data::State::partial:
        hatched_fill(frame, box, colors.fill, frame.px(2), frame.px(6));
        dashed_rect(frame, box, colors.fill, hair, frame.px(4), frame.px(3));
        break;
    case data::State::at_most:
        frame.draw->AddRectFilled(a, b, faded(colors.fill, 0.28F));
        frame.draw->AddRect(a, b, colors.fill, 0, 0, hair);
        break;
    default:
        if (about) {
            // A soft edge: the upper end is not exact.
            const float soft = std::min(frame.px(8), height * 0.5F);
            frame.draw->AddRectFilled({left, top + soft}, b, faded(colors.fill, 0.62F));
            frame.draw->AddRectFilled(a, {right, top + soft}, faded(colors.fill, 0.38F));
            dashed_line(frame, a, {right, top}, colors.fill, hair * 1.5F, frame.px(3), frame.px(2));
        } else {
            frame.draw->AddRectFilled(a, b, colors.fill, radius, ImDrawFlags_RoundCornersTop);
        }
        break;
    }
    if (value.state == data::State::computed)
        dashed_line(frame, {x, top + hair}, {x, scale.base_y}, colors.ground, hair * 1.5F, frame.px(4), frame.px(3));
    if (value.state == data::State::minimum || value.approximation == data::Approximation::over) {
        chevron_up(frame, x, top - frame.px(3), (right - left) / 2, frame.px(5), colors.fill, frame.px(2));
        top -= frame.px(9);
    }
    return top;
}

double round_step(double largest, int parts)
{
    if (!(largest > 0) || parts < 1) return 1;
    const double raw = largest / parts;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    // The smallest round step that does not make more than half a part too many.
    for (const double factor : {1.0, 2.0, 5.0})
        if (largest / (factor * power) <= parts + 1) return factor * power;
    return 10 * power;
}

void knowledge_dot(Frame& frame, ImVec2 c, float radius, data::State state, ImU32 color, ImU32 faint)
{
    auto* draw = frame.draw;
    switch (state) {
    case data::State::absent:
    case data::State::at_most: draw->AddCircleFilled(c, radius * 0.32F, faint); break;
    case data::State::computed: draw->AddCircle(c, radius * 0.85F, color, 0, frame.px(2)); break;
    case data::State::partial:
    case data::State::minimum:
        draw->AddCircle(c, radius * 0.9F, faded(color, 0.7F), 0, frame.px(1));
        draw->PathArcTo(c, radius, 1.5707963F, 4.712389F, 14);
        draw->PathFillConvex(color);
        break;
    default: draw->AddCircleFilled(c, radius, color); break;
    }
}

} // namespace ui
