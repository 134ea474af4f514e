#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lueur-agent against a desktop of the test's own: what it sends, when, once, and what it leaves alone."""
import datetime
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

AGENT, TOOL, SUPPORT = sys.argv[1:4]
sys.path.insert(0, SUPPORT)

# A bus of its own, before anything looks for one.
daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
os.environ["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
from desktop import Desktop  # noqa: E402
from gi.repository import GLib  # noqa: E402

HOUR = 3600 * 1000000
NAME = "io.github.lueur_app.Lueur.Agent"


def turn(check, seconds=5.0):
    end = time.monotonic() + seconds
    while not check():
        if time.monotonic() > end:
            return False
        GLib.MainContext.default().iteration(False) or time.sleep(0.01)
    return True


class Home:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lueur-agent-"))
        self.path = self.folder / "lueur" / "lueur.db"
        self.env = dict(os.environ, XDG_DATA_HOME=str(self.folder), GSETTINGS_BACKEND="memory", TZ="UTC",
                        GNOTIFICATION_BACKEND="gtk", GTK_USE_PORTAL="0")
        self.path.parent.mkdir(mode=0o700)
        subprocess.run([TOOL, "store", "seed", str(self.path.parent), "--messages", "2"], check=True, env=self.env, stdout=subprocess.DEVNULL)
        self.sql("DELETE FROM persona")

    def sql(self, text, *values):
        db = sqlite3.connect(self.path, timeout=5, isolation_level=None)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            return db.execute(text, values).fetchall()
        finally:
            db.close()

    def person(self, minutes_ago=0, since=-24 * HOUR, **more):
        """Somebody whose morning word was due so many minutes ago."""
        now = datetime.datetime.now(datetime.timezone.utc)
        minute = (now.hour * 60 + now.minute - minutes_ago) % 1440
        body = dict({"name": "Lune", "language": "en", "morning": True, "morning-time": minute}, **more)
        stamp = int(now.timestamp() * 1000000) + since
        return self.sql("INSERT INTO persona (body, version, created_at, updated_at) VALUES (?, 1, ?, ?) RETURNING id",
                        json.dumps(body), stamp, stamp)[0][0]

    def run(self, *args):
        return subprocess.run([AGENT, *args], env=self.env, capture_output=True, text=True, timeout=20)

    def start(self):
        return subprocess.Popen([AGENT], env=self.env, stderr=subprocess.PIPE, text=True)

    def log(self):
        return self.sql("SELECT persona, kind FROM ritual_log ORDER BY 1, 2")

    def close(self):
        shutil.rmtree(self.folder)


def case(function):
    cases.append(function)
    return function


cases = []


@case
def sends_once(home, desktop):
    one = home.person()
    home.person(minutes_ago=-60, name="Later")
    # A dry run tells and does nothing.
    told = home.run("--dry-run").stdout
    assert f"{one}\tmorning\tdue\tGood morning." in told and told.count("due") == 1, told
    assert not home.log() and not desktop.added
    began = time.monotonic()
    assert home.run("--once").returncode == 0
    # In a sandbox, what somebody sends who has ended already is dropped.
    assert time.monotonic() - began >= 1, "it did not stay until it was heard"
    assert turn(lambda: desktop.added == 1), desktop.standing
    what = desktop.only()
    assert what["title"] == "Lune" and what["body"].startswith("Good morning."), what
    assert what["default"] == ("app.ritual", (one, "morning")), what
    assert f"ritual-{one}-morning" in desktop.standing
    assert home.log() == [(one, "morning")]
    # Once a day, however often it is started.
    for _ in range(3):
        assert home.run("--once").returncode == 0
    turn(lambda: False, 0.3)
    assert desktop.added == 1


@case
def speaks_their_language(home, desktop):
    home.person(name="Élio", language="fr", formal=True, nickname="Lio")
    home.run("--once")
    assert turn(lambda: desktop.added == 1)
    what = desktop.only()
    assert what["title"] == "Lio" and "vous" in what["body"].lower() and what["body"].startswith("Bonjour."), what


@case
def leaves_alone(home, desktop):
    home.person(minutes_ago=130)
    home.person(minutes_ago=1, since=0)  # turned on just now, for a minute ago
    home.person(morning=False)
    body = home.person()
    home.sql("UPDATE persona SET archived = 1 WHERE id = ?", body)
    body = home.person()
    home.sql("UPDATE persona SET deleted_at = 1 WHERE id = ?", body)
    home.sql("INSERT INTO persona (body, version, created_at, updated_at) VALUES ('not JSON', 1, 1, 1)")
    home.sql("INSERT INTO persona (body, version, created_at, updated_at) VALUES ('[true]', 1, 1, 1)")
    assert home.run("--once").returncode == 0
    turn(lambda: False, 0.3)
    assert desktop.added == 0, desktop.standing


@case
def stays_and_goes(home, desktop):
    who = home.person(minutes_ago=-90)
    agent = home.start()
    try:
        assert turn(lambda: has_owner(desktop, NAME))
        # The app says that something changed.
        home.sql("UPDATE persona SET body = json_set (body, '$.morning-time', (json_extract (body, '$.morning-time') + 1440 - 91) % 1440)")
        desktop.activate(NAME, "refresh", None)
        assert turn(lambda: desktop.added == 1), "refresh did nothing"
        # Turned off: what stands is taken back, and there is nothing left to stay for.
        home.sql("UPDATE persona SET body = json_set (body, '$.morning', json ('false'))")
        desktop.activate(NAME, "refresh", None)
        assert turn(lambda: not desktop.standing), "a notification of something turned off stays"
        assert turn(lambda: agent.poll() is not None), "it stays although no ritual is on"
        assert agent.returncode == 0, agent.returncode
        assert home.sql("SELECT count (*) FROM ritual_log WHERE persona = ?", who) == [(1,)]
    finally:
        agent.kill()
        agent.wait()


def comes_on_its_minute(home, desktop):
    # Due at the next full minute: nobody tells it.
    seconds = 60 - datetime.datetime.now().second
    if seconds < 3:
        time.sleep(seconds + 1)
        seconds = 60
    home.person(minutes_ago=-1)
    agent = home.start()
    try:
        assert turn(lambda: has_owner(desktop, NAME))
        assert desktop.added == 0
        assert turn(lambda: desktop.added == 1, seconds + 3), "it slept over its minute"
        assert datetime.datetime.now().second < 3
    finally:
        agent.kill()
        agent.wait()


@case
def hands_a_click_on(home, desktop):
    who = home.person()
    agent = home.start()
    clicked = []
    node = desktop_node()
    app = desktop.bus.register_object("/io/github/lueur_app/Lueur", node, lambda *a: (clicked.append(a[5].unpack()), a[6].return_value(None)), None, None)
    own(desktop, "io.github.lueur_app.Lueur")
    try:
        assert turn(lambda: desktop.added == 1)
        assert desktop.only()["app"] == NAME
        desktop.open()
        assert turn(lambda: clicked), "nobody opened the app"
        action, parameters, platform = clicked[0]
        assert action == "ritual" and parameters == [(who, "morning")], clicked
    finally:
        desktop.bus.unregister_object(app)
        agent.kill()
        agent.wait()


@case
def bad_databases(home, desktop):
    home.person()
    # Of a later version, damaged, or none: left alone, and no hang.
    version = home.sql("PRAGMA user_version")[0][0]
    home.sql("PRAGMA user_version = 99")
    result = home.run("--dry-run")
    assert result.returncode == 1 and "schema" in result.stderr, result
    assert home.run("--once").returncode == 0
    home.sql(f"PRAGMA user_version = {version}")
    # Somebody holds it for longer than it waits: not sent, because it could be sent twice.
    holder = sqlite3.connect(home.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert home.run("--once").returncode == 0
    assert time.monotonic() - began < 8
    holder.execute("ROLLBACK")
    holder.close()
    turn(lambda: False, 0.3)
    assert desktop.added == 0 and not home.log()
    home.path.write_bytes(b"nothing of ours")
    assert home.run("--dry-run").returncode == 1
    assert home.path.read_bytes() == b"nothing of ours"
    home.path.unlink()
    result = home.run("--dry-run")
    assert result.returncode == 0 and result.stdout == "", result
    assert not home.path.exists()


@case
def services_missing(home, desktop):
    home.person()
    desktop.close()
    home.env["G_DEBUG"] = ""  # GLib itself warns that nobody takes its notifications
    began = time.monotonic()
    assert home.run("--once").returncode == 0
    env = dict(home.env)
    home.env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    home.run("--once")
    home.env = env
    assert time.monotonic() - began < 8


def desktop_node():
    from gi.repository import Gio
    return Gio.DBusNodeInfo.new_for_xml(
        "<node><interface name='org.freedesktop.Application'><method name='ActivateAction'><arg type='s' direction='in'/>"
        "<arg type='av' direction='in'/><arg type='a{sv}' direction='in'/></method></interface></node>").interfaces[0]


def own(desktop, name):
    desktop.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                          GLib.Variant("(su)", (name, 4)), None, 0, -1, None)


def has_owner(desktop, name):
    return desktop.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                 GLib.Variant("(s)", (name,)), None, 0, -1, None).unpack()[0]


def main():
    if "--slow" in sys.argv:
        cases[:] = [comes_on_its_minute]
    print(f"1..{len(cases)}")
    failed = 0
    try:
        for number, function in enumerate(cases, 1):
            home, desktop = Home(), Desktop("gtk")
            try:
                function(home, desktop)
                print(f"ok {number} {function.__name__}", flush=True)
            except Exception as error:  # whatever it is, the next case is run
                failed += 1
                print(f"not ok {number} {function.__name__} - {type(error).__name__}: {error}", flush=True)
            finally:
                if not desktop.bus.is_closed():
                    desktop.close()
                home.close()
    finally:
        daemon.kill()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
