"""What was published, by whom?  facts.csv, sources.csv and subjects.csv from the typed figures."""
import calendar
import re

from common import fail, read_csv, write_csv

SCOPES = {"registered_in_xinjiang": "registered", "through_ports": "through_port", "": "as_stated"}
KINDS = {"ftz": "zone"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# measures that are a state at a date, not an amount of a period
STATE = {"area", "count", "length", "routes", "cities", "countries", "established", "installed_capacity", "capacity_tonnes"}


def last_day(year, month):
    return calendar.monthrange(year, month)[1]


def day(year, month, date):
    return f"{year:04d}-{month:02d}-{date:02d}"


def short(year, month=None, date=None):
    return " ".join(t for t in (str(date) if date else "", MONTHS[month - 1] if month else "", str(year)) if t)


def as_of(year, month=None, date=None):
    """A state at a day, a month or in a year."""
    first = day(year, month or 1, date or 1)
    last = day(year, month or 12, date or last_day(year, month or 12))
    return dict(year=year, period_from=first, period_to=last, period_kind="as_of", period_label="as of " + short(year, month, date))


def parts(text):
    return tuple(int(p) for p in text.split("-"))


def cumulative(text):
    """'2011..2025-02', '2016-05..2019-11-02', '..2022-07'"""
    start, end = text.split("..")
    e = parts(end)
    to = day(e[0], e[1], e[2] if len(e) > 2 else last_day(e[0], e[1]))
    s = parts(start) if start else None
    return dict(year=e[0], period_from=day(s[0], s[1] if len(s) > 1 else 1, 1) if s else None, period_to=to,
                period_kind="cumulative", period_label=(f"{short(*s)} to {short(*e)}" if s else f"up to {short(*e)}"))


def within_year(text):
    """'2021-01/11' months, '2025-01-01/11-23' days, '2025-01/03-27' a month to a day."""
    m = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?/(\d\d)(?:-(\d\d))?", text)
    year, m1, d1, m2, d2 = (int(g) if g else None for g in m.groups())
    whole_months = d1 is None and d2 is None
    label = f"{MONTHS[m1 - 1]}-{MONTHS[m2 - 1]} {year}" if whole_months else \
        f"{d1 or 1} {MONTHS[m1 - 1]}-{d2 or last_day(year, m2)} {MONTHS[m2 - 1]} {year}"
    full = (m1, d1 or 1, m2, d2 or last_day(year, m2)) == (1, 1, 12, 31)
    return dict(year=year, period_from=day(year, m1, d1 or 1), period_to=day(year, m2, d2 or last_day(year, m2)),
                period_kind="full" if full else "partial", period_label=str(year) if full else label)


def period(text, measure):
    remark = ""
    found = re.fullmatch(r"(.*?) \((as stated|year inferred)\)", text)
    if found:
        text, remark = found.groups()
    if text.endswith(" vs 2020") or text.endswith(" vs 2016-2020"):
        text, _, base = text.partition(" vs ")
        remark = "compared with " + base
    if re.fullmatch(r"\d{4}", text):
        year = int(text)
        if remark == "as stated":
            out = as_of(year)
        else:
            out = dict(year=year, period_from=day(year, 1, 1), period_to=day(year, 12, 31), period_kind="full", period_label=text)
            if measure in STATE:
                out = as_of(year)
    elif ".." in text:
        out = cumulative(text)
    elif "/" in text and text != "n/a":
        out = within_year(text)
    elif re.fullmatch(r"\d{4}-\d{4}", text):
        a, b = (int(t) for t in text.split("-"))
        out = dict(year=None, period_from=day(a, 1, 1), period_to=day(b, 12, 31), period_kind="multi_year", period_label=f"{a}-{b}")
    elif re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        p = parts(text)
        if remark == "as stated" or measure in STATE or len(p) == 3:
            out = as_of(*p)
        else:  # one month's amount
            out = dict(year=p[0], period_from=day(*p, 1), period_to=day(*p, last_day(*p)), period_kind="partial", period_label=short(*p))
    else:
        out = dict(year=None, period_from=None, period_to=None, period_kind="undated",
                   period_label="undated" if text == "n/a" else text)
    return out, remark if remark != "as stated" else ""


def subject_ids():
    return {(row["kind"], row["subject"]): row for row in read_csv("subject_map.csv")}


def main():
    known, sources, facts = subject_ids(), {}, []
    for i, row in enumerate(read_csv("facts.csv"), 1):
        key = tuple(row[k] for k in ("publisher", "title", "published_on", "address", "confidence"))
        source = sources.setdefault(key, f"s{len(sources) + 1:03d}")
        subject = known.get((row["subject_kind"], row["subject"]))
        if not subject:
            fail(f"subject_map.csv lacks {row['subject_kind']}, {row['subject']}")
        when, remark = period(row["period"], row["measure"])
        if when["period_kind"] == "full" and row["partial_period"] == "yes":
            fail(f"facts.csv row {i}: partial but reads as a full year: {row['period']}")
        scope = SCOPES.get(row["scope"], row["scope"])
        if row["subject"] in ("alashankou_horgos_rail", "horgos", "alashankou") and row["scope"] == "" and row["measure"].startswith("trains"):
            scope = "through_port"
        facts.append(dict(row, id=f"f{i:04d}", subject_kind=subject["new_kind"], subject=subject["id"], scope=scope, source=source,
                          note="; ".join(t for t in (row["note"], remark) if t), **when))
    write_csv("facts.csv", "id series subject_kind subject measure scope year period_from period_to period_kind period_label "
              "value unit approx source drawable note".split(), facts)
    write_csv("sources.csv", "id publisher title published_on address confidence".split(),
              [dict(zip(("publisher", "title", "published_on", "address", "confidence"), k), id=v) for k, v in sources.items()])
    write_csv("subjects.csv", "id kind name name_zh note".split(),
              [dict(row, kind=row["new_kind"]) for row in known.values() if row["name"]])


if __name__ == "__main__":
    main()
