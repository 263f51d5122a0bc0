"""A person at the window: pan, zoom, year drag, tap, card, layer, resize, full screen, quit. Under Xvfb with xdotool."""
import json
import os
import subprocess
import sys
import time

binary, out = sys.argv[1], sys.argv[2]
os.makedirs(out, exist_ok=True)
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ.pop("SDL_VIDEODRIVER", None)
WIDTH, HEIGHT = 1280, 800
failures = []
pace = 1.0  # pauses are so much longer: a loaded machine or a sanitizer draws slowly


def pause(seconds):
    time.sleep(seconds * pace)


def check(condition, text):
    print(("ok    " if condition else "FAIL  ") + text, flush=True)
    if not condition:
        failures.append(text)


def start_display():
    for number in range(70, 99):
        if os.path.exists(f"/tmp/.X{number}-lock"):
            continue
        server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(50):
            time.sleep(0.1)
            if os.path.exists(f"/tmp/.X11-unix/X{number}"):
                os.environ["DISPLAY"] = f":{number}"
                return server
        server.kill()
    sys.exit("no free display for Xvfb")


def xdo(*words):
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True).stdout.strip()


class Run:
    """One run of the program; what it recorded and counted is read after it has quit."""

    def __init__(self, name, *arguments):
        self.files = {k: f"{out}/{name}.{k}" for k in ("jsonl", "json", "log")}
        for file in self.files.values():
            if os.path.exists(file):
                os.remove(file)
        self.process = subprocess.Popen([binary, "--size", f"{WIDTH}x{HEIGHT}", "--scale", "1", "--record", self.files["jsonl"],
                                         "--metrics", self.files["json"], *arguments], stderr=open(self.files["log"], "w"))
        self.window = ""
        for _ in range(300):
            time.sleep(0.2)
            self.window = xdo("search", "--onlyvisible", "--pid", self.process.pid).split("\n")[0]
            if self.window or self.process.poll() is not None:
                break
        pause(4)  # loaded and drawn
        geometry = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", self.window).splitlines() if "=" in line)
        self.x, self.y = int(geometry.get("X", 0)), int(geometry.get("Y", 0))
        xdo("windowfocus", self.window)

    def move(self, x, y):
        xdo("mousemove", "--sync", int(self.x + x), int(self.y + y))
        pause(0.08)

    def click(self, x, y):
        self.move(x, y)
        xdo("click", 1)
        pause(0.8)

    def drag(self, x0, y0, x1, y1, steps=12):
        self.move(x0, y0)
        xdo("mousedown", 1)
        for i in range(1, steps + 1):
            self.move(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps)
        pause(0.2)
        xdo("mouseup", 1)
        pause(0.6)

    def key(self, *names):
        for name in names:
            xdo("key", "--window", self.window, name)
            pause(0.35)

    def finish(self, by_key=True):
        if by_key:
            self.key("ctrl+q")
        try:
            code = self.process.wait(timeout=90)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = -1
        self.actions = [json.loads(line) for line in open(self.files["jsonl"])] if os.path.exists(self.files["jsonl"]) else []
        self.report = json.load(open(self.files["json"])) if os.path.exists(self.files["json"]) else {"state": {}, "gl_errors": -1}
        self.log = open(self.files["log"]).read()
        return code

    def did(self, name):
        return [a for a in self.actions if a["action"] == name]


def middle(rect):
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2


def control(controls, *parts):
    names = [n for n in controls if all(p in n for p in parts)]
    check(bool(names), f"a control named like {parts} is on screen")
    return middle(controls[names[0]]) if names else (0, 0)


def learn_layout(name, *arguments):
    """Where things are, from a picture of the same size without a window."""
    subprocess.run([binary, "--size", f"{WIDTH}x{HEIGHT}", "--scale", "1", "--view", "80.41,44.21,7", "--output", f"{out}/{name}.png", "--metrics",
                    f"{out}/{name}.json", *arguments], check=True)
    return json.load(open(f"{out}/{name}.json"))


server = start_display()
try:
    began = time.monotonic()
    layout = learn_layout("layout")
    pace = min(max((time.monotonic() - began) / 2.5, 1), 6)
    print(f"pauses are {pace:.1f} times as long as on an idle machine")
    free, controls = layout["state"]["free_rect"], layout["controls"]
    cx, cy = round(free[0] + free[2] / 2), round(free[1] + free[3] / 2)

    run = Run("visit", "--view", "80.41,44.21,7")
    check(bool(run.window), "the window opens")
    run.click(cx, cy)                                   # Horgos lies under the middle of the map
    run.key("Escape", "Escape")
    run.click(*control(controls, "year", "2020"))
    year_2018, year_2023 = control(controls, "year", "2018"), control(controls, "year", "2023")
    run.drag(*year_2018, *year_2023)
    run.click(*control(controls, "eye", "roads"))
    run.drag(cx, cy, cx - 160, cy + 60)
    run.move(cx, cy)
    xdo("click", 4)
    xdo("click", 4)
    pause(1)
    run.key("plus", "minus", "Left", "shift+Left", "ctrl+z", "ctrl+y")
    xdo("windowsize", "--sync", run.window, 1000, 700)
    pause(1)
    run.key("F11")
    pause(1.5)
    run.key("F11")
    pause(1)
    code = run.finish()
    state = run.report["state"]
    check(code == 0, f"quits with 0 (was {code})")
    check(run.report["gl_errors"] == 0, "no OpenGL error")
    check(len(run.did("tap")) >= 1, "a click on the map is a tap")
    check(len(run.did("clear_selection")) >= 1, "the tap opened a card, Escape closed it")
    years = [a["year"] for a in run.did("set_year")]
    check(2020 in years and 2023 in years and len(set(years)) >= 5, f"the year bar takes taps and drags: {years}")
    check(state.get("layers", {}).get("roads") is False, "the eye hides the roads")
    check(len(run.did("drag")) >= 5, "dragging moves the map")
    check(len(run.did("zoom_at")) >= 4, "wheel and keys zoom")
    check(len(run.did("undo")) == 1 and len(run.did("redo")) == 1, "undo and redo")
    check(any(a["width"] == 1000 and a["height"] == 700 for a in run.did("resize")), "the window resizes")
    check([a["on"] for a in run.did("set_fullscreen")] == [True, False], "full screen and back")
    check("error" not in run.log.lower().replace("gl_errors", ""), f"nothing on stderr:\n{run.log[-2000:]}")

    # The card, read off the state at the end. Several things lie at Horgos: the port is chosen from the list.
    with open(f"{out}/tap.jsonl", "w") as tap:
        tap.write(json.dumps({"action": "tap", "x": cx, "y": cy}) + "\n")
    choices = learn_layout("choices", "--replay", f"{out}/tap.jsonl")["controls"]
    card = Run("card", "--view", "80.41,44.21,7")
    card.click(cx, cy)
    card.click(*control(choices, "candidate/port/horgos"))
    check(card.finish() == 0, "a second visit quits with 0")
    check(card.report["state"].get("selection") == "horgos", f"tap and choice select Horgos (was '{card.report['state'].get('selection')}')")
    check("8730" in card.report.get("shown_numbers", []), "its card shows 8730 trains for 2024")

    # The keyboard: what is typed is found, cut and pasted; the ruler takes taps instead of cards.
    typed = Run("typed")
    typed.key("slash")
    xdo("type", "--window", typed.window, "--delay", 40, "horgosx")
    pause(0.8)
    typed.key("BackSpace", "shift+Home", "ctrl+x", "ctrl+v", "Return")
    pause(4)  # a click during the flight would only end it
    typed.key("m")
    typed.click(cx, cy)
    typed.click(cx - 160, cy + 60)  # the card is open on the other side
    typed.key("BackSpace", "Escape")
    check(typed.finish() == 0, "a visit by keyboard quits with 0")
    texts = [a["text"] for a in typed.did("set_search")]
    check(texts[-4:] == ["horgosx", "horgos", "", "horgos"], f"letters, Backspace, cut and paste: {texts}")
    check([a["subject"] for a in typed.did("select")] == ["horgos"], f"Enter opens what was found: {typed.did('select')}")
    check(len(typed.did("fly_to")) == 1, "and goes there")
    check(len(typed.did("tap")) == 2 and len(typed.did("remove_measure_point")) == 1, f"two points, one taken back: {[a for a in typed.did('tap')]}, {len(typed.did('remove_measure_point'))}")
    check([a["on"] for a in typed.did("set_measuring")] == [True, False], "the ruler starts and ends")

    # What was recorded can be replayed without a display, and ends in the same state.
    subprocess.run([binary, "--size", f"{WIDTH}x{HEIGHT}", "--scale", "1", "--view", "80.41,44.21,7", "--replay", card.files["jsonl"], "--output", f"{out}/replay.png",
                    "--metrics", f"{out}/replay.json"], check=True)
    check(json.load(open(f"{out}/replay.json"))["state"]["selection"] == "horgos", "the record replays to the same card")

    # Nothing moves: nothing is drawn. It ends by itself, for the key to quit would be drawn too.
    idle = Run("idle", "--quit-after", str(round(10 + 14 * pace)))
    check(idle.finish(by_key=False) == 0, "an idle window quits with 0")
    check(idle.report.get("idle_s", 0) > 9, f"no frame for {idle.report['idle_s']:.1f} s of an idle map")
finally:
    server.kill()
sys.exit(1 if failures else 0)
