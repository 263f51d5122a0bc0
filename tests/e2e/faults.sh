#!/usr/bin/env bash
# Bad input: a clear message that names the file, the rest stays up, the exit codes are 0 ok, 1 cannot, 2 wrong usage.
# Usage: faults.sh BINARY OUT_DIR
set -u
binary=$1 out=$2/faults
root=$(cd "$(dirname "$0")/../.." && pwd)
rm -rf "$out"; mkdir -p "$out"
failed=0

# expect CODE TEXT command...: exit code and a text on stderr or stdout ("" = any).
expect() {
    local code=$1 text=$2; shift 2
    "$@" >"$out/log" 2>&1
    local got=$?
    if grep -q 'Sanitizer\|runtime error:' "$out/log"; then
        echo "FAIL  a sanitizer stopped: ${*##*/}"; grep -m1 -A12 'Sanitizer\|runtime error:' "$out/log"; failed=1
    elif [ $got -ne "$code" ] || { [ -n "$text" ] && ! grep -qi -- "$text" "$out/log"; }; then
        echo "FAIL  exit $got (want $code), text '$text': ${*##*/}"; head -5 "$out/log"; failed=1
    else
        echo "ok    $code  ${text:-any text}"
    fi
}
# a copy of the atlas to spoil
atlas() { rm -rf "$out/atlas"; mkdir "$out/atlas"; cp "$root"/geodata/*.* "$out/atlas/"; }
picture() { expect 0 "$1" "$binary" "$out/atlas" --size 800x600 --output "$out/picture.png"; [ -s "$out/picture.png" ] || { echo "FAIL  no picture"; failed=1; }; rm -f "$out/picture.png"; }

expect 0 "corridor" "$binary" --help
expect 2 "" "$binary" --no-such-option
expect 2 "size" "$binary" --size huge --output "$out/a.png"
expect 2 "png" "$binary" --output "$out/a.txt"
expect 1 "atlas.toml" "$binary" "$out/nowhere" --output "$out/a.png"
expect 1 "nowhere" "$binary" --output "$out/nowhere/deep/a.png" --size 400x300
expect 0 "" "$binary" validate
expect 0 "Horgos" "$binary" facts --subject horgos
expect 0 '"facts"\|"value"' "$binary" facts --json --subject horgos
expect 0 '"layers"' "$binary" info --json

atlas; rm "$out/atlas/corridors.geojson"; picture corridors.geojson
expect 1 corridors.geojson "$binary" validate "$out/atlas"
atlas; truncate -s 200000 "$out/atlas/basemap.gpkg"; picture basemap.gpkg
atlas; truncate -s 1000 "$out/atlas/relief_xinjiang.tif"; picture relief_xinjiang.tif
atlas; head -c 30000 "$out/atlas/places.geojson" >"$out/p" && mv "$out/p" "$out/atlas/places.geojson"; picture places.geojson
atlas; sed -Ei '5s/("full","[^"]*",)"[^"]*"/\1"soon"/' "$out/atlas/facts.csv"; picture soon
atlas; sed -i '1s/value/worth/' "$out/atlas/facts.csv"; picture "facts.csv"
atlas; echo 'f9999,x,port,horgos,trains,through_port,2024,,,full,2024,many,trains,exact,s001,yes,' >>"$out/atlas/facts.csv"; picture "facts.csv"
atlas; rm "$out/atlas/facts.csv"; picture facts.csv
atlas; printf '[[view]\nid=' >>"$out/atlas/atlas.toml"; expect 1 "line" "$binary" "$out/atlas" --output "$out/a.png"
atlas; printf '\nunheard_of = 1\n' | cat - "$out/atlas/atlas.toml" >"$out/t" && mv "$out/t" "$out/atlas/atlas.toml"; picture unheard_of
atlas; head -c 4096 "$root/assets/fonts/noto_sans-regular.ttf" >"$out/atlas/ports.geojson"; picture ports.geojson

# themes, shaders, actions
assets="$out/assets"; cp -r "$root/assets" "$assets"
echo 'broken = [' >>"$assets/themes/paper.toml"
expect 0 "paper.toml" env CORRIDOR_ATLAS_ASSETS="$assets" "$binary" --size 800x600 --output "$out/a.png"
echo 'broken = [' >>"$assets/themes/dusk.toml"
expect 0 "dusk.toml" env CORRIDOR_ATLAS_ASSETS="$assets" "$binary" --size 800x600 --output "$out/a.png"
mkdir -p "$out/shaders"; echo 'void main() { nonsense }' >"$out/shaders/line.frag"
expect 1 "line.frag" "$binary" --shaders "$out/shaders" --size 800x600 --output "$out/a.png"
printf '{"action":"set_year","year":2020}\n{"action":"fly"}\n' >"$out/bad.jsonl"
expect 1 "line 2" "$binary" --replay "$out/bad.jsonl" --size 800x600 --output "$out/a.png"
exit $failed
