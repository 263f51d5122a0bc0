#include "sample_atlas.hpp"
#include <cstdlib>

namespace sample {
namespace {

struct Row {
    const char *series, *subject, *measure, *scope;
    int year;
    const char *printed, *unit;
    data::Approximation approximation = data::Approximation::exact;
    const char *from = "", *to = ""; ///< set: a part of the year
};

constexpr auto kAbout = data::Approximation::about;
constexpr auto kOver = data::Approximation::over;

const Row kRows[] = {
    {"trains_total", "rail_ports", "trains", "through_port", 2020, "9679", "trains"},
    {"trains_total", "rail_ports", "trains", "through_port", 2021, "12210", "trains"},
    {"trains_total", "rail_ports", "trains", "through_port", 2022, "8701", "trains", {}, "2022-01-01", "2022-08-31"},
    {"trains_total", "rail_ports", "trains", "through_port", 2024, "16414", "trains"},
    {"trains_total", "rail_ports", "trains", "through_port", 2024, "16400", "trains", kAbout},
    {"trains_total", "rail_ports", "trains", "through_port", 2025, "16000", "trains", kAbout, "2025-01-01",
     "2025-11-30"},
    {"trains_horgos", "horgos", "trains", "through_port", 2016, "386", "trains"},
    {"trains_horgos", "horgos", "trains", "through_port", 2018, "2055", "trains"},
    {"trains_horgos", "horgos", "trains", "through_port", 2020, "4652", "trains"},
    {"trains_horgos", "horgos", "trains", "through_port", 2020, "4640", "trains"},
    {"trains_horgos", "horgos", "trains", "through_port", 2021, "6300", "trains", kAbout},
    {"trains_horgos", "horgos", "trains", "through_port", 2022, "7000", "trains", kOver},
    {"trains_horgos", "horgos", "trains", "through_port", 2024, "8730", "trains"},
    {"trains_horgos", "horgos", "trains", "through_port", 2025, "8742", "trains", {}, "2025-01-01", "2025-11-23"},
    {"trains_alashankou", "alashankou", "trains", "through_port", 2018, "2605", "trains"},
    {"trains_alashankou", "alashankou", "trains", "through_port", 2020, "5027", "trains"},
    {"horgos_vehicle_exports", "horgos", "vehicles", "through_port", 2023, "304000", "vehicles"},
    {"horgos_vehicle_exports", "horgos", "vehicles", "through_port", 2024, "421000", "vehicles", kAbout},
    {"horgos_vehicle_exports", "horgos", "vehicles", "through_port", 2025, "450000", "vehicles", kAbout},
    {"horgos_port_tonnes", "horgos", "tonnes", "through_port", 2018, "35742600", "tonnes"},
    {"horgos_port_tonnes",
     "horgos",
     "tonnes",
     "through_port",
     2024,
     "34262000",
     "tonnes",
     {},
     "2024-01-01",
     "2024-09-30"},
    {"horgos_port_value", "horgos", "trade_total", "through_port", 2018, "135.2", "cny_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2011, "22.82", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2012, "25.17", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2013, "27.56", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2014, "27.67", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2016, "17.637744", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2017, "20.56853", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2018, "19.999747", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2019, "23.707348", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2020, "21.373811", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2021, "24.13", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2022, "36.46", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2022, "34", "usd_bn", kAbout},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2023, "50.68", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2024, "61.031223", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2024, "59.88", "usd_bn"},
    {"xj_trade_total_usd", "xinjiang", "trade_total", "registered", 2025, "74.6", "usd_bn", kAbout},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2019, "164.09", "cny_bn"},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2021, "156.91", "cny_bn"},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2022, "246.36", "cny_bn"},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2023, "357.33", "cny_bn"},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2024, "435.11", "cny_bn"},
    {"xj_trade_total_cny", "xinjiang", "trade_total", "registered", 2025, "520.37", "cny_bn"},
    {"xj_gdp_cny", "xinjiang", "gdp", "registered", 2024, "2000", "cny_bn", kOver},
};

data::FactTable facts()
{
    data::FactTable table;
    table.sources["s1"] = {
        "s1",         "Xinhua via People’s Daily Online, citing Horgos Customs", "Horgos port and its trains in 2024",
        "2025-01-04", "https://en.people.cn/n3/2025/0104/c90000-20262290.html",  "reported"};
    table.sources["s2"] = {"s2", "National Bureau of Statistics", "Annual data by province", "2025", "", "official"};
    for (const auto& row : kRows) {
        data::Fact fact;
        fact.row = static_cast<int>(table.facts.size()) + 2;
        fact.id = "f" + std::to_string(fact.row);
        fact.series = row.series, fact.subject = row.subject, fact.measure = row.measure, fact.scope = row.scope;
        fact.year = row.year;
        fact.printed = row.printed;
        fact.value = std::atof(row.printed);
        fact.unit = row.unit;
        fact.approximation = row.approximation;
        fact.period_from = *row.from ? row.from : std::to_string(row.year) + "-01-01";
        fact.period_to = *row.to ? row.to : std::to_string(row.year) + "-12-31";
        fact.period_kind = *row.from ? data::PeriodKind::partial : data::PeriodKind::full;
        fact.source = fact.unit == "usd_bn" ? "s2" : "s1";
        table.facts.push_back(fact);
    }
    table.subjects["horgos"] = {
        "horgos", "port", {{"en", "Horgos"}, {"zh", "霍尔果斯"}, {"ru", "Хоргос"}, {"kk", "Қорғас"}, {"ug", "قورغاس"}}};
    table.subjects["alashankou"] = {"alashankou", "port", {{"en", "Alashankou"}, {"zh", "阿拉山口"}}};
    table.subjects["rail_ports"] = {"rail_ports", "corridor", {{"en", "Both rail ports"}, {"zh", "两个铁路口岸"}}};
    table.subjects["xinjiang"] = {
        "xinjiang",
        "region",
        {{"en", "Xinjiang"}, {"zh", "新疆"}, {"ru", "Синьцзян"}, {"kk", "Шыңжаң"}, {"ug", "شىنجاڭ"}}};
    return table;
}

data::OverlaySpec rail()
{
    data::OverlaySpec overlay;
    overlay.id = "rail";
    overlay.name = {{"en", "Rail freight trains"}, {"zh", "铁路货运列车"}};
    overlay.unit_name = {{"en", "freight trains"}, {"zh", "列货运列车"}, {"ru", "грузовых поездов"}, {"ug", "پويىز"}};
    overlay.note = {{"en", "Counted at the two ports. Beyond the next junction the split is not published."}};
    overlay.mode = "rail";
    overlay.measure = "trains", overlay.scope = "through_port", overlay.unit = "trains";
    overlay.headline_series = "trains_total";
    overlay.headline_note = {{"en", "through both rail ports"}, {"zh", "经两个铁路口岸"}};
    overlay.px_per_unit = {{"default", 0.0014}};
    overlay.legend = {16000, 8000, 4000, 1000};
    data::SectionSpec horgos, alashankou, trunk, beyond, open_end;
    horgos.id = "horgos", horgos.series = "trains_horgos", horgos.subject = "horgos";
    alashankou.id = "alashankou", alashankou.series = "trains_alashankou", alashankou.subject = "alashankou";
    trunk.id = "trunk", trunk.members = {"horgos", "alashankou"}, trunk.total = "trains_total",
    trunk.subject = "rail_ports";
    beyond.id = "beyond", beyond.at_most = "trains_total", beyond.subject = "rail_ports";
    open_end.id = "open_end", open_end.absent = true;
    overlay.sections = {horgos, alashankou, trunk, beyond, open_end};
    return overlay;
}

std::shared_ptr<const data::AtlasFile> atlas()
{
    auto file = std::make_shared<data::AtlasFile>();
    file->title = {{"en", "Corridor Atlas"}, {"zh", "通道图集"}};
    file->languages = {"en", "zh", "ru", "kk", "ug"};
    file->home_view = "corridors";
    file->focus_subject = "xinjiang";
    file->boundary_note = {{"en", "Boundaries are Natural Earth's de facto lines. Disputed lines are dashed."}};
    file->year_bar_series = "xj_trade_total_usd", file->year_bar_series_alt = "xj_trade_total_cny";
    file->year_bar_title = {{"en", "Xinjiang’s foreign trade"}, {"zh", "新疆对外贸易"}};
    file->year_bar_note = {{"en", "enterprises registered in Xinjiang, {unit}, current prices"},
                           {"zh", "在新疆注册企业，{unit}，现价"}};
    file->attributions = {{{"en", "Boundaries, coast, lakes, rivers: Natural Earth (public domain)"}},
                          {{"en", "Towns and stations: GeoNames (CC BY 4.0)"}}};
    data::ProjectionSpec projection;
    projection.id = "corridors", projection.caption = {{"en", "Equal-area projection, centred 45° N 62° E"}};
    projection.name = {{"en", "Corridors, equal-area"}}, projection.short_name = {{"en", "Corridors"}};
    data::ProjectionSpec mercator;
    mercator.id = "mercator", mercator.name = {{"en", "Web Mercator"}}, mercator.short_name = {{"en", "Mercator"}};
    file->projections = {projection, mercator};
    const auto view = [](const char* id, const char* en, const char* zh, const char* subtitle) {
        data::ViewSpec spec;
        spec.id = id, spec.name = {{"en", en}, {"zh", zh}}, spec.subtitle = {{"en", subtitle}},
        spec.projection = "corridors";
        return spec;
    };
    file->views = {view("corridors", "Corridors", "通道", "Out of Xinjiang to Central Asia and Europe"),
                   view("xinjiang", "Xinjiang", "新疆", "Ports, pilot free trade zone, lines"),
                   view("horgos", "Horgos", "霍尔果斯", "Between Almaty and Yining")};
    const auto group = [](const char* id, const char* en, const char* note, const char* swatch) {
        data::LayerGroup spec;
        spec.id = id, spec.name = {{"en", en}}, spec.swatch = swatch;
        if (*note) spec.note = {{"en", note}};
        return spec;
    };
    file->groups = {group("flows", "Rail: freight trains", "width is trains per year", "ribbon"),
                    group("railways", "Other railways", "alignment only", "railway"),
                    group("roads", "Road", "alignment; vehicles on port cards", "road"),
                    group("air", "Air cargo", "routes named in sources", "air"),
                    group("pipelines", "Pipelines, gas and oil", "schematic course", "pipeline"),
                    group("ports", "Border ports", "land ports with a located crossing", "port"),
                    group("zones", "Pilot free trade zone", "true area, extent schematic; from Nov 2023", "zone"),
                    group("airports", "Airports", "", "airport"),
                    group("labels", "Cities and labels", "", "place"),
                    group("relief", "Relief", "", "relief"),
                    group("water", "Rivers and lakes", "", "river"),
                    group("boundaries", "Boundaries", "disputed lines are dashed", "boundary")};
    data::LayerSpec zones;
    zones.id = "zones", zones.style = "zone", zones.group = "zones", zones.kind = data::LayerKind::point;
    file->layers = {zones};
    data::OverlaySpec value = rail();
    value.id = "port_value", value.kind = data::OverlayKind::circle, value.mode = "";
    value.name = {{"en", "Value through ports"}}, value.unit_name = {{"en", "bn CNY"}};
    value.measure = "trade_total", value.unit = "cny_bn", value.headline_series = "", value.sections.clear();
    value.area_px2_per_unit = 20, value.legend = {150, 100, 50};
    value.circles = {{"horgos", "horgos_port_value", std::nullopt}};
    data::OverlaySpec vehicles = rail();
    vehicles.id = "vehicles", vehicles.kind = data::OverlayKind::headline, vehicles.mode = "road";
    vehicles.name = {{"en", "Vehicles exported"}}, vehicles.unit_name = {{"en", "vehicles"}};
    vehicles.measure = "vehicles", vehicles.unit = "vehicles", vehicles.headline_series = "horgos_vehicle_exports",
    vehicles.sections.clear();
    file->overlays = {rail(), value, vehicles};
    file->computed = {{"trains_alashankou", "trains_total", "trains_horgos", '-'},
                      {"trains_total", "trains_horgos", "trains_alashankou", '+'}};
    file->preferred = {{"trains_horgos", 2020, "4652", {{"en", "it matches the total of the two ports"}}},
                       {"xj_trade_total_usd", 2022, "36.46", {{"en", "the statistics bureau's own dollars"}}},
                       {"xj_trade_total_usd", 2024, "61.031223", {{"en", "the statistics bureau's own dollars"}}}};
    return file;
}

} // namespace

data::Dataset dataset()
{
    data::Dataset set;
    set.atlas = atlas();
    set.facts = std::make_shared<data::FactTable>(facts());
    set.series = std::make_shared<data::SeriesTable>(data::build_series(*set.facts, *set.atlas));
    set.parts_total = set.parts_done = 12;
    return set;
}

} // namespace sample
