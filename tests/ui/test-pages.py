#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the app, looked through: names, sizes for fingers, contrast, cut words, the way of the focus.

    test-pages.py [ROW…]     (LUEUR_VIEWS and LUEUR_KINDS: some views, some kinds alone; LUEUR_SHOTS: a folder for pictures)

The real application goes through the views of tools/dev/views.py, mostly in a window as tall as its longest page; what
tests/ui/inspect.h finds is a failure. One TAP line a row: a style, a size and a language.
"""
import concurrent.futures
import contextlib
import os
import pathlib
import queue
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["LUEUR_TOP"]) / "tools/dev"))
from views import ACCENTS, EMPTY, FULL, Studio  # noqa: E402

TALL = 2600
HIGH = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
LARGE = {"LUEUR_TEXT_SCALE": "2"}
# Name, locale, scheme, width (in a tall window, unless there is a height too), what is looked for, environment.
ROWS = [
    ("narrow", "en", "light", 360, "names targets contrast clipping bounds focus keys", {}),
    ("narrow-dark-french", "fr", "dark", 360, "targets contrast clipping", {}),
    ("narrow-high-contrast", "en", "light", 360, "contrast clipping", HIGH),
    ("wide-dark-high-contrast", "en", "dark", 1100, "contrast", HIGH),
    ("wide-dark", "fr", "dark", 1100, "names contrast clipping", {}),
    ("wide", "en", "light", 1100, "contrast focus", {}),
    ("large-text", "fr", "light", 1100, "clipping", LARGE),
    ("large-text-narrow", "fr", "light", 360, "targets clipping bounds", LARGE),
    ("large-text-narrow-english", "en", "dark", 360, "clipping bounds", LARGE),
    ("large-text-narrow-long", "long", "light", 360, "clipping bounds", LARGE),
    ("large-text-narrow-right-to-left", "rtl", "light", 360, "clipping bounds", LARGE),
    # As tall as a phone: whatever does not scroll has to fit.
    ("large-text-phone", "fr", "light", (360, 720), "clipping bounds", LARGE),
    ("large-text-phone-long", "long", "light", (360, 720), "clipping bounds", LARGE),
    ("long", "long", "light", 720, "clipping", {}),
    ("long-narrow", "long", "light", 360, "targets clipping bounds", {}),
    ("right-to-left", "rtl", "dark", 720, "clipping", {}),
]
# With the palest of the desktop's accents each time; with the others when they are named.
ACCENT_ROWS = [(f"{accent}-{scheme}", "en", scheme, 720, "contrast", {"LUEUR_ACCENT": accent})
               for accent in ACCENTS for scheme in ("light", "dark")]
ROWS += [row for row in ACCENT_ROWS if row[0] == "yellow-light"]


class Screens:
    """Displays that such a window fits on, one for each process at a time: two windows on one would take the focus from each
    other."""

    def __init__(self, count):
        self.free, self.servers = queue.SimpleQueue(), []
        for _ in range(count):
            there, here = os.pipe()
            self.servers.append(subprocess.Popen(["Xvfb", "-displayfd", str(here), "-screen", "0", f"1280x{TALL + 200}x24",
                                                  "-nolisten", "tcp"], pass_fds=[here], stderr=subprocess.DEVNULL))
            os.close(here)
            with os.fdopen(there) as number:
                self.free.put(":" + number.readline().strip())

    @contextlib.contextmanager
    def one(self):
        display = self.free.get()
        try:
            yield display
        finally:
            self.free.put(display)

    def close(self):
        for server in self.servers:
            server.terminate()
            server.wait()


def look_through(studio, screens, row, full, views, kinds):
    """What is wrong with some views, a line each; and what was printed besides."""
    name, locale, scheme, size, wanted, extra = row
    tall = {} if isinstance(size, tuple) else {"LUEUR_SHOT_TALL": "1"}
    with screens.one() as display:
        env = dict(extra, DISPLAY=display, LUEUR_INSPECT=kinds or wanted, G_DEBUG="", **tall)
        done = studio.show(os.environ.get("LUEUR_SHOTS"), locale, scheme, (size, TALL) if tall else size, full, views, mark=name, extra=env, suffix=name, limit=600)
    found = [line for line in done.stdout.splitlines() if line.count(": ") >= 2]
    # What GTK itself complains of is a flaw as well.
    view, told = "start", set()
    for line in done.stderr.splitlines():
        if line.startswith("@"):
            view = line[1:]
        # libadwaita’s alerts have their heading in two sizes, and ask the larger whether it fits: not ours.
        elif ("WARNING" in line and "Trying to measure GtkLabel" not in line) or "CRITICAL" in line:
            # The same again at each frame, at another time and place in memory.
            complaint = view + ": " + re.sub(r"^\(.*?\): |\d\d:\d\d:\d\d\.\d+: | 0x[0-9a-f]+", "", line)
            if complaint not in told:
                told.add(complaint)
                found.append(complaint)
    if done.returncode:
        found += [f"ended with {done.returncode}", *done.stderr.splitlines()[-20:]]
    return found


def main():
    # The slow suite has no session bus.
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])
    every = ROWS + [row for row in ACCENT_ROWS if row not in ROWS]
    rows = [row for row in every if row[0] in sys.argv[1:]] if sys.argv[1:] else ROWS
    only, kinds = os.environ.get("LUEUR_VIEWS", "").split(), os.environ.get("LUEUR_KINDS")
    workers = os.cpu_count() or 1
    print(f"1..{len(rows)}", flush=True)
    failed = False
    with (tempfile.TemporaryDirectory() as place, contextlib.closing(Studio(place)) as studio,
          contextlib.closing(Screens(workers)) as screens, concurrent.futures.ThreadPoolExecutor(workers) as pool):
        studio.prepare()
        jobs = [[pool.submit(look_through, studio, screens, row, full, views, kinds)
                 for full, views in ((full, [v for v in views if not only or v[0] in only])
                                     for full, views in ((False, EMPTY), (True, FULL))) if views]
                for row in rows]
        for n, (row, parts) in enumerate(zip(rows, jobs), 1):
            found = [line for part in parts for line in part.result()]
            for line in found:
                print(f"# {line}")
            print(f"{'not ok' if found else 'ok'} {n} {row[0]}", flush=True)
            failed |= bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
