#include "scene/color_vision.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

float to_linear(float v) { return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F); }

float from_linear(float v)
{
    v = std::clamp(v, 0.0F, 1.0F);
    return v <= 0.0031308F ? v * 12.92F : 1.055F * std::pow(v, 1 / 2.4F) - 0.055F;
}

} // namespace

std::optional<ColorMatrix> color_vision_matrix(std::string_view kind)
{
    if (kind == "protanopia")
        return ColorMatrix{0.152286F, 1.052583F,  -0.204868F, 0.114503F, 0.786281F,
                           0.099216F, -0.003882F, -0.048116F, 1.051998F};
    if (kind == "deuteranopia")
        return ColorMatrix{0.367322F, 0.860646F,  -0.227968F, 0.280085F, 0.672501F,
                           0.047413F, -0.011820F, 0.042940F,  0.968881F};
    if (kind == "tritanopia")
        return ColorMatrix{1.255528F, -0.076749F, -0.178779F, -0.078411F, 0.930809F,
                           0.147602F, 0.004733F,  0.691367F,  0.303900F};
    return std::nullopt;
}

bool is_color_vision(std::string_view kind) { return kind == "none" || color_vision_matrix(kind); }

Color seen_as(const Color& color, const ColorMatrix& m)
{
    const float r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    return {from_linear(m[0] * r + m[1] * g + m[2] * b), from_linear(m[3] * r + m[4] * g + m[5] * b),
            from_linear(m[6] * r + m[7] * g + m[8] * b), color.a};
}

} // namespace scene
