"""Do the outputs keep the contract?  Prints a table; exits 1 when a rule is broken."""
import json
import math
import os
import sys
import tomllib
from collections import Counter, defaultdict

from osgeo import gdal
from shapely.geometry import LineString, MultiLineString, Point, shape
from shapely.ops import unary_union

from common import OUT, lines, read_csv, read_layer

GPKG = os.path.join(OUT, "basemap.gpkg")
broken = []


def expect(ok, text):
    if not ok:
        broken.append(text)
    return ok


def features(name):
    with open(os.path.join(OUT, name), encoding="utf8") as f:
        return json.load(f)["features"]


def check_basemap():
    schemas = {"ocean": set(), "coast": set(), "lakes": {"name", "name_zh", "rank", "dry"}, "rivers": {"name", "name_zh", "rank"},
               "boundaries": {"class"}, "provinces": {"class"}, "focus": {"id", "name"}, "countries": {"iso_a2", "name"}}
    total, layers = 0, {}
    for name, fields in schemas.items():
        rows = list(read_layer(GPKG, layer=name))
        layers[name] = rows
        expect(rows and set(rows[0][0]) == fields, f"{name}: fields {sorted(rows[0][0]) if rows else 'no rows'}")
        bad = sum(not g.is_valid for _, g in rows)
        expect(bad == 0, f"{name}: {bad} invalid geometries")
        count = sum(len(part.split(b",")) for _, g in rows for part in [g.wkt.encode()])
        total += count
        print(f"  {name:12} {len(rows):5} features  {count:7} vertices")
    print(f"  total {total} vertices")
    expect(total <= 250000, f"basemap has {total} vertices")
    ocean = unary_union([g for _, g in layers["ocean"]])
    caspian = Point(50.5, 42.0)
    hits = ocean.contains(caspian) + sum(g.contains(caspian) for _, g in layers["lakes"])
    expect(hits == 1, f"the Caspian is present {hits} times")
    expect(set(r["class"] for r, _ in layers["boundaries"]) <= {"international", "disputed", "line_of_control", "indefinite"}, "boundary class")
    focus = layers["focus"][0][1]
    points = {p for _, g in layers["boundaries"] for l in lines(g) for p in l.coords}
    rim = [p for part in focus.geoms for p in part.exterior.coords]
    shared = sum(p in points for p in rim)
    print(f"  focus: {len(rim)} vertices, {shared} of them on boundaries")
    expect(shared > 0.5 * len(rim), "focus does not share the border")
    return layers


def check_relief():
    size = os.path.getsize(GPKG)
    for name in ("relief_xinjiang.tif", "relief_eurasia.tif"):
        source = gdal.Open(os.path.join(OUT, name))
        expect(source.RasterCount == 2, f"{name}: bands")
        size += os.path.getsize(os.path.join(OUT, name))
        means = [source.GetRasterBand(i).ComputeStatistics(False)[2] for i in (1, 2)]
        print(f"  {name:22} {source.RasterXSize} x {source.RasterYSize}  mean shade {means[0]:.1f}  mean elevation {means[1] * 32:.0f} m")
        source = None
        if os.path.exists(os.path.join(OUT, name + ".aux.xml")):
            os.remove(os.path.join(OUT, name + ".aux.xml"))
    print(f"  basemap and reliefs {size / 1e6:.1f} MB")
    expect(size <= 16e6, "basemap and reliefs are larger than 16 MB")


def turn(a, b, c):
    k = math.cos(math.radians(b[1]))
    u, v = ((b[0] - a[0]) * k, b[1] - a[1]), ((c[0] - b[0]) * k, c[1] - b[1])
    return abs(math.degrees(math.atan2(u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1])))


def check_corridors(layers):
    by_line, nodes = defaultdict(list), defaultdict(set)
    for f in features("corridors.geojson"):
        by_line[f["properties"]["line"]].append(f)
    facts = {row["line"]: row for row in read_csv("lines.csv")}
    lakes = unary_union([g for r, g in layers["lakes"] if not r["dry"]])
    region = layers["focus"][0][1]
    print("  line    drawn published ratio in-region vertices kink sharpest  in lakes km")
    for line, sections in by_line.items():
        kink, sharpest = 0.0, 0.0
        for f in sections:
            p, c = f["properties"], f["geometry"]["coordinates"]
            nodes[p["mode"], p["from"]].add(tuple(c[0]))
            nodes[p["mode"], p["to"]].add(tuple(c[-1]))
            expect(p["high_speed"] in (0, 1) and type(p["high_speed"]) is int and p["status"] in ("open", "under_construction")
                   and not (p["status"] != "open" and p["opened"]), f"{p['id']}: high_speed, status or opened")
            sharpest = max([sharpest] + [turn(*c[i - 1:i + 2]) for i in range(1, len(c) - 1)])
        for a, b in zip(sections, sections[1:]):
            ca, cb = a["geometry"]["coordinates"], b["geometry"]["coordinates"]
            expect(ca[-1] == cb[0] and a["properties"]["to"] == b["properties"]["from"], f"{line}: sections {a['properties']['seq']} do not join")
            kink = max(kink, turn(ca[-2], ca[-1], cb[1]))
        whole = MultiLineString([LineString(f["geometry"]["coordinates"]) for f in sections])
        km, published = sum(f["properties"]["length_km"] for f in sections), facts[line]["published_km"]
        ratio = km / float(published) if published else 0
        inside = facts[line]["inside_xinjiang"] == "1"
        mark = "" if not (inside and ratio) else "ok" if 0.95 <= ratio <= 1.02 else "outside 0.95-1.02"
        wet = whole.intersection(lakes).length * 85
        print(f"  {line:6} {km:7.0f} {published or '-':>9} {ratio or 0:5.2f} {whole.intersection(region).length / whole.length:8.2f} "
              f"{sum(len(f['geometry']['coordinates']) for f in sections):8} {kink:5.0f} {sharpest:8.0f} {wet:8.1f}  {mark}")
    for (mode, name), at in sorted(nodes.items()):
        expect(len(at) == 1, f"station {name} ({mode}) has {len(at)} coordinates: {sorted(at)}")
    return by_line


def check_paths(by_line):
    """Every path of the atlas file, and the two main chains, can be walked from section to section."""
    def walk(line, a, b):
        f = {x["properties"]["from"]: x for x in by_line[line]}
        names = [by_line[line][0]["properties"]["from"]] + [x["properties"]["to"] for x in by_line[line]]
        if not expect(a in names and b in names, f"path {line} {a} - {b}: no such station"):
            return None
        point = {n: tuple(f[n]["geometry"]["coordinates"][0]) if n in f else tuple(by_line[line][-1]["geometry"]["coordinates"][-1]) for n in (a, b)}
        return point[a], point[b]
    chains = [[("KZ1", "Aktogay", "Dostyk"), ("BJ", "Dostyk", "Alashankou"), ("BJ", "Alashankou", "Jinghe"), ("BJ", "Jinghe", "Kuytun"),
               ("BJ", "Kuytun", "Urumqi"), ("LX", "Urumqi", "Turpan station"), ("LX", "Turpan station", "Hami")],
              [("KZ2", "Almaty", "Zhetygen"), ("KZ2", "Zhetygen", "Khorgos"), ("JYH", "Khorgos", "Yining"), ("JYH", "Yining", "Jinghe"), ("BJ", "Jinghe", "Urumqi")]]
    path = os.path.join(OUT, "atlas.toml")
    if os.path.exists(path):
        with open(path, "rb") as f:
            for overlay in tomllib.load(f).get("overlay", []):
                chains += [[tuple(step) for step in s["path"]] for s in overlay.get("section", []) if "path" in s]
    for chain in chains:
        ends = [walk(*step) for step in chain]
        for (a, b), x, y in zip(zip(ends, ends[1:]), chain, chain[1:]):
            expect(a and b and a[1] == b[0], f"path breaks between {x} and {y}")
    print(f"  {len(chains)} paths walked")


def check_points(layers):
    border = unary_union([g for r, g in layers["boundaries"]])
    far = 0.0
    for f in features("ports.geojson"):
        if f["geometry"] and f["properties"]["kind"] != "air":
            x, y = f["geometry"]["coordinates"]
            k = math.cos(math.radians(y))
            near = border.intersection(Point(x, y).buffer(0.3))
            flat = MultiLineString([[(a * k, b) for a, b in l.coords] for l in lines(near)])
            km = flat.distance(Point(x * k, y)) * 111.195 if not near.is_empty else 99
            far = max(far, km)
            expect(km <= 5, f"port {f['properties']['id']} is {km:.1f} km from the border")
    print(f"  ports: farthest from the border {far:.1f} km")
    for name in ("ports.geojson", "zones.geojson", "airports.geojson", "places.geojson", "air_routes.geojson", "corridors.geojson"):
        rows = features(name)
        ids = Counter(f["properties"]["id"] for f in rows)
        expect(max(ids.values()) == 1, f"{name}: ids repeat: {[k for k, v in ids.items() if v > 1]}")
        expect(all(f["geometry"] is None or shape(f["geometry"]).is_valid for f in rows), f"{name}: invalid geometry")
        print(f"  {name:20} {len(rows):4} features, {sum(f['geometry'] is None for f in rows)} without a point, {os.path.getsize(os.path.join(OUT, name)) / 1e3:.0f} kB")


def check_tables():
    facts, sources, names = (read_csv(n, OUT) for n in ("facts.csv", "sources.csv", "names.csv"))
    known = {s["id"] for s in sources}
    expect(all(f["source"] in known for f in facts), "a fact has no source")
    expect(len({f["id"] for f in facts}) == len(facts) and len(known) == len(sources) and len({n["id"] for n in names}) == len(names), "ids repeat")
    scopes = {"registered", "by_origin_or_destination", "through_port", "kazakh_railway_count", "whole_of_china", "as_stated"}
    kinds = {"full", "partial", "as_of", "cumulative", "multi_year", "undated"}
    subjects = {f["properties"]["id"] for n in ("ports", "zones", "airports", "places") for f in features(n + ".geojson")}
    subjects |= {f["properties"]["line"] for f in features("corridors.geojson")} | {s["id"] for s in read_csv("subjects.csv", OUT)}
    for f in facts:
        expect(f["scope"] in scopes and f["period_kind"] in kinds and f["approx"] in ("exact", "about", "over", "under"), f"{f['id']}: code list")
        expect(f["subject"] in subjects, f"{f['id']}: unknown subject {f['subject']}")
        expect(f["measure"] == "established" or float(f["value"]) is not None, f"{f['id']}: value")
        expect(not (f["period_kind"] == "full") or (f["year"] and f["period_from"].endswith("01-01") and f["period_to"].endswith("12-31")), f"{f['id']}: period")
    typed = read_csv("facts.csv")
    expect([f["value"] for f in facts] == [t["value"] for t in typed], "values differ from the input")
    missing = subjects - {n["id"] for n in names}
    expect(not missing, f"no name for {sorted(missing)[:8]}")
    print(f"  {len(facts)} facts, {len(sources)} sources, {len(names)} names;", dict(Counter(f["period_kind"] for f in facts)))


def main():
    layers = check_basemap()
    check_relief()
    check_paths(check_corridors(layers))
    check_points(layers)
    check_tables()
    print("broken rules:", len(broken), *broken[:40], sep="\n  ")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
