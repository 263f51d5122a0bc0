#include "compare.hpp"

namespace golden {
namespace {

constexpr double kThreshold = 0.1285, kLargest = 35215; // of the squared YIQ distance, black to white

/// Kotsarenko and Ramos, "Measuring perceived color difference using YIQ NTSC transmission color space" (2010).
double squared_distance(const std::uint8_t* a, const std::uint8_t* b)
{
    const double r = a[0] - b[0], g = a[1] - b[1], blue = a[2] - b[2];
    const double y = r * 0.29889531 + g * 0.58662247 + blue * 0.11448223,
                 i = r * 0.59597799 - g * 0.27417610 - blue * 0.32180189,
                 q = r * 0.21147017 - g * 0.52261711 + blue * 0.31114694;
    return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

} // namespace

base::Result<double> compare(const std::filesystem::path& actual, const std::filesystem::path& expected,
                             const std::filesystem::path& diff)
{
    const auto a = data::read_png(actual), b = data::read_png(expected);
    if (!a) return tl::unexpected(a.error());
    if (!b) return tl::unexpected(b.error());
    if (a->width != b->width || a->height != b->height)
        return base::fail("is " + std::to_string(a->width) + "x" + std::to_string(a->height) + ", expected " +
                              std::to_string(b->width) + "x" + std::to_string(b->height),
                          actual.string());
    const double limit = kThreshold * kThreshold * kLargest;
    std::vector<std::uint8_t> picture;
    std::size_t differing = 0;
    for (std::size_t i = 0; i + 3 < a->pixels.size(); i += 4) {
        const bool differs = squared_distance(&a->pixels[i], &b->pixels[i]) > limit;
        differing += differs;
        for (int channel = 0; channel < 3; ++channel)
            picture.push_back(
                static_cast<std::uint8_t>(differs ? (channel == 0 ? 255 : 0) : 200 + a->pixels[i + channel] / 5));
    }
    if (auto written = data::write_png(diff, a->width, a->height, 3, picture.data()); !written)
        return tl::unexpected(written.error());
    return static_cast<double>(differing) / (static_cast<double>(a->width) * a->height);
}

} // namespace golden
