"""Where do railways, roads and pipelines run?  inputs/alignments.geojson made smooth and joined at its nodes."""
import json
import os
import re
from collections import OrderedDict

from common import INPUTS, fail, read_csv, write_geojson
from smooth import distance_km, length_km, moved, simplified, smoothed

TOLERANCE_KM = 0.02
NODES = {row["node"] for row in read_csv("nodes.csv")}


class Line:
    def __init__(self, line_id, mode):
        self.id, self.mode, self.points, self.stations, self.accuracy = line_id, mode, [], [], []

    def station(self, name):
        return next((i for i, (n, _) in enumerate(self.stations) if n == name), None)

    def split(self, lon, lat, name):
        """A new station on the nearest point of the line."""
        best = None
        for i, (a, b) in enumerate(zip(self.points, self.points[1:])):
            for t in (k / 20 for k in range(1, 20)):
                p = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                d = distance_km(p, (lon, lat))
                if best is None or d < best[0]:
                    best = (d, i, p)
        _, i, p = best
        self.points.insert(i + 1, p)
        self.stations = [(n, k + 1 if k > i else k) for n, k in self.stations]
        at = next(j for j, (_, k) in enumerate(self.stations) if k > i + 1)
        self.stations.insert(at, (name, i + 1))
        self.accuracy.insert(at - 1, self.accuracy[at - 1])


    def drop(self, name):
        """The station left out: its two sections become one straight section."""
        at = self.station(name)
        first, last = self.stations[at - 1][1], self.stations[at + 1][1]
        del self.points[first + 1:last]
        self.stations = self.stations[:at] + [(n, k - (last - first - 1)) for n, k in self.stations[at + 1:]]
        self.accuracy[at - 1:at + 1] = ["C"]


def read_lines():
    lines = OrderedDict()
    with open(os.path.join(INPUTS, "alignments.geojson"), encoding="utf8") as f:
        for feature in json.load(f)["features"]:
            p, points = feature["properties"], [tuple(c) for c in feature["geometry"]["coordinates"]]
            line = lines.setdefault(p["line_id"], Line(p["line_id"], p["mode"]))
            if not line.points:
                line.points, line.stations = points[:1], [(p["from"], 0)]
            line.points += points[1:]
            line.stations.append((p["to"], len(line.points) - 1))
            line.accuracy.append(p["accuracy"])
    return lines


def plain(name):
    name = re.sub(r" \(beside the classic line\)$", " (high-speed line)", name)
    name = re.sub(r" \((?!high-speed)[^)]*\)|\s*\[[A-Z]+\]", "", name)
    return name.strip()


def join_nodes(lines):
    """Every member of a node gets the node's name and the leader's coordinate (that of its own mode, if there is one)."""
    where = {}
    for row in read_csv("nodes.csv"):
        line, node, action = lines[row["line"]], row["node"], row["action"]
        if action == "drop":
            line.drop(row["station"])
            continue
        if action == "split":         # a new station on the line, at the point nearest to a coordinate
            line.split(*map(float, row["station"].split()), node)
            index = line.station(node)
        elif action == "via":         # a new station where the line has none near the node
            line.split(*where[node], node)
            index = line.station(node)
            line.points = moved(line.points, line.stations[index][1], where[node], 90)
        else:
            index = line.station(row["station"])
            if index is None:
                fail(f"nodes.csv: {row['line']} has no station {row['station']!r}")
        at = line.stations[index][1]
        line.stations[index] = (node, at)
        if action == "follow":
            line.points = moved(line.points, at, where.get((node, line.mode), where[node]))
        where.setdefault(node, line.points[at])
        where.setdefault((node, line.mode), line.points[at])
    for line in lines.values():
        line.stations = [(plain(n) if n not in where else n, k) for n, k in line.stations]


def shared_stretch(line, row, done):
    """Puts the finished course of another line between two stations; returns the span of point indices."""
    other = done[row["as_line"]]
    a, b = (next(i for i, (n, _) in enumerate(other["stations"]) if n == row[k]) for k in ("from", "to"))
    names = [n for n, _ in other["stations"][min(a, b):max(a, b) + 1]]
    first, last = line.station(row["from"]), line.station(row["to"])
    start, end = line.stations[first][1], line.stations[last][1]
    lo, hi = other["stations"][min(a, b)][1], other["stations"][max(a, b)][1]
    course = other["points"][lo:hi + 1]
    marks = [(n, k - lo) for n, k in other["stations"][min(a, b):max(a, b) + 1]]
    if a > b:
        course, marks = course[::-1], [(n, hi - lo - k) for n, k in marks[::-1]]
    inner = [(n, k + start) for n, k in marks[1:-1]]
    grow = len(course) - (end - start + 1)
    grades = other["accuracy"][min(a, b):max(a, b)]
    line.points[start:end + 1] = course
    line.stations = line.stations[:first + 1] + inner + [(n, k + grow) for n, k in line.stations[last:]]
    line.accuracy[first:last] = grades[::-1] if a > b else grades
    return start, start + len(course) - 1


def finished(line, shared, done):
    fixed = [shared_stretch(line, row, done) for row in shared if row["line"] == line.id]
    pins = sorted({k for _, k in line.stations} | {k for span in fixed for k in span})
    ends = [k for _, k in line.stations]
    firm = {k for n, k in line.stations if n in NODES} | {ends[0], ends[-1]}
    points, at = smoothed(line.points, line.mode, pins, firm, list(zip(ends, ends[1:], line.accuracy)), fixed)
    new = dict(zip(pins, at))
    spans = [(new[a], new[b]) for a, b in fixed]
    out, stations = [points[0]], [(line.stations[0][0], 0)]
    for (_, a), (name, b) in zip(line.stations, line.stations[1:]):
        piece = points[new[a]:new[b] + 1]
        if any(s <= new[a] and new[b] <= e for s, e in spans):
            piece = line.points[a:b + 1]          # the other line's points, unchanged
        else:
            piece = simplified(piece, TOLERANCE_KM)
        out += [(round(x, 5), round(y, 5)) for x, y in piece[1:]]
        stations.append((name, len(out) - 1))
    out[0] = (round(out[0][0], 5), round(out[0][1], 5))
    return {"points": out, "stations": stations, "accuracy": line.accuracy}


def year_opened(facts, openings, line_id, names, i):
    for row in openings:
        if row["line"] == line_id and names.index(row["from"]) <= i < names.index(row["to"]):
            return int(row["opened"]) if row["opened"] else None
    return int(facts["opened"]) if facts["opened"] else None


def main():
    lines, facts = read_lines(), {row["line"]: row for row in read_csv("lines.csv")}
    join_nodes(lines)
    shared, openings, done, features = read_csv("shared.csv"), read_csv("openings.csv"), {}, []
    order = sorted(lines, key=lambda k: any(row["line"] == k for row in shared))
    for key in order:
        done[key] = finished(lines[key], shared, done)
    for key in lines:
        line, fact = done[key], facts[key]
        names = [n for n, _ in line["stations"]]
        for i, ((a, first), (b, last)) in enumerate(zip(line["stations"], line["stations"][1:])):
            course = line["points"][first:last + 1]
            features.append(({
                "id": f"{key}.{i + 1}", "line": key, "line_name": fact["line_name"], "line_name_zh": fact["line_name_zh"],
                "mode": fact["mode"], "product": fact["product"] or None, "seq": i + 1, "from": a, "to": b,
                "high_speed": int(fact["high_speed"]), "status": fact["status"],
                "opened": year_opened(fact, openings, key, names, i), "closed": None,
                "announced": int(fact["announced"]) if fact["announced"] else None, "accuracy": line["accuracy"][i],
                "length_km": round(length_km(course), 1),
                "published_km": float(fact["published_km"]) if fact["published_km"] else None,
                "source": fact["source"] or None}, {"type": "LineString", "coordinates": course}))
    write_geojson("corridors.geojson", features)


if __name__ == "__main__":
    main()
