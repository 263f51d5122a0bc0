#!/usr/bin/env bash
# Measures the built program and prints a table in Markdown. Usage: table.sh [BUILD_FOLDER]   (about four minutes)
# Builds nothing: ./test builds the program and the benchmarks into build/release. Needs Xvfb and python3.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
build=$(readlink -f "${1:-$here/../../build/release}")
exec python3 - "$build" <<'EOF'
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

build = sys.argv[1]
program = f"{build}/corridor-atlas"
benches = {name: f"{build}/tests/{name}_bench" for name in ("frame", "scene", "data", "render")}
for file in (program, *benches.values()):
    if not os.access(file, os.X_OK):
        sys.exit(f"table.sh: {file} is missing; run ./test first, or name a build folder made with -DATLAS_BENCH=ON")
out = tempfile.TemporaryDirectory()
os.chdir(out.name)
for name in ("WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
    os.environ.pop(name, None)


def run(*arguments):
    """Wall time and counters of one run."""
    start = time.monotonic()
    done = subprocess.run([program, "--size", "1920x1080", "--scale", "1", "--metrics", "metrics.json", *arguments],
                          capture_output=True, text=True)
    took = time.monotonic() - start
    if done.returncode != 0:
        sys.exit(f"table.sh: {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    with open("metrics.json") as file:
        return took, json.load(file)


def bench(name, wanted):
    """Results of one benchmark by its name without arguments, times in milliseconds."""
    done = subprocess.run([benches[name], f"--benchmark_filter={wanted}", "--benchmark_format=json"],
                          capture_output=True, text=True)
    factor = {"ns": 1e-6, "us": 1e-3, "ms": 1, "s": 1e3}
    results = {}
    for one in json.loads(done.stdout or '{"benchmarks": []}')["benchmarks"]:
        one["ms"] = one["real_time"] * factor[one["time_unit"]]
        results[one["name"].split("/iterations")[0]] = one
    if done.returncode != 0 or not results:
        sys.exit(f"table.sh: {benches[name]} failed: {done.stderr}")
    return results


def replay(name, actions):
    """Frames a second of a moving map in the window: what the replay adds to a run that only quits."""
    counted = []
    for steps in ([], actions):
        with open(f"{name}.jsonl", "w") as file:
            for action in steps:
                file.write(json.dumps(action) + "\n" + '{"action":"tick","dt":0.016}\n')
            file.write('{"action":"quit"}\n')
        counted.append(run("--view", "xinjiang", "--replay", f"{name}.jsonl")[1])
    still, moving = counted
    return (moving["frames"] - still["frames"]) / max(0.01, moving["total_s"] - still["total_s"])


def idle_minute():
    """Counters of a window left alone for 66 s, and the share of a processor it used in the last minute."""
    ticks = os.sysconf("SC_CLK_TCK")

    def used(pid):
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / ticks

    process = subprocess.Popen([program, "--size", "1920x1080", "--scale", "1", "--metrics", "idle.json", "--quit-after", "66"],
                               stderr=subprocess.DEVNULL)
    time.sleep(5.5)
    before = used(process.pid)
    time.sleep(60)
    share = (used(process.pid) - before) / 60 * 100
    if process.wait() != 0:
        sys.exit("table.sh: the idle window ended with an error")
    with open("idle.json") as file:
        return json.load(file), share


def start_display():
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    number = os.read(read, 16).decode().strip()
    if not number:
        sys.exit("table.sh: Xvfb does not start")
    os.environ["DISPLAY"] = f":{number}"
    return server


load = os.getloadavg()[0]
run("--output", "warm.png")  # files into the page cache
png = [run("--output", "map.png") for _ in range(5)]
frames = bench("frame", ".*")
labels = bench("scene", "^label_places/2000$")["label_places/2000"]
layers = bench("data", "^load_layers$")["load_layers"]
beside = bench("render", "^off_screen_vertices")
beside = [beside[f"off_screen_vertices/{n}/process_time"]["ms"] for n in (0, 10)]
server = start_display()
try:
    windows = [run("--quit-after", "4")[1] for _ in range(5)]
    sway = [{"action": "pan", "dx": 9 if i // 60 % 2 == 0 else -9, "dy": 2} for i in range(240)]
    breathe = [{"action": "zoom_at", "factor": 1.02 if i // 60 % 2 == 0 else 1 / 1.02, "x": 960, "y": 500, "animate": False}
               for i in range(240)]
    pan, zoom = replay("pan", sway), replay("zoom", breathe)
    idle, idle_cpu = idle_minute()
finally:
    server.terminate()
    server.wait()

middle = statistics.median
launch = middle(w["complete_s"] for w in windows)
first = middle(w["first_picture_s"] for w in windows)
year = frames["another_year"]
rows = []


def row(work, value, unit, must=None, target=None, digits=2, more_is_better=False):
    """A ratio of 1 or less meets the target."""
    number = "-" if value is None else f"{value:,.{digits}f} {unit}".strip()
    sign = ">=" if more_is_better else "<="
    limits = ["-" if limit is None else f"{sign} {limit:g} {unit}".strip() if limit else f"0 {unit}".strip() for limit in (must, target)]
    ratio = "-"
    if target:
        ratio = f"{(target / max(value, 0.01) if more_is_better else value / target):.2f}"
    elif target == 0:
        ratio = "met" if value == 0 else "not met"
    rows.append(f"| {work} | {number} | {limits[0]} | {limits[1]} | {ratio} |")


row("launch to first picture, window", first, "s")
row("launch to complete picture, window", launch, "s", 0.8, 0.6)
row("launch, PNG, exit (headless), median of 5", middle(p[0] for p in png), "s", 0.9, 0.7)
row("peak memory, window", middle(w["peak_memory_mb"] for w in windows), "MB", 260, 220, 0)
row("peak memory, headless", middle(p[1]["peak_memory_mb"] for p in png), "MB", 260, 220, 0)
row("pan in the window, mean", pan, "frames/s", None, 60, 0, True)
row("zoom in the window, mean", zoom, "frames/s", None, 60, 0, True)
row("pan, frame without swap, median", frames["pan"]["median_ms"], "ms", None, 16.7, 1)
row("pan, frame without swap, p95", frames["pan"]["p95_ms"], "ms", None, 25, 1)
row("zoom, frame without swap, median", frames["zoom"]["median_ms"], "ms", None, 16.7, 1)
row("zoom, frame without swap, p95", frames["zoom"]["p95_ms"], "ms", None, 25, 1)
row("unchanged frame, static map cached, median", frames["unchanged"]["median_ms"], "ms", digits=1)
row("everything drawn anew (other theme), median", frames["everything_anew"]["median_ms"], "ms", digits=1)
row("year change, frame, median", year["median_ms"], "ms", digits=1)
row("year change, bytes uploaded, 15 years seen before", year["later_bytes"], "bytes", 0, 0, 0)
row("year change, bytes uploaded, 15 years first seen", year["first_round_bytes"], "bytes", 0, 0, 0)
# No frame for a whole minute, or as many as were drawn in the 62 s beyond the short run.
idle_frames = 0 if idle["idle_s"] >= 60 else max(1, idle["frames"] - middle(w["frames"] for w in windows))
row("idle 60 s, frames", idle_frames, "frames", 0, 0, 0)
row("idle 60 s, processor", idle_cpu, "%", None, 0.2)
row("2,000 label candidates placed", labels["ms"], "ms", None, 2)
row("load of all vector layers, one thread", layers["ms"], "ms", digits=0)
row("ten times the visible vertices off screen, cost of a full redraw", beside[1] / beside[0], "times", 1.2, 1.2)

print(f"{os.cpu_count()} processors, software OpenGL, 1920x1080, the shipped atlas; load average at the start {load:.1f}.")
print("Times drift with the machine: compare ratios of one run. A ratio of 1 or less meets the target.\n")
print("| work | this machine | must | target | ratio to target |\n|---|---|---|---|---|")
print("\n".join(rows))
EOF
