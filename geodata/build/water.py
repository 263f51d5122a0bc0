"""Which rivers and lakes are drawn?  Natural Earth, with WDB II rivers and GSHHG lakes added in and near Xinjiang."""
import math
import os
import subprocess

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, box
from shapely.ops import linemerge, nearest_points, polygonize, unary_union

from common import CACHE, DETAIL, NE10, NE50, OUT, Basemap, lines, polygons, read_csv, read_layer

NEAR = (72.0, 34.0, 97.5, 50.5)      # window of the WDB and GSHHG additions
KM = 111.195


def length_km(line):
    return sum(math.hypot((b[0] - a[0]) * math.cos(math.radians(a[1])), b[1] - a[1]) * KM
               for a, b in zip(line.coords, line.coords[1:]))


def area_km2(polygon):
    return polygon.area * KM * KM * math.cos(math.radians(polygon.centroid.y))


def gmt_lines(*options):
    """Segments of GMT's coast data base, joined over the borders of its bins."""
    w, s, e, n = NEAR
    text = subprocess.run(["gmt", "pscoast", f"-R{w}/{e}/{s}/{n}", "-Df", "-M", *options],
                          capture_output=True, text=True, check=True, cwd=CACHE).stdout
    segments, current = [], []
    for row in text.splitlines() + [">"]:
        if row.startswith(">"):
            if len(current) > 1:
                segments.append(LineString(current))
            current = []
        elif row and not row.startswith("#"):
            x, y = row.split()[:2]
            current.append((round(float(x), 5), round(float(y), 5)))
    return lines(linemerge(MultiLineString(segments))) if segments else []


def table(name):
    return {row["source_name"]: row for row in read_csv(name) if row["source_name"]}


def natural_earth_rivers():
    """Named and ranked by the typed table; clipped to less detail outside the window."""
    known, window = table("rivers.csv"), box(*DETAIL)
    groups = {}
    for row, g in read_layer(f"{NE10}/ne_10m_rivers_lake_centerlines.shp"):
        name, scale = row["name"], row["scalerank"]
        entry = known.get(name or "")
        rank = int(entry["rank"]) if entry else 2 if scale <= 3 else 3 if scale <= 6 else 4
        inside = g.intersection(window)
        outside = g.difference(window) if scale <= 6 or entry else None
        key = (entry["name"] if entry else name if name and name.isascii() and "?" not in name else None,
               entry["name_zh"] if entry else None, rank)
        parts = [l.simplify(0.0025) for l in lines(inside)]
        parts += [l.simplify(0.02) for l in lines(outside)] if outside is not None else []
        groups.setdefault(key, []).extend(p for p in parts if p.bounds[2] > -15 and p.bounds[3] > -5 or scale <= 3)
    return groups


def wdb_rivers(drawn, lakes):
    """Segments that no drawn river follows; where one runs into a drawn river its end is moved onto it."""
    close = unary_union(drawn).buffer(0.045)
    water = unary_union(lakes).buffer(-0.01)
    network = unary_union(drawn)
    kept = []
    for level, shortest in ((2, 45), (3, 60), (6, 130)):   # 6: rivers that run dry part of the year
        for line in gmt_lines(f"-I{level}"):
            for part in lines(linemerge(MultiLineString(l)) if len(l := lines(line.difference(close).difference(water))) > 1
                              else MultiLineString(l)):
                if length_km(part) < shortest:
                    continue
                coords = list(part.simplify(0.004).coords)
                for end in (0, -1):
                    target = nearest_points(network, Point(coords[end]))[0]
                    if target.distance(Point(coords[end])) < 0.06:
                        coords.insert(0 if end == 0 else len(coords), (target.x, target.y))
                kept.append(LineString(coords))
        close = close.union(unary_union(kept).buffer(0.045)) if kept else close
        network = unary_union([network, *kept])
    return kept


def natural_earth_lakes():
    known = table("lakes.csv")
    window = box(*DETAIL)
    for source, inside in ((f"{NE10}/ne_10m_ocean.shp", True), (f"{NE50}/ne_50m_ocean.shp", False)):
        for row, g in read_layer(source, "featurecla IS NULL"):
            if window.contains(g.representative_point()) != inside:
                continue
            shape = MultiPolygon([q for p in polygons(g) for q in polygons(p.simplify(0.003 if inside else 0.01))])
            name = (row["name"] or "").strip() or None
            entry = known.get(name or "") or {}
            size = sum(area_km2(p) for p in shape.geoms)
            rank = int(entry["rank"]) if entry.get("rank") else 1 if size > 10000 else 2 if size > 3000 else 3 if size > 800 else 4 if size > 250 else 5
            yield {"name": entry.get("name") or name, "name_zh": entry.get("name_zh") or None, "rank": rank,
                   "dry": int(entry.get("dry") or 0)}, shape


def gshhg_lakes(drawn):
    """In Xinjiang and 120 km around it: elsewhere they would be denser than their surroundings."""
    region = unary_union([g for _, g in read_layer(os.path.join(OUT, "basemap.gpkg"), layer="focus")]).buffer(1.3)
    taken = unary_union(drawn).buffer(0.02)
    points = [(row, Point(float(row["lon"]), float(row["lat"]))) for row in read_csv("lakes.csv") if row["lon"]]
    for polygon in polygonize(gmt_lines("-W2")):
        size = area_km2(polygon)
        if size < 12 or polygon.intersects(taken) or not polygon.intersects(region):
            continue
        entry = next((row for row, p in points if polygon.buffer(0.03).contains(p)), {})
        yield {"name": entry.get("name"), "name_zh": entry.get("name_zh"), "dry": int(entry.get("dry") or 0),
               "rank": int(entry.get("rank") or (4 if size > 250 else 5))}, polygon.simplify(0.002)


def main():
    base = Basemap()
    lakes = list(natural_earth_lakes())
    lakes += list(gshhg_lakes([g for _, g in lakes if g.intersects(box(*NEAR))]))
    fields = {"name": str, "name_zh": str, "rank": int, "dry": int}
    base.write("lakes", "polygon", fields, lakes)
    groups = natural_earth_rivers()
    near = [l for parts in groups.values() for l in parts if l.intersects(box(*NEAR))]
    named = [(row, Point(float(row["lon"]), float(row["lat"]))) for row in read_csv("wdb_rivers.csv")]
    for line in wdb_rivers(near, [g for _, g in lakes if g.intersects(box(*NEAR))]):
        row = next((row for row, p in named if line.distance(p) < 0.15), None)
        key = (row["name"], row["name_zh"], int(row["rank"])) if row else (None, None, 4)
        groups.setdefault(key, []).append(line)
    base.write("rivers", "line", {"name": str, "name_zh": str, "rank": int},
               [({"name": k[0], "name_zh": k[1], "rank": k[2]}, linemerge(MultiLineString(v)))
                for k, v in groups.items() if v])


if __name__ == "__main__":
    main()
