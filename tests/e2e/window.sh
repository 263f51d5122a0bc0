#!/usr/bin/env bash
# Drives the real window under Xvfb with xdotool. Usage: window.sh BINARY OUT_DIR
set -u
exec python3 "$(dirname "$0")/window.py" "$@"
