#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day with Lueur under a clock of the test's own, from its first minute to the third suggestion that nobody heeds, and
silence until tomorrow; what it sends is read back from the desktop. Then the desktops there are, and those there are not."""
import os
import pathlib
import subprocess
import sys
import time

from desk import PREFIX, TOP, Desk, wait
from gi.repository import GLib

sys.path.insert(0, str(TOP / "tests/support"))
from desktop import Desktop  # noqa: E402

APP = "io.github.lueur_app.Lueur"
STEERED = pathlib.Path(os.environ["LUEUR_BUILD"]) / "tests/e2e/steered"
NOTICE = "You are talking to an AI, not a human. It does not feel emotions."
NOW = "1777881600"  # 2026-05-04, 10:00 in Paris


class Life:
    """Somebody who uses Lueur at a pace of the test's own."""

    def __init__(self, desk, bus):
        self.desk, self.bus, self.moved = desk, bus, 0

    def clock(self, method, seconds):
        began = time.monotonic()
        self.bus.call_sync(APP, "/clock", "io.github.lueur_app.Test.Clock", method, GLib.Variant("(x)", (seconds,)),
                           None, 0, 5000, None)
        # Whatever the desktop does, the window answers.
        assert time.monotonic() - began < 2, f"{method} took {time.monotonic() - began:.1f} s"

    def touch(self):
        self.moved += 1
        x = 300 + 40 * (self.moved % 2)
        subprocess.run(["xdotool", "mousemove", str(x), "300"], check=True)
        time.sleep(0.05)

    def use(self, minutes):
        for _ in range(minutes):
            self.clock("Advance", 60)
            self.touch()
        spin()


def spin(seconds=0.25):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False) or time.sleep(0.01)


def seed(desk):
    folder = desk.home / "data" / "lueur"
    subprocess.run([f"{PREFIX}/bin/lueur-tool", "store", "seed", str(folder), "--messages", "4", "--now", NOW],
                   check=True, stdout=subprocess.DEVNULL)
    return folder / "lueur.db"


def start(desk, bus):
    desk.command = [str(STEERED)]
    desk.start()
    desk.find(role="text", name="Message")
    life = Life(desk, bus)
    life.touch()
    focus()
    return life


def focus():
    """There is no window manager here to give the window the focus."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "lueur"], check=True, capture_output=True, text=True)
    subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[-1]], check=True)


def banner(desk):
    return desk.has(role="button", name="In 5 Minutes") or desk.has(role="push button", name="In 5 Minutes")


def a_day():
    desktop = Desktop("gtk")
    with Desk(GNOTIFICATION_BACKEND="gtk") as desk:
        seed(desk)
        life = start(desk, desktop.bus)
        desk.find(contains=NOTICE)
        life.use(28)
        assert desktop.added == 0 and not banner(desk), "a pause is suggested too early"
        life.use(3)
        for ignored in range(1, 4):
            wait(f"suggestion {ignored}", lambda: spin(0.05) or desktop.added == ignored)
            what = desktop.only()
            assert what["app"] == APP and "minutes since the last pause" in what["title"], what
            assert [action for _, action in what["buttons"]] == ["app.nudge-break", "app.nudge-later", "app.nudge-not-today"]
            assert list(desktop.standing) == ["nudge"], desktop.standing
            wait("the banner says the same", lambda: banner(desk))
            desk.find(contains=what["title"])
            life.use(6)  # nobody says anything: it goes by itself
            wait("it to be withdrawn", lambda: spin(0.05) or not desktop.standing)
            if ignored < 3:
                life.use(25)
        # Silence until tomorrow; the notice comes after three hours all the same.
        assert not desk.has(contains=NOTICE)
        life.use(84)
        desk.find(contains=NOTICE)
        life.use(20)
        assert desktop.added == 3 and not banner(desk), "it does not keep silent"
        life.clock("Suspend", 20 * 3600)
        life.touch()
        life.use(31)
        assert desktop.added == 4, "the next day has none"
        # The answers, from the desktop.
        desktop.press("In 5 Minutes")
        spin()
        wait("the banner to go", lambda: not banner(desk))
        life.use(6)
        assert desktop.added == 5 and list(desktop.standing) == ["nudge"]
        desktop.open()
        desk.find(role="text", name="Message")
        focus()
        desk.click("Take a Break")
        wait("the banner to go", lambda: not banner(desk))
        life.use(32)
        assert desktop.added == 6, desktop.added
        # And from the window: the desktop follows.
        desk.click("Not Today")
        wait("it to be withdrawn", lambda: spin(0.05) or not desktop.standing)
        life.use(60)
        assert desktop.added == 6, "not today is not today"
        # A clock set back a year changes nothing of that.
        life.clock("Jump", -365 * 86400)
        life.use(10)
        assert not banner(desk) or desktop.added <= 7
        life.clock("Jump", 365 * 86400)
        # Two days later: what stands is taken back on leaving.
        life.clock("Suspend", 44 * 3600)
        life.touch()
        before = desktop.added
        life.use(31)
        assert desktop.added == before + 1
        assert desk.quit() == 0
        spin()
        assert not desktop.standing, "a notification outlives the program"
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    desktop.close()


def another_desktop(kind):
    desktop = Desktop(kind)
    with Desk(GNOTIFICATION_BACKEND=kind, **({"GIO_USE_PORTALS": "1"} if kind == "portal" else {})) as desk:
        seed(desk)
        life = start(desk, desktop.bus)
        life.use(31)
        wait("a notification", lambda: spin(0.05) or desktop.standing)
        assert "minutes since" in desktop.only()["title"]
        desktop.press("In 5 Minutes")
        spin()
        wait("the banner to go", lambda: not banner(desk))
        life.use(6)
        wait("it again, and one alone", lambda: spin(0.05) or len(desktop.standing) == 1)
        life.use(6)
        wait("it to be withdrawn", lambda: spin(0.05) or not desktop.standing)
        life.use(26)
        wait("it once more", lambda: spin(0.05) or len(desktop.standing) == 1)
        desktop.open()
        spin()
        desk.find(role="text", name="Message")
        focus()
        desk.click("Not Today")
        assert desk.quit() == 0
        spin()
        assert not desktop.standing
    desktop.close()


def no_desktop(hangs):
    """Nobody takes notifications, or somebody who never answers: the window says it, and goes on."""
    desktop = Desktop("freedesktop")
    desktop.hangs = hangs
    bus = desktop.bus
    if not hangs:
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReleaseName",
                      GLib.Variant("(s)", ("org.freedesktop.Notifications",)), None, 0, -1, None)
    with Desk(GNOTIFICATION_BACKEND="freedesktop") as desk:
        seed(desk)
        life = start(desk, bus)
        life.use(31)
        wait("the banner", lambda: banner(desk))
        desk.click("In 5 Minutes")
        wait("the banner to go", lambda: not banner(desk))
        life.use(6)
        wait("the banner again", lambda: banner(desk))
        desk.click("Not Today")
        assert desk.quit() == 0
        assert "CRITICAL" not in desk.log.read_text()
    desktop.close()


def main():
    a_day()
    print("a day: ok", flush=True)
    for kind in ("freedesktop", "portal"):
        another_desktop(kind)
        print(f"{kind}: ok", flush=True)
    for hangs in (True, False):
        no_desktop(hangs)
        print(f"{'a service that hangs' if hangs else 'no service'}: ok", flush=True)


if __name__ == "__main__":
    main()
