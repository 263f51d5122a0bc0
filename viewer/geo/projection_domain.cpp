#include "geo/projection_domain.hpp"
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <sstream>

namespace geo {
namespace {

struct Family {
    std::string_view name;
    double max_distance_deg;
};

// Azimuthal projections have no torn meridian; what they cannot show is a disc around the antipode. A tenth of a
// degree short of the orthographic horizon is 10 m on the map. 180 where PROJ finds the horizon from the height.
constexpr std::array kAzimuthal{
    Family{"laea", 175},   Family{"aeqd", 178}, Family{"ortho", 89.9}, Family{"nsper", 180},
    Family{"tpers", 180},  Family{"geos", 180}, Family{"gnom", 80},    Family{"stere", 150},
    Family{"sterea", 150}, Family{"ups", 150},  Family{"airy", 90},    Family{"tmerc", 80}, // not azimuthal, but it
    Family{"etmerc", 80},  Family{"utm", 80}, // too runs away far from its centre and is continuous around it
};

// Square world of the web map; further north y grows without bound.
constexpr double kMercatorMaxLat = 85.06;
// A conformal cone has one pole at its tip and the other at infinity.
constexpr double kConeFarLat = 60;

double number(const std::optional<std::string>& text)
{
    double value = 0;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

std::string_view without_plus(std::string_view token)
{
    if (token.starts_with('+')) token.remove_prefix(1);
    return token;
}

} // namespace

double normalised_lon(double lon)
{
    if (lon >= -180 && lon < 180) return lon;
    const double turned = std::fmod(lon + 180, 360);
    return turned < 0 ? turned + 180 : turned - 180;
}

std::optional<std::string> proj_parameter(std::string_view proj_string, std::string_view key)
{
    std::istringstream tokens{std::string(proj_string)};
    for (std::string token; tokens >> token;) {
        const std::string_view body = without_plus(token);
        const auto equals = body.find('=');
        if (body.substr(0, equals) != key) continue;
        return equals == std::string_view::npos ? std::string() : std::string(body.substr(equals + 1));
    }
    return std::nullopt;
}

std::optional<std::string> plain_operation(std::string_view proj_string)
{
    constexpr std::array kElsewhere{"towgs84", "pm", "axis", "geoidgrids", "vunits", "to_meter", "over", "lon_wrap"};
    for (const char* key : kElsewhere)
        if (proj_parameter(proj_string, key)) return std::nullopt;
    if (proj_parameter(proj_string, "units").value_or("m") != "m") return std::nullopt;
    if (proj_parameter(proj_string, "nadgrids").value_or("@null") != "@null") return std::nullopt;
    const bool sphere =
        proj_parameter(proj_string, "R") ||
        (proj_parameter(proj_string, "a") && proj_parameter(proj_string, "a") == proj_parameter(proj_string, "b"));
    const bool wgs84 = proj_parameter(proj_string, "datum").value_or("") == "WGS84" ||
                       proj_parameter(proj_string, "ellps").value_or("") == "WGS84";
    if (!sphere && !wgs84) return std::nullopt;

    std::string operation;
    std::istringstream tokens{std::string(proj_string)};
    for (std::string token; tokens >> token;) {
        const std::string_view body = without_plus(token);
        if (body == "wktext" || body == "no_defs" || body == "type=crs" || body.starts_with("nadgrids=")) continue;
        operation += operation.empty() ? "+" : " +";
        operation += body == "datum=WGS84" ? "ellps=WGS84" : body;
    }
    return operation;
}

ProjectionDomain projection_domain(std::string_view proj_string)
{
    ProjectionDomain domain;
    const std::string name = proj_parameter(proj_string, "proj").value_or("");
    domain.centre = {number(proj_parameter(proj_string, "lon_0")), number(proj_parameter(proj_string, "lat_0"))};
    if (name == "utm") domain.centre.lon = 6 * number(proj_parameter(proj_string, "zone")) - 183;
    for (const Family& family : kAzimuthal) {
        if (name != family.name) continue;
        domain.torn = false;
        domain.max_distance_deg = family.max_distance_deg;
    }
    if (name == "ups") domain.centre.lat = proj_parameter(proj_string, "south") ? -90 : 90;
    if (name == "merc" || name == "webmerc") {
        domain.lat_min = -kMercatorMaxLat;
        domain.lat_max = kMercatorMaxLat;
    }
    if (name == "lcc") {
        const double first = number(proj_parameter(proj_string, "lat_1"));
        (first >= 0 ? domain.lat_min : domain.lat_max) = first >= 0 ? -kConeFarLat : kConeFarLat;
    }
    return domain;
}

bool ProjectionDomain::contains(LonLat p) const
{
    if (!(p.lat >= lat_min && p.lat <= lat_max) || !std::isfinite(p.lon)) return false;
    // A point is at least as far from the antipode as their latitudes differ: no trigonometry for nearly all points.
    if (std::abs(p.lat + centre.lat) > 180 - max_distance_deg || max_distance_deg >= 180) return true;
    constexpr double kRad = std::numbers::pi / 180;
    const double cosine = std::sin(p.lat * kRad) * std::sin(centre.lat * kRad) +
                          std::cos(p.lat * kRad) * std::cos(centre.lat * kRad) * std::cos((p.lon - centre.lon) * kRad);
    return cosine > std::cos(max_distance_deg * kRad);
}

} // namespace geo
