"""Which lines and areas does the map rest on?  ocean, coast, boundaries, provinces, focus, countries."""
import math

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polygonize, unary_union
from shapely import affinity

from common import DETAIL, NE10, NE50, NPM, QGIS_WORLD, Basemap, lines, polygons, read_layer

BOUNDARY_WINDOW = (-15.0, -5.0, 155.0, 80.0)
CLASSES = {  # first words of Natural Earth's featurecla -> class; lease and overlay limits are left out
    "International": "international", "Disputed": "disputed", "Line of control": "line_of_control",
    "Indefinite": "indefinite", "Indeterminant": "indefinite", "ForgetMagics": "disputed"}


def merged(geometries):
    """One multi-line of all parts, joined where exactly two ends meet."""
    return linemerge(MultiLineString([l for g in geometries for l in lines(g)]))


def densified(ring, step=1.0):
    out = [ring[0]]
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        n = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        out += [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n) for i in range(1, n + 1)]
    return out


def ocean():
    whole = [p.simplify(0.006) for _, g in read_layer(f"{NE50}/ne_50m_ocean.shp", "featurecla = 'Ocean'")
             for p in polygons(g)]
    whole = [q for p in whole for q in polygons(p) if q.area > 1e-4]
    parts = []
    for p in whole:
        holes = [densified(list(r.coords)) for r in p.interiors if Polygon(r).area > 4e-4]
        parts.append(Polygon(densified(list(p.exterior.coords)), holes))
    return parts


def coast(parts):
    """The rings of the ocean without the edges of the map sheet."""
    def on_edge(p):
        return abs(p[0]) > 179.98 or p[1] > 89.9
    for part in parts:
        for ring in [part.exterior, *part.interiors]:
            run = []
            for a, b in zip(ring.coords, ring.coords[1:]):
                if on_edge(a) and on_edge(b):
                    if len(run) > 1:
                        yield LineString(run)
                    run = []
                else:
                    run = (run or [a]) + [b]
            if len(run) > 1:
                yield LineString(run)


def boundary_class(featurecla):
    return next((c for prefix, c in CLASSES.items() if featurecla.startswith(prefix)), None)


def boundaries():
    window = box(*BOUNDARY_WINDOW)
    for row, geometry in read_layer(f"{NE10}/ne_10m_admin_0_boundary_lines_land.shp", bbox=BOUNDARY_WINDOW):
        class_ = boundary_class(row["featurecla"])
        if class_:
            yield {"class": class_}, merged([geometry.intersection(window)])


def focus_polygon(border_rows):
    """Xinjiang: the faces between the country borders and the province lines, so both stay shared exactly."""
    around = box(70, 32, 100, 52)
    nets = [l.intersection(around) for _, g in border_rows for l in lines(g)]
    for _, g in read_layer(f"{NE10}/ne_10m_admin_1_states_provinces_lines.shp", "adm0_a3 = 'CHN'"):
        nets += [extended(list(l.coords)) for l in lines(g) if l.intersects(around)]
    outline = unary_union([p for _, g in read_layer(QGIS_WORLD, "adm0_a3 = 'CHN' AND name = 'Xinjiang'",
                                                    layer="states_provinces") for p in polygons(g)])
    faces = [f for f in polygonize(unary_union(nets)) if outline.contains(f.representative_point())]
    return unary_union(faces)


def extended(coords, by=0.012):
    """The line made longer at both ends: province lines stop just short of the country border."""
    def ahead(a, b):
        d = math.hypot(a[0] - b[0], a[1] - b[1]) or 1
        return a[0] + (a[0] - b[0]) / d * by, a[1] + (a[1] - b[1]) / d * by
    return LineString([ahead(coords[0], coords[1]), *coords, ahead(coords[-1], coords[-2])])


def thinned(row_geometry, keep):
    """Full detail where the line touches `keep`, less inside the detail window, least outside."""
    window = box(*DETAIL)
    parts = []
    for line in lines(row_geometry):
        for piece, tolerance in ((line.intersection(keep), 0.0), (line.intersection(window).difference(keep), 0.004),
                                 (line.difference(window), 0.015)):
            parts += [p.simplify(tolerance) if tolerance else p for p in lines(merged([piece]))]
    return merged(parts)


def provinces(borders):
    near_border = unary_union([g for _, g in borders]).intersection(box(70, 15, 140, 56)).buffer(0.02)
    for row, g in read_layer(f"{NE10}/ne_10m_admin_1_states_provinces_lines.shp", "adm0_a3 = 'CHN'"):
        if row["featurecla"] == "Admin-1 boundary":
            kept = g.simplify(0.004) if not g.intersects(box(72, 33, 98, 50)) else g
            if kept.difference(near_border).length > 0.3 * kept.length:
                yield {"class": "province"}, kept


def uncut(ring):
    """world-atlas joins rings over the antimeridian: make the longitudes continuous again."""
    out, shift = [ring[0]], 0.0
    for (x0, _), (x1, y1) in zip(ring, ring[1:]):
        shift += -360 if x1 - x0 > 180 else 360 if x1 - x0 < -180 else 0
        out.append((x1 + shift, y1))
    return out


def world_polygons(geometry):
    for polygon in ([geometry] if geometry.geom_type == "Polygon" else geometry.geoms):
        outer = uncut(list(polygon.exterior.coords))
        if abs(outer[0][0] - outer[-1][0]) > 180:  # a ring around the pole (Antarctica)
            outer += [(outer[-1][0], -90), (outer[0][0], -90), outer[0]]
        whole = Polygon(outer, [uncut(list(r.coords)) for r in polygon.interiors])
        for part in polygons(whole.buffer(0)):
            for turn in (-360, 0, 360):
                yield from polygons(affinity.translate(part, turn).intersection(box(-180, -90, 180, 90)))


def countries():
    codes = [(row["iso_a2"], row["NAME"], g.buffer(0)) for row, g in read_layer(QGIS_WORLD, layer="countries")]
    by_name = {name: code for code, name, _ in codes}
    for row, g in read_layer(f"{NPM}/world-atlas/countries-50m.json", layer="countries"):
        shape = MultiPolygon(list(world_polygons(g)))
        code = by_name.get(row["name"])
        if not code:
            point = max(shape.geoms, key=lambda p: p.area).representative_point()
            code = next((c for c, _, other in codes if other.contains(Point(point))), None)
        parts = [q for p in shape.geoms for q in polygons(p.simplify(0.03)) if q.area > 2e-4] or list(shape.geoms)
        yield {"iso_a2": code if code and len(code) == 2 and code != "-9" else None, "name": row["name"]}, MultiPolygon(parts)


def main():
    base = Basemap(create=True)
    parts = ocean()
    base.write("ocean", "polygon", {}, [({}, MultiPolygon(parts))])
    base.write("coast", "line", {}, [({}, merged(coast(parts)))])
    borders = list(boundaries())
    region = focus_polygon(borders)
    keep = region.buffer(0.05)
    base.write("boundaries", "line", {"class": str}, [(a, thinned(g, keep)) for a, g in borders])
    base.write("provinces", "line", {"class": str}, provinces(borders))
    base.write("focus", "polygon", {"id": str, "name": str}, [({"id": "xinjiang", "name": "Xinjiang"}, region)])
    base.write("countries", "polygon", {"iso_a2": str, "name": str}, countries())


if __name__ == "__main__":
    main()
