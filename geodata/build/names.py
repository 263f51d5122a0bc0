"""What is each subject called in the five languages?  names.csv for every place, port, zone, airport, line and group."""
import json
import os

from common import OUT, read_csv, write_csv
from places import KEEP_BOTH, LANGUAGES, plain_name

PORT_ROWS = {"horgos": "port_horgos_road", "alashankou": "alashankou", "jeminay": "jeminay", "takeshiken": "takeshiken"}


def features(name):
    with open(os.path.join(OUT, name), encoding="utf8") as f:
        return [feature["properties"] for feature in json.load(f)["features"]]


def row_from_places(row, id_, kind):
    """Names of a row of places.csv, without what stands in brackets."""
    names = {k: plain_name(row[k])[0] or None for k in LANGUAGES}
    names.update(KEEP_BOTH.get(row["id"], {}))
    return dict(names, id=id_, kind=kind, source=row["source"], review="yes" if "review" in row["source"] or names["ug"] else "")


def main():
    typed = {row["id"]: row for row in read_csv("places.csv")}
    extra = {row["id"]: row for row in read_csv("subject_names.csv")}
    rows = {}
    for p in features("places.geojson"):
        row = typed.get(p["id"]) or typed["port_" + p["id"]]
        rows[p["id"]] = row_from_places(row, p["id"], p["kind"])
    for p in features("ports.geojson"):
        row = typed.get(PORT_ROWS.get(p["id"], "port_" + p["id"]))
        rows[p["id"]] = row_from_places(row, p["id"], "port") if row else dict(
            id=p["id"], kind="port", en=p["name"], zh=p["name_zh"], source=p["source"])
    for name, kind in (("zones.geojson", "zone"), ("airports.geojson", "airport")):
        for p in features(name):
            rows[p["id"]] = dict(id=p["id"], kind=kind, en=p["name"], zh=p["name_zh"], source=p["source"],
                                 review="" if kind == "zone" else "yes" if p["name_zh"] else "")
    for p in features("corridors.geojson"):
        rows.setdefault(p["line"], dict(id=p["line"], kind="corridor", en=p["line_name"], zh=p["line_name_zh"], source=p["source"]))
    for p in read_csv("subjects.csv", OUT):
        rows.setdefault(p["id"], dict(id=p["id"], kind=p["kind"], en=p["name"], zh=p["name_zh"], source="", review="yes"))
    for row in rows.values():  # 口岸 says "port", which the symbol and the card say already
        if row["kind"] == "port" and row["zh"]:
            row["zh"] = row["zh"].removesuffix("口岸")
    for id_, row in extra.items():
        known = rows[id_]["source"]
        rows[id_].update({k: v for k, v in row.items() if v})
        rows[id_]["source"] = "; ".join(s for s in (known, "ru, kk, ug: " + row["source"]) if s)
    write_csv("names.csv", ["id", "kind", *LANGUAGES, "source", "review"], [rows[k] for k in sorted(rows)])


if __name__ == "__main__":
    main()
