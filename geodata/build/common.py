"""Paths of the unpacked packages, and reading and writing of layers."""
import csv
import json
import os
import sys

from osgeo import gdal, ogr, osr
from shapely import wkb
from shapely.geometry import MultiLineString, MultiPolygon
from shapely.validation import make_valid

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2025-01-01T00:00:00.000Z")   # the same bytes at every run
gdal.PushErrorHandler("CPLQuietErrorHandler")

CACHE = os.environ["GEODATA_CACHE"]  # unpacked packages, set by build.sh
OUT = os.environ["GEODATA_OUT"]      # the geodata folder
INPUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "inputs")
NE10 = os.path.join(CACHE, "deb/usr/share/magics/10m")
NE50 = os.path.join(CACHE, "deb/usr/share/magics/50m")
MARBLE = os.path.join(CACHE, "deb/usr/share/marble/data/maps/earth/srtm/3")
QGIS_WORLD = os.path.join(CACHE, "deb/usr/share/qgis/resources/data/world_map.gpkg")
NPM = os.path.join(CACHE, "npm")
DETAIL = (55.0, 25.0, 115.0, 58.0)   # window of full detail: lon, lat, lon, lat

WGS84 = osr.SpatialReference()
WGS84.ImportFromEPSG(4326)
WGS84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)


def read_layer(path, where=None, bbox=None, layer=None):
    """Yields (attributes, shapely geometry) of the features that have a geometry."""
    source = gdal.OpenEx(path, gdal.OF_VECTOR)
    rows = source.GetLayerByName(layer) if layer else source.GetLayer(0)
    rows.SetAttributeFilter(where)
    if bbox:
        rows.SetSpatialFilterRect(*bbox)
    for feature in rows:
        geometry = feature.GetGeometryRef()
        if geometry is not None and not geometry.IsEmpty():
            yield feature.items(), wkb.loads(bytes(geometry.ExportToWkb()))


def polygons(geometry):
    """The polygons of any geometry, repaired."""
    if geometry.is_empty:
        return []
    if geometry.geom_type == "Polygon":
        return [geometry] if geometry.is_valid else polygons(make_valid(geometry))
    if hasattr(geometry, "geoms"):
        return [p for part in geometry.geoms for p in polygons(part)]
    return []


def lines(geometry):
    if geometry.geom_type in ("LineString", "LinearRing"):
        return [geometry] if len(geometry.coords) > 1 else []
    if hasattr(geometry, "geoms"):
        return [l for part in geometry.geoms for l in lines(part)]
    return []


class Basemap:
    """Adds layers to basemap.gpkg, without spatial indexes: every layer is read whole."""

    def __init__(self, create=False):
        path = os.path.join(OUT, "basemap.gpkg")
        if create:
            if os.path.exists(path):
                os.remove(path)
            self.source = ogr.GetDriverByName("GPKG").CreateDataSource(path, ["ADD_GPKG_OGR_CONTENTS=NO"])
        else:
            self.source = ogr.Open(path, 1)

    def write(self, name, kind, fields, rows):
        """kind: 'line' or 'polygon'; fields: {name: str|int}; rows: (attributes, shapely geometry)."""
        wkb_type = ogr.wkbMultiLineString if kind == "line" else ogr.wkbMultiPolygon
        layer = self.source.CreateLayer(name, WGS84, wkb_type, ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"])
        for field, type_ in fields.items():
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTInteger if type_ is int else ogr.OFTString))
        vertices = count = 0
        self.source.StartTransaction()
        for attributes, geometry in rows:
            parts = lines(geometry) if kind == "line" else polygons(geometry)
            if not parts:
                continue
            whole = MultiLineString(parts) if kind == "line" else MultiPolygon(parts)
            feature = ogr.Feature(layer.GetLayerDefn())
            for key, value in attributes.items():
                if value is not None:
                    feature.SetField(key, value)
            feature.SetGeometry(ogr.CreateGeometryFromWkb(whole.wkb))
            layer.CreateFeature(feature)
            vertices += sum(len(p.coords) if kind == "line" else
                            len(p.exterior.coords) + sum(len(r.coords) for r in p.interiors) for p in parts)
            count += 1
        self.source.CommitTransaction()
        print(f"basemap.gpkg {name:12} {count:5} features {vertices:7} vertices")


def read_csv(name, folder=INPUTS):
    with open(os.path.join(folder, name), encoding="utf8", newline="") as f:
        return list(csv.DictReader(f))


def write_csv(name, header, rows):
    with open(os.path.join(OUT, name), "w", encoding="utf8", newline="") as f:
        writer = csv.writer(f, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow(["" if row.get(k) is None else row[k] for k in header])
    print(f"{name:20} {len(rows):5} rows")


def rounded(coordinates, digits=5):
    if coordinates and isinstance(coordinates[0], (int, float)):
        return [round(c, digits) for c in coordinates[:2]]
    return [rounded(c, digits) for c in coordinates]


def write_geojson(name, features):
    """features: (properties, GeoJSON geometry or None); one feature a line."""
    rows = []
    for properties, geometry in features:
        if geometry is not None:
            geometry = {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"])}
        rows.append(json.dumps({"type": "Feature", "properties": properties, "geometry": geometry},
                               ensure_ascii=False, separators=(",", ":")))
    with open(os.path.join(OUT, name), "w", encoding="utf8") as f:
        f.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n")
    print(f"{name:20} {len(rows):5} features")


def fail(message):
    sys.exit("geodata: " + message)
