#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, used in its sandbox as a person with a screen reader would.

Window, talk with the built-in companion, talk with a server on this machine, a key kept through the portal of secrets,
cards in and out through the chooser of files, notifications and their buttons, rituals in the background, French, the
desktop's colours, and nothing in the sandbox but what docs/flatpak.md says. usage: test_sandbox.py PORTAL-LOG FOLDER [CHECK…]
"""
import datetime
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "e2e"))
from desk import Atspi, Desk, Model, wait  # noqa: E402
from gi.repository import Gio, GLib  # noqa: E402

APP = "io.github.lueur_app.Lueur"
REPLY = "A bird on the sill is a good start to a day."
KEY = "sk-sandbox-0123456789"
FOLDER = pathlib.Path(sys.argv[2])
DATA = pathlib.Path.home() / ".var/app" / APP
MOCK = ("org.freedesktop.impl.portal.desktop.lueurmock", "/org/freedesktop/portal/desktop")
# (flatpak tells of fallback-x11 as both, and gives x11 only where there is no Wayland.)
PERMISSIONS = {"shared": {"network", "ipc"}, "sockets": {"wayland", "fallback-x11", "x11"}, "devices": {"dri"}}


def portal_calls(method):
    with open(sys.argv[1], encoding="utf-8") as log:
        return [entry["arguments"] for entry in map(json.loads, log) if entry["method"] == method]


def press(key, action=""):
    """The person uses a notification: one of its buttons, or the whole of it."""
    Gio.bus_get_sync(Gio.BusType.SESSION, None).call_sync(
        *MOCK, "io.github.lueur_app.Test.Person", "Press", GLib.Variant("(sss)", (APP, key, action)), None, 0, 10000, None)


def noon():
    """A time zone in which it is about midday: nothing leaves the window at night."""
    return f"MID{datetime.datetime.now(datetime.timezone.utc).hour - 12:+d}"


def running():
    shown = subprocess.run(["flatpak", "ps", "--columns=application"], capture_output=True, text=True).stdout
    return APP in shown


def sandbox(*args, **environment):
    run = ["flatpak", "run", *(f"--env={k}={v}" for k, v in environment.items())]
    return [*run, *args]


def check_permissions():
    shown = subprocess.run(["flatpak", "info", "--show-permissions", APP], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in shown.splitlines():
        if "=" in line:
            key, values = line.split("=", 1)
            found[key] = {v for v in values.split(";") if v}
    assert found == PERMISSIONS, found


def check_inside():
    """What a program in the sandbox finds: no home of ours, and no name on the buses but its own."""
    home = pathlib.Path.home() / "a-private-file"
    home.write_text("not for apps")
    inside = subprocess.run(sandbox("--command=sh", APP, "-c", f"cat '{home}'; ls /app/bin"), capture_output=True, text=True)
    assert "not for apps" not in inside.stdout, "the sandbox reads the home folder"
    assert "lueur" in inside.stdout.split(), inside.stdout + inside.stderr


def talk(desk, text, contains=None):
    desk.type_into(desk.find(role="text", name="Message"), text)
    desk.click("Send")
    desk.find(role="article", contains=text)
    if contains:
        desk.find(contains=contains, seconds=30)


def connect(desk, model):
    desk.key("ctrl+comma")
    desk.find(role="combo box", name="Answers Come From")
    desk.tab_to("Answers Come From")
    desk.key("space")
    desk.find(contains="Another server")
    desk.key("End")
    desk.key("Return")
    address = desk.find(role="text", name="Address")
    desk.type_into(address, model.url)
    desk.press_apply(address)
    desk.find(contains="It works")
    desk.tab_to("Key, If Any")
    desk.keys(KEY)
    desk.key("Return")
    desk.tab_to("Model")
    desk.keys("good")
    desk.key("Return")
    desk.key("Escape")
    desk.gone(contains="It works")


def check_english():
    with Model("--reply", REPLY) as model, Desk(command=sandbox(APP)) as desk:
        desk.start(seconds=60)
        desk.find(contains="Welcome to Lueur", seconds=30)
        desk.picture("welcome")
        desk.click("Just Talk")
        talk(desk, "A bird sat on my window this morning.")
        wait("a reply of the built-in companion", lambda: sum(1 for _ in desk.all(role="article")) >= 2, 30)
        connect(desk, model)
        talk(desk, "And it sang.", contains=REPLY)
        desk.picture("reply")
        assert portal_calls("RetrieveSecret"), "the key was not kept through the portal"
        assert desk.quit() == 0
        data = pathlib.Path.home() / ".var/app" / APP
        kept = [p for p in data.rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()]
        assert not kept, f"the key lies open in {kept}"
        desk.start(seconds=60)
        desk.find(contains=REPLY, seconds=30)
        assert desk.quit() == 0
        log = desk.log.read_text()
        assert "CRITICAL" not in log, log


def choose(desk, menu, *steps):
    """Opens a menu and goes down so many rows, by the keys; each further number goes down a menu in it."""
    desk.click(menu, role="toggle button", seconds=30)
    desk.find(role="menu item")
    for step in steps:
        time.sleep(0.5)
        for _ in range(step):
            desk.key("Down")
        desk.key("Return")


def open_companion(desk):
    desk.start(seconds=60)
    choose(desk, "Conversation Menu", 4)
    desk.find(role="toggle button", name="More")


def check_files():
    """A card goes out through the chooser and comes back in; the sandbox sees that one file and nothing around it."""
    with Desk(command=sandbox(APP)) as desk:
        open_companion(desk)
        choose(desk, "More", 1, 2)
        desk.find(contains="was exported")
        asked = portal_calls("SaveFile")[-1]
        saved = FOLDER / asked[4]["current_name"]
        assert asked[1] == APP and saved.suffix == ".json", asked
        card = json.loads(saved.read_text(encoding="utf-8"))
        assert card["spec"] == "chara_card_v2" or card["spec"] == "chara_card_v3", card["spec"]
        assert card["data"]["name"] == saved.stem
        card["data"]["name"] = "Marcelline"
        (FOLDER / "open" / "card.json").write_text(json.dumps(card), encoding="utf-8")
        desk.picture("exported")
        desk.key("ctrl+shift+l")
        choose(desk, "Add a Companion", 2)
        desk.find(contains="Marcelline")
        assert portal_calls("OpenFile")[-1][1] == APP
        desk.picture("import")
        desk.key("Escape")
        desk.gone(contains="Marcelline")
        assert desk.quit() == 0
        # What was handed over is a document of its own.
        inside = subprocess.run(sandbox("--command=sh", APP, "-c", f"cat '{FOLDER}'/open/card.json '{saved}'"), capture_output=True, text=True)
        assert "Marcelline" not in inside.stdout, "the sandbox reads the folder of a file that it was given"


def check_nudge():
    """A pause is suggested through the portal after a minute; the notification's button is the app's own."""
    keyfile = DATA / "config/glib-2.0/settings/keyfile"
    kept = keyfile.read_text() if keyfile.exists() else ""
    group = "[io/github/lueur_app/Lueur]"
    keyfile.parent.mkdir(parents=True, exist_ok=True)
    keyfile.write_text(kept.replace(group, f"{group}\nnudge-minutes=uint32 1") if group in kept else f"{kept}\n{group}\nnudge-minutes=uint32 1\n")
    with Desk(command=sandbox(APP, TZ=noon())) as desk:
        desk.start(seconds=60)
        desk.find(role="text", name="Message", seconds=30)
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "lueur"], check=True, capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
        moved = 0

        def sent():
            nonlocal moved
            moved += 1
            subprocess.run(["xdotool", "mousemove", str(300 + moved % 2 * 40), "300"], check=True)
            time.sleep(2)
            return [call for call in portal_calls("AddNotification") if call[1] == "nudge"]

        app, key, what = wait("a suggestion", sent, 150)[-1]
        assert app == APP and "since the last pause" in what["title"], what
        assert [b["action"] for b in what["buttons"]] == ["app.nudge-break", "app.nudge-later", "app.nudge-not-today"], what
        desk.find(name="In 5 Minutes")
        press("nudge", "app.nudge-later")
        desk.gone(name="In 5 Minutes")
        assert desk.quit() == 0
    keyfile.write_text(keyfile.read_text().replace("nudge-minutes=uint32 1", "nudge-minutes=uint32 0"))


def change_ritual(**what):
    db = sqlite3.connect(DATA / "data/lueur/lueur.db", isolation_level=None)
    number, body = db.execute("SELECT id, body FROM persona WHERE deleted_at IS NULL ORDER BY id").fetchone()
    body = dict(json.loads(body), **what)
    db.execute("UPDATE persona SET body = ?, created_at = 1, updated_at = 1 WHERE id = ?", (json.dumps(body), number))
    db.close()
    return number, body["name"]


def check_rituals():
    """A morning word with the window closed; a click on it starts the app; the desktop starts what sends it, while it is on."""
    assert not portal_calls("EnableAutostart"), "started with the desktop, although no ritual is on"
    wait("the app to be gone", lambda: not running(), 20)
    hour = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=1)
    number, name = change_ritual(morning=True, **{"morning-time": hour.hour * 60 + hour.minute})
    agent = ("--command=lueur-agent", APP)
    told = subprocess.run(sandbox(*agent, "--dry-run", TZ="UTC"), capture_output=True, text=True, timeout=60)
    assert f"{number}\tmorning\tdue\t" in told.stdout, (told, hour, number)
    done = subprocess.run(sandbox(*agent, "--once", TZ="UTC"), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not done.stderr, done.stderr
    key = f"ritual-{number}-morning"
    sent = wait("the morning word", lambda: [call for call in portal_calls("AddNotification") if call[1] == key])
    assert sent[0][0] == APP and sent[0][2]["title"] == name, sent
    said = sent[0][2]["body"]
    assert said.startswith("Good morning"), said
    press(key)
    with Desk(command=sandbox(APP, TZ="UTC")) as desk:
        desk.app = wait("the app, started by the click", lambda: find_started(), 60)
        desk.find(contains=said, seconds=30)
        desk.picture("ritual")
        asked = wait("to be started with the desktop", lambda: portal_calls("EnableAutostart"))[-1]
        assert asked[:4] == [APP, True, ["flatpak", "run", "--command=lueur-agent", APP], 0], asked
        wait("what sends it, running", lambda: "lueur-agent" in processes())
        desk.key("ctrl+q")
        wait("the window to be gone", lambda: find_started() is None, 20)
        change_ritual(morning=False)
        desk.start(seconds=60)
        wait("it to be withdrawn", lambda: portal_calls("EnableAutostart")[-1][1] is False)
        wait("what sends it to end", lambda: "lueur-agent" not in processes(), 20)
        assert len(portal_calls("EnableAutostart")) == 2
        assert desk.quit() == 0


def processes():
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/comm"):
        try:
            found.append(path.read_text().strip())
        except OSError:
            pass
    return found


def find_started():
    root = Atspi.get_desktop(0)
    for i in range(root.get_child_count()):
        app = root.get_child_at_index(i)
        if app is not None and app.get_name() == "lueur" and app.get_child_count() > 0:
            return app
    return None


def check_french():
    with Desk(command=sandbox(APP, LC_ALL="fr_FR.UTF-8", LANGUAGE="fr")) as desk:
        desk.start(seconds=60)
        desk.find(name="Menu de la conversation", seconds=30)
        picture = desk.picture("french")
        desk.quit()
    # The desktop's portal says dark and purple.
    def colour(of):
        out = subprocess.run(["convert", str(picture), "-depth", "8", *of, "txt:-"], check=True, capture_output=True, text=True).stdout
        return [tuple(int(part[i:i + 2], 16) for i in (0, 2, 4)) for part in re.findall(r"#([0-9A-F]{6})", out)]

    ground = colour(["-resize", "1x1!"])[0]
    assert sum(ground) < 3 * 90, f"not dark: {ground}"
    seen = colour(["-colors", "96", "-unique-colors"])
    assert any(red - green > 25 and blue - green > 35 for red, green, blue in seen), f"no purple: {seen}"


def main():
    os.environ.setdefault("LUEUR_BUILD", os.getcwd())
    only = sys.argv[3:]
    for check in (check_permissions, check_inside, check_english, check_files, check_nudge, check_rituals, check_french):
        if only and check.__name__.removeprefix("check_") not in only:
            continue
        check()
        print("ok", check.__name__.removeprefix("check_"), flush=True)


if __name__ == "__main__":
    main()
