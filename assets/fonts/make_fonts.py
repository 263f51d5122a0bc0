#!/usr/bin/python3
"""Makes the font subsets in this folder from Debian's font packages.

Needs: fonts-noto-core fonts-noto-cjk python3-fonttools.
Run it after new characters came into geodata/ or assets/lang/: ./make_fonts.py
The same packages give the same bytes.
"""
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOTO = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto")

SANS = [(0x20, 0x5FF), (0x1E00, 0x1EFF), (0x2000, 0x21FF), (0x2200, 0x22FF), (0xFFFD, 0xFFFD)]
ARABIC = [(0x20, 0x20), (0xA0, 0xA0), (0xAB, 0xAB), (0xBB, 0xBB), (0x600, 0x77F), (0x200C, 0x200F)]
SIGNS = [(0x2190, 0x27FF)]
HAN = [(0x20, 0x20), (0xA0, 0xA0), (0x2014, 0x2026), (0x2100, 0xFFFF)]
# output, source, number in the collection, what it may draw
FONTS = [
    ("noto_sans-regular.ttf", NOTO / "NotoSans-Regular.ttf", 0, SANS),
    ("noto_sans-bold.ttf", NOTO / "NotoSans-Bold.ttf", 0, SANS),
    ("noto_sans-italic.ttf", NOTO / "NotoSans-Italic.ttf", 0, SANS),
    ("noto_sans_arabic-regular.ttf", NOTO / "NotoSansArabic-Regular.ttf", 0, ARABIC),
    ("noto_sans_arabic-bold.ttf", NOTO / "NotoSansArabic-Bold.ttf", 0, ARABIC),
    ("noto_sans_math.ttf", NOTO / "NotoSansMath-Regular.ttf", 0, SIGNS),
    ("noto_sans_symbols2.ttf", NOTO / "NotoSansSymbols2-Regular.ttf", 0, SIGNS),
    ("noto_sans_cjk_sc-regular.otf", CJK / "NotoSansCJK-Regular.ttc", 2, HAN),
    ("noto_sans_cjk_sc-bold.otf", CJK / "NotoSansCJK-Bold.ttc", 2, HAN),
]
FEATURES = "ccmp locl kern mark mkmk liga rlig calt isol init medi fina rclt curs tnum pnum lnum".split()


def listed() -> set[int]:
    found: set[int] = set()
    for line in (HERE / "characters.txt").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if match := re.fullmatch(r"U\+([0-9A-F]{4,6})(?:-([0-9A-F]{4,6}))?", line):
            first = int(match[1], 16)
            found |= set(range(first, int(match[2] or match[1], 16) + 1))
        else:
            found |= {ord(c) for c in line}
    return found


def used() -> dict[int, str]:
    found: dict[int, str] = {}
    for folder, pattern in (("geodata", "*.csv"), ("geodata", "*.geojson"), ("geodata", "*.toml"),
                            ("assets/lang", "*.toml"), ("assets/tours", "*.*")):
        for path in sorted((ROOT / folder).glob(pattern)):
            for c in path.read_text(encoding="utf-8"):
                if ord(c) >= 0x20 and ord(c) != 0xFEFF:
                    found.setdefault(ord(c), str(path.relative_to(ROOT)))
    return found


def make(name: str, source: Path, number: int, ranges: list[tuple[int, int]], wanted: set[int]) -> set[int]:
    options = subset.Options()
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409, 0]
    options.drop_tables += ["DSIG", "STAT", "VORG", "vhea", "vmtx", "BASE", "GDEF"] if number else ["DSIG", "STAT"]
    options.recalc_timestamp = False
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    has = set(font.getBestCmap())
    keep = {c for c in wanted & has if any(first <= c <= last for first, last in ranges)}
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    font.save(HERE / name)
    print(f"{name}: {len(keep)} characters, {(HERE / name).stat().st_size / 1024:.0f} KiB")
    return keep


def main() -> int:
    absent = [str(source) for _, source, _, _ in FONTS if not source.exists()]
    if absent:
        print("make_fonts.py: not found: " + ", ".join(absent) +
              " (install fonts-noto-core fonts-noto-cjk)", file=sys.stderr)
        return 1
    product = used()
    wanted = listed() | set(product)
    covered: set[int] = set()
    for name, source, number, ranges in FONTS:
        covered |= make(name, source, number, ranges, wanted)
    for c in sorted(set(product) - covered):
        print(f"make_fonts.py: no font has U+{c:04X} ({chr(c)}), used in {product[c]}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
