"""How does a chain of rough points become a line that looks like track?  Smoothing through pinned stations."""
import math

import numpy as np
from scipy import sparse
from scipy.sparse import linalg
from shapely.geometry import LineString

KM = 111.195
STEP = {"rail": 0.4, "road": 0.35, "pipeline": 0.5}
BOUND = {"A": 0.3, "B": 0.5, "C": 0.8}        # farthest move from the given points by accuracy class, km
STIFF = {"rail": 500.0, "road": 40.0, "pipeline": 200.0}


def distance_km(a, b):
    return KM * math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])


def length_km(points):
    return sum(distance_km(a, b) for a, b in zip(points, points[1:]))


def moved(points, index, target, reach_km=15.0):
    """Brings points[index] onto the target; its neighbours follow, less and less over reach_km."""
    dx, dy = target[0] - points[index][0], target[1] - points[index][1]
    out = list(points)
    for direction in (1, -1):
        i, gone = index, 0.0
        while 0 <= i < len(points) and gone < reach_km:
            t = 1 - gone / reach_km
            weight = t * t * (3 - 2 * t)
            out[i] = (points[i][0] + dx * weight, points[i][1] + dy * weight)
            j = i + direction
            gone += distance_km(points[i], points[j]) if 0 <= j < len(points) else 0
            i = j
    return out


def resampled(points, step):
    """Points at most step km apart; returns them and where each input point went."""
    out, where = [points[0]], [0]
    for a, b in zip(points, points[1:]):
        n = max(1, round(distance_km(a, b) / step))
        out += [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(1, n + 1)]
        where.append(len(out) - 1)
    return out, where


def smoothed(points, mode, pins, firm, grades, fixed=()):
    """The smoothed line; pins (indices into points) draw it near, firm ones and spans in `fixed` are kept exactly.

    grades: (first, last, accuracy class) of each section, as indices into points.  Returns the points and the new indices of the pins."""
    dense, where = resampled(points, STEP[mode])
    n = len(dense)
    raw = np.array(dense)
    weight = np.full(n, 0.35)
    hard = np.zeros(n, bool)
    for i in pins:
        hard[where[i]] = i in firm
        weight[where[i]] = 3.0
    for first, last in fixed:
        hard[where[first]:where[last] + 1] = True
    second = sparse.diags([1, -2, 1], [0, 1, 2], shape=(n - 2, n))
    bend = STIFF[mode] * second.T @ second
    bound = np.full(n, 0.3)
    for first, last, grade in grades:
        bound[where[first]:where[last] + 1] = BOUND[grade]
    latitude = np.cos(np.radians(raw[:, 1]))
    for _ in range(14):
        diagonal = np.where(hard, 1e7, weight)
        solve = linalg.splu((sparse.diags(diagonal) + bend).tocsc())
        line = np.c_[solve.solve(diagonal * raw[:, 0]), solve.solve(diagonal * raw[:, 1])]
        line[hard] = raw[hard]
        off = KM * np.hypot((line[:, 0] - raw[:, 0]) * latitude, line[:, 1] - raw[:, 1])
        far = off > bound
        if not far.any():
            break
        for i in np.flatnonzero(far):
            weight[max(0, i - 3):i + 4] *= 1.6
    return [tuple(p) for p in line], [where[i] for i in pins]


def simplified(points, tolerance_km):
    if len(points) < 3:
        return points
    squeeze = math.cos(math.radians(points[len(points) // 2][1]))
    flat = LineString([(x * squeeze * KM, y * KM) for x, y in points]).simplify(tolerance_km, preserve_topology=False)
    return [points[0]] + [(x / squeeze / KM, y / KM) for x, y in list(flat.coords)[1:-1]] + [points[-1]]
