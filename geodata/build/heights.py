"""What did the heights look like before they were stored as JPEG?

Each 8 x 8 block of the picture only says in which interval each of its frequencies lay.  The smoothest picture that
fits all intervals has neither block edges nor ringing, and keeps every ridge the blocks do tell of."""
import numpy as np
from osgeo import gdal
from scipy.fft import dctn, idctn
from scipy.ndimage import gaussian_filter

from common import MARBLE

TILE, PADDED, PER_DEGREE = 675, 680, 30
ZIGZAG = sorted(((i, j) for i in range(8) for j in range(8)),
                key=lambda p: (p[0] + p[1], p[0] if (p[0] + p[1]) % 2 else p[1]))


def quantisation(path):
    """The table of the JPEG file: the width of each frequency's interval."""
    with open(path, "rb") as f:
        data = f.read()
    at = 2
    while data[at + 1] != 0xDB:
        at += 2 + data[at + 2] * 256 + data[at + 3]
    table = np.zeros((8, 8), "f4")
    for (i, j), value in zip(ZIGZAG, data[at + 5:at + 69]):
        table[i, j] = value
    return table


def to_blocks(tile):
    return tile.reshape(PADDED // 8, 8, PADDED // 8, 8).swapaxes(1, 2)


def from_blocks(blocks):
    return blocks.swapaxes(1, 2).reshape(PADDED, PADDED)[:TILE, :TILE]


def padded(tile):
    return np.pad(tile, (0, PADDED - TILE), mode="edge")


def grey_mosaic(columns, rows, rounds=10):
    """The tiles of the given ranges as one smooth array of grey values (8-bit scale, not whole numbers)."""
    names = {(r, c): f"{MARBLE}/{r:06d}/{r:06d}_{c:06d}.jpg" for r in rows for c in columns}
    tiles = {k: gdal.Open(path).ReadAsArray().astype("f4") for k, path in names.items()}
    tables = {k: quantisation(path) for k, path in names.items()}
    low, high = {}, {}
    for k, tile in tiles.items():
        levels = np.round(dctn(to_blocks(padded(tile)) - 128, axes=(2, 3), norm="ortho") / tables[k]).astype("f4")
        low[k], high[k] = (levels - 0.5) * tables[k], (levels + 0.5) * tables[k]
    mosaic = np.vstack([np.hstack([tiles[r, c] for c in columns]) for r in rows])
    for _ in range(rounds):
        smooth = gaussian_filter(mosaic, 0.8)
        for i, r in enumerate(rows):
            for j, c in enumerate(columns):
                window = slice(i * TILE, (i + 1) * TILE), slice(j * TILE, (j + 1) * TILE)
                frequencies = dctn(to_blocks(padded(smooth[window])) - 128, axes=(2, 3), norm="ortho")
                fitted = np.clip(frequencies, low[r, c], high[r, c])
                mosaic[window] = from_blocks(idctn(fitted, axes=(2, 3), norm="ortho") + 128)
    return mosaic


class World:
    """The tiles that a window of degrees needs, and the grey values in it."""

    def __init__(self, window):
        w, s, e, n = window
        self.columns = range(int((w + 180) // 22.5), int((e + 180) // 22.5) + 1)
        self.rows = range(int((90 - n) // 22.5), int((90 - s) // 22.5) + 1)
        self.grey = grey_mosaic(self.columns, self.rows)

    def window(self, window, margin):
        w, s, e, n = window
        top = int((90 - n) * PER_DEGREE) - self.rows[0] * TILE - margin
        left = int((w + 180) * PER_DEGREE) - self.columns[0] * TILE - margin
        height, width = int((n - s) * PER_DEGREE) + 2 * margin, int((e - w) * PER_DEGREE) + 2 * margin
        return self.grey[top:top + height, left:left + width]
