#include "data/atlas_overlays.hpp"
#include <fmt/format.h>

namespace data {

namespace {

constexpr std::array<std::pair<std::string_view, OverlayKind>, 3> kOverlayKinds{
    {{"ribbon", OverlayKind::ribbon}, {"circle", OverlayKind::circle}, {"headline", OverlayKind::headline}}};

std::optional<geo::LonLat> read_point(TableReader& table, std::string_view key)
{
    if (!table.has(key)) return std::nullopt;
    const auto pair = table.numbers(key, 2);
    if (pair.size() != 2 || pair[0] < -180 || pair[0] > 180 || pair[1] < -90 || pair[1] > 90) {
        table.wrong(key, "is not a place", "write [longitude, latitude] in degrees");
        return std::nullopt;
    }
    return geo::LonLat{pair[0], pair[1]};
}

SectionSpec read_section(TableReader& table, const std::string& section_kind)
{
    SectionSpec section;
    section.id = table.id(section_kind);
    section.name = table.localized("name");
    for (const auto& row : table.text_rows("path", 3)) section.path.push_back({row[0], row[1], row[2]});
    if (section.path.empty()) table.wrong("path", "is empty", "write [[\"line\", \"from\", \"to\"], ...]");
    section.series = table.text("series", Need::optional);
    section.members = table.texts("members");
    for (const std::string& member : section.members) table.log().refer(section_kind, member, table.place("members"));
    section.total = table.text("total", Need::optional);
    section.at_most = table.text("at_most", Need::optional);
    section.absent = table.flag("absent", false);
    section.subject = table.text("subject", Need::optional);
    section.flag = read_point(table, "flag");
    const auto offset = table.has("flag_offset") ? table.numbers("flag_offset", 2) : table.numbers("flag_offset");
    if (offset.size() == 2) section.flag_offset = {static_cast<float>(offset[0]), static_cast<float>(offset[1])};

    const bool counted = !section.series.empty();
    const bool bundled = !section.members.empty() || !section.total.empty();
    const bool bounded = !section.at_most.empty();
    if (counted + bundled + bounded + section.absent != 1)
        table.log().error({"needs exactly one of series, members with total, at_most, absent", table.place(), {}});
    if (!section.members.empty() && section.total.empty())
        table.wrong("total", "is missing", "members need a total for the years in which they are not all known");
    return section;
}

} // namespace

OverlaySpec read_overlay(TableReader& table)
{
    OverlaySpec overlay;
    overlay.id = table.id("overlay");
    overlay.kind = table.choice("kind", kOverlayKinds);
    overlay.name = table.localized("name", Need::required);
    overlay.note = table.localized("note");
    overlay.unit_name = table.localized("unit_name");
    overlay.mode = table.text("mode", Need::optional);
    overlay.measure = table.text("measure");
    overlay.scope = table.text("scope");
    overlay.unit = table.text("unit");
    overlay.headline_series = table.text("headline_series", Need::optional);
    overlay.headline_note = table.localized("headline_note");
    overlay.px_per_unit = table.positive_numbers("px_per_unit");
    overlay.area_px2_per_unit = table.number("area_px2_per_unit", 0, 0, 1e12);
    overlay.legend = table.numbers("legend");
    for (const double value : overlay.legend)
        if (value <= 0) table.wrong("legend", "holds a value that is not above 0");
    const std::string section_kind = fmt::format("section of overlay {}", overlay.id);
    table.each("section", "section",
               [&](TableReader& section) { overlay.sections.push_back(read_section(section, section_kind)); });
    table.each("circle", "circle", [&](TableReader& circle) {
        CircleSpec spec;
        spec.subject = circle.text("subject");
        spec.series = circle.text("series");
        spec.at = read_point(circle, "at");
        overlay.circles.push_back(std::move(spec));
    });
    if (overlay.kind == OverlayKind::ribbon && overlay.px_per_unit.empty())
        table.wrong("px_per_unit", "is missing", "a ribbon's width is px_per_unit x value");
    if (overlay.kind == OverlayKind::circle && overlay.area_px2_per_unit <= 0)
        table.wrong("area_px2_per_unit", "is missing", "a circle's area is area_px2_per_unit x value");
    return overlay;
}

} // namespace data
