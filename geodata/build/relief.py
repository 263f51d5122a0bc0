"""How does the ground look?  shade (band 1) and elevation (band 2) from Marble's 2' world picture of heights.

The source is an 8-bit grey JPEG: one grey step is 5 m in the plains and 90 m in the mountains. It is good for
shading and for a colour ramp, not for reading heights."""
import os

import numpy as np
from osgeo import gdal
from scipy.ndimage import gaussian_filter, zoom

from common import NE50, OUT, WGS84, read_layer
from heights import PER_DEGREE, World

# grey of the picture -> metres, fitted to known heights (median error 51 m)
GREY = [0, 40, 46, 52, 58, 64, 70, 76, 82, 88, 94, 100, 106, 112, 118, 124, 130, 136, 142, 148, 154, 160, 166, 172,
        178, 184, 190, 196, 202, 208, 214, 220, 226, 232, 242, 255]
METRES = [-8000, -3430, -2768, -2007, -1399, -797, -204, -150, -45, -28, -5, 15, 35, 61, 91, 122, 183, 259, 366, 450,
          545, 678, 800, 920, 1105, 1417, 1783, 2134, 2705, 3215, 3657, 4419, 4900, 5410, 6700, 8600]


def destepped(grey, slack=0.7, rounds=8):
    """The steps of whole grey numbers smoothed out of the plains; mountains stay as they are."""
    calm = grey
    for _ in range(rounds):
        calm = np.clip(gaussian_filter(calm, 1.5), grey - slack, grey + slack)
    calm = gaussian_filter(calm, 0.8)
    mean = gaussian_filter(grey, 2.0)
    rough = np.sqrt(np.maximum(gaussian_filter(grey * grey, 2.0) - mean * mean, 0))
    share = np.clip((rough - 0.8) / 3.0, 0, 1)
    share = gaussian_filter(share * share * (3 - 2 * share), 1.5)
    return calm + (gaussian_filter(grey, 0.55) - calm) * share


def hillshade(z, cell, latitudes, exaggeration):
    """Lambert light of three lamps around north-west, less its value on the flat."""
    gy, gx = np.gradient(z * exaggeration)
    gx = gx / (cell * 111320 * np.cos(np.radians(latitudes))[:, None])
    gy = -gy / (cell * 111320)
    norm = 1 / np.sqrt(1 + gx * gx + gy * gy)
    total = np.zeros_like(z)
    for weight, azimuth, altitude in ((0.62, 315, 45), (0.22, 270, 50), (0.16, 0, 50)):
        a, h = np.radians(azimuth), np.radians(altitude)
        light = (np.sin(h) - np.cos(h) * (gx * np.sin(a) + gy * np.cos(a))) * norm
        total += weight * (np.clip(light, 0, None) - np.sin(h)) / np.sin(h)
    return total


def ocean_mask(window, shape):
    from osgeo import ogr
    w, s, e, n = window
    mask = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    mask.SetGeoTransform((w, (e - w) / shape[1], 0, n, 0, -(n - s) / shape[0]))
    mask.SetProjection(WGS84.ExportToWkt())
    memory = ogr.GetDriverByName("Memory").CreateDataSource("ocean")
    layer = memory.CreateLayer("ocean", WGS84, ogr.wkbUnknown)
    for _, geometry in read_layer(f"{NE50}/ne_50m_ocean.shp", "featurecla = 'Ocean'"):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(geometry.wkb))
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(mask, [1], layer, burn_values=[1])
    return mask.ReadAsArray()


def relief(world, name, window, scale, exaggeration, quality):
    margin = 24
    z = np.interp(destepped(world.window(window, margin)), GREY, METRES).astype("f4")
    if scale != 1:
        z = zoom(z, scale, order=3, grid_mode=True, mode="nearest")
    cell = 1 / PER_DEGREE / scale
    latitudes = window[3] + margin / PER_DEGREE - (np.arange(z.shape[0]) + 0.5) * cell
    # fine forms over broad ones: the broad ones keep the mountain masses together
    shade = sum(weight * hillshade(gaussian_filter(z, sigma * scale) if sigma else z, cell, latitudes, exaggeration * gain)
                for weight, sigma, gain in ((0.60, 0, 1.0), (0.26, 2.0, 1.6), (0.14, 6.0, 3.0)))
    height = gaussian_filter(np.maximum(z, 0), 1.6 * scale)
    cut = slice(margin * scale, -margin * scale)
    shade, height = shade[cut, cut], height[cut, cut]
    land = 1 - gaussian_filter(ocean_mask(window, shade.shape).astype("f4"), 1.0)
    band1 = np.clip(128 + 127 * np.tanh(1.15 * shade) * land, 0, 255).round().astype("u1")
    band2 = np.clip(height / 32 * land, 0, 255).round().astype("u1")
    path = os.path.join(OUT, name)
    if os.path.exists(path):
        os.remove(path)
    options = ["TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=JPEG", f"JPEG_QUALITY={quality}", "INTERLEAVE=BAND"]
    target = gdal.GetDriverByName("GTiff").Create(path, shade.shape[1], shade.shape[0], 2, gdal.GDT_Byte, options)
    w, s, e, n = window
    target.SetGeoTransform((w, (e - w) / shade.shape[1], 0, n, 0, -(n - s) / shade.shape[0]))
    target.SetProjection(WGS84.ExportToWkt())
    for index, (band, title) in enumerate(((band1, "shade"), (band2, "elevation")), 1):
        target.GetRasterBand(index).WriteArray(band)
        target.GetRasterBand(index).SetDescription(title)
    target = None
    print(f"{name:22} {shade.shape[1]} x {shade.shape[0]}  {os.path.getsize(path) / 1e6:.1f} MB")


def main():
    world = World((-15.9, -3.9, 155.9, 80.9))
    relief(world, "relief_xinjiang.tif", (60, 28, 110, 56), 2, 11.0, 92)
    relief(world, "relief_eurasia.tif", (-15, -3, 155, 80), 1, 14.0, 90)


if __name__ == "__main__":
    main()
