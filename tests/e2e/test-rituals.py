#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning word with the window closed: lueur-agent sends it, a click starts Lueur on it, and it stands there once."""
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

from desk import PREFIX, TOP, Atspi, Desk, wait
from gi.repository import GLib

sys.path.insert(0, str(TOP / "tests/support"))
from desktop import Desktop  # noqa: E402

APP = "io.github.lueur_app.Lueur"


def spin(seconds=0.05):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False) or time.sleep(0.01)


def ask(bus, method, signature, *values):
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                         GLib.Variant(signature, values), None, 0, -1, None)


def find_app(desk, bus):
    """The Lueur that the bus started."""
    if not ask(bus, "NameHasOwner", "(s)", APP).unpack()[0]:
        return None
    pid = ask(bus, "GetConnectionUnixProcessID", "(s)", APP).unpack()[0]
    root = Atspi.get_desktop(0)
    for i in range(root.get_child_count()):
        app = root.get_child_at_index(i)
        if app is not None and app.get_process_id() == pid and app.get_child_count() > 0:
            return app
    return None


def main():
    desktop = Desktop("gtk")
    with Desk(GNOTIFICATION_BACKEND="gtk", TZ="UTC") as desk:
        folder = desk.home / "data" / "lueur"
        subprocess.run([f"{PREFIX}/bin/lueur-tool", "store", "seed", str(folder), "--messages", "4"], check=True,
                       stdout=subprocess.DEVNULL)
        now = datetime.datetime.now(datetime.timezone.utc)
        db = sqlite3.connect(folder / "lueur.db", isolation_level=None)
        body = json.loads(db.execute("SELECT body FROM persona").fetchone()[0])
        body.update({"morning": True, "morning-time": now.hour * 60 + now.minute})
        db.execute("UPDATE persona SET body = ?, updated_at = 1", (json.dumps(body),))
        db.close()
        # What the bus starts lives in this home.
        keys = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_DIRS", "GSETTINGS_BACKEND",
                "GSETTINGS_SCHEMA_DIR", "GNOTIFICATION_BACKEND", "LANGUAGE", "LC_ALL", "LOCPATH", "TZ", "PATH", "G_DEBUG",
                "DISPLAY", "GDK_BACKEND", "GSK_RENDERER", "GTK_A11Y", "GTK_USE_PORTAL", "GDK_DEBUG", "ADW_DISABLE_PORTAL",
                "XAUTHORITY", "HOME", "XDG_RUNTIME_DIR")
        ask(desktop.bus, "UpdateActivationEnvironment", "(a{ss})", {k: desk.env[k] for k in keys if k in desk.env})

        # Where the bus looks for what it may start, beside the folders it knew when it began.
        services = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "dbus-1/services"
        services.mkdir(parents=True, exist_ok=True)
        links = [services / f"{name}.service" for name in (APP, f"{APP}.Agent")]
        for link in links:
            shutil.copy(pathlib.Path(PREFIX) / "share/dbus-1/services" / link.name, link)
        desktop.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig", None,
                              None, 0, -1, None)

        agent = subprocess.Popen([f"{PREFIX}/bin/lueur-agent"], env=desk.env)
        try:
            wait("the morning word", lambda: spin() or desktop.standing)
            said = desktop.only()["body"]
            assert said.startswith("Good morning."), said
            assert desktop.only()["title"] == body["name"]
            assert not ask(desktop.bus, "NameHasOwner", "(s)", APP).unpack()[0], "the window was not closed"
            target = desktop.only()["default"][1]
            desktop.open()
            desk.app = wait("Lueur, started by the click", lambda: spin() or find_app(desk, desktop.bus), 20)
            desk.find(contains=said)
            desk.picture("said")
            # An old notification, clicked again, says nothing twice.
            desktop.activate(APP, "ritual", target)
            spin(1)
            db = sqlite3.connect(folder / "lueur.db")
            count = db.execute("SELECT count (*) FROM message WHERE text = ? AND role = 'companion' AND scripted", (said,)).fetchone()
            db.close()
            assert count == (1,), count
            # It is turned on: the desktop starts it from now on.
            autostart = desk.home / "config/autostart" / f"{APP}.Agent.desktop"
            wait("the autostart file", autostart.exists)
            desktop.activate(APP, "quit", None)
            wait("Lueur to end", lambda: spin() or not ask(desktop.bus, "NameHasOwner", "(s)", APP).unpack()[0])
            assert agent.poll() is None, "the agent ended with the window"
            assert desktop.added == 1
        finally:
            agent.kill()
            agent.wait()
            for link in links:
                link.unlink()
    desktop.close()
    print("ok")


if __name__ == "__main__":
    main()
