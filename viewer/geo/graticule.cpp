#include "geo/graticule.hpp"
#include "geo/projection_domain.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace geo {
namespace {

constexpr double kMetresPerDegree = 111'195; // of a great circle, mean radius 6371 km
constexpr double kFinestStep_deg = 0.1;      // finer ones over the whole world would be millions of points

/// The multiples of `step` in [from, to], each from its own product so that no error builds up.
std::vector<double> multiples(double step, double from, double to)
{
    std::vector<double> out;
    constexpr double kSlack = 1e-9;
    const double last = std::floor(to / step + kSlack);
    for (double i = std::ceil(from / step - kSlack); i <= last; ++i) out.push_back(i * step);
    return out;
}

/// Both ends and equal parts of at most one degree between them.
std::vector<double> densified(double from, double to, double step)
{
    const double parts = std::ceil((to - from) / std::min(step, 1.0) - 1e-9);
    std::vector<double> out;
    for (double i = 0; i < parts; ++i) out.push_back(from + (to - from) * i / parts);
    out.push_back(to);
    return out;
}

} // namespace

std::vector<Line> graticule(double step_deg)
{
    std::vector<Line> lines;
    if (!(step_deg > 0) || step_deg > 180) return lines;
    step_deg = std::max(step_deg, kFinestStep_deg);
    const auto lats = densified(-90, 90, 1);
    for (const double lon : multiples(step_deg, -180, 180)) {
        if (lon >= 180 - step_deg * 1e-6 && lines.size() > 1 && lines.front().front().lon <= -180)
            continue; // same as -180
        Line& meridian = lines.emplace_back();
        for (const double lat : lats) meridian.push_back({lon, lat});
    }
    const auto lons = densified(-180, 180, 1);
    for (const double lat : multiples(step_deg, -90, 90)) {
        if (std::abs(lat) > 90 - 1e-6) continue; // a parallel at a pole is a point
        Line& parallel = lines.emplace_back();
        for (const double lon : lons) parallel.push_back({lon, lat});
    }
    return lines;
}

double graticule_step_deg(double metres_per_px, float wanted_px)
{
    constexpr std::array kSteps{30.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1};
    const double wanted = metres_per_px * static_cast<double>(wanted_px) / kMetresPerDegree;
    if (!(wanted > 0)) return kSteps.front();
    return *std::min_element(kSteps.begin(), kSteps.end(), [wanted](double a, double b) {
        return std::abs(std::log(a / wanted)) < std::abs(std::log(b / wanted));
    });
}

double round_scale_m(double max_m)
{
    if (!(max_m > 0) || !std::isfinite(max_m)) return 0;
    const auto exponent = static_cast<int>(std::floor(std::log10(max_m)));
    // log10 may be off by one just below a power of ten, so the next decade up is tried too.
    for (int e = exponent + 1; e >= exponent - 1; --e)
        for (const double digit : {5.0, 2.0, 1.0}) {
            const double length = e >= 0 ? digit * std::pow(10.0, e) : digit / std::pow(10.0, -e);
            if (length <= max_m) return length;
        }
    return 0;
}

std::string format_lonlat(LonLat p, int decimals)
{
    if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) return "–";
    decimals = std::clamp(decimals, 0, 9);
    const double unit = std::pow(10.0, decimals);
    const double lat = std::round(p.lat * unit) / unit; // rounded first: -0.001 is 0.00° N
    const double lon = std::round(normalised_lon(p.lon) * unit) / unit;
    return fmt::format("{:.{}f}° {} {:.{}f}° {}", std::abs(lat), decimals, lat < 0 ? 'S' : 'N', std::abs(lon), decimals,
                       lon < 0 ? 'W' : 'E');
}

} // namespace geo
