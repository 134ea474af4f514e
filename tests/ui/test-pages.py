#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the app, looked through: names, sizes for fingers, contrast, cut words, the way of the focus.

    test-pages.py [ROW…]     (LUEUR_VIEWS and LUEUR_KINDS: some views, some kinds alone)

The real application goes through the views of tools/dev/views.py in a window as tall as its longest page; what
tests/ui/inspect.h finds is a failure. One TAP line a row: a style, a width and a language.
"""
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(os.environ["LUEUR_TOP"]) / "tools/dev"))
from views import EMPTY, FULL, Studio  # noqa: E402

TALL = 2600
HIGH = {"ADW_DEBUG_HIGH_CONTRAST": "1"}
LARGE = {"LUEUR_TEXT_SCALE": "2"}
# Name, locale, scheme, width, what is looked for, environment.
ROWS = [
    ("narrow", "en", "light", 360, "names targets contrast clipping focus keys", {}),
    ("narrow-dark-french", "fr", "dark", 360, "targets contrast clipping", {}),
    ("narrow-high-contrast", "en", "light", 360, "contrast clipping", HIGH),
    ("wide-dark-high-contrast", "en", "dark", 1100, "contrast", HIGH),
    ("wide-dark", "fr", "dark", 1100, "names contrast clipping", {}),
    ("wide", "en", "light", 1100, "contrast focus", {}),
    ("large-text", "fr", "light", 1100, "clipping", LARGE),
    # As wide as a phone there is no room for every word twice as large; what is shortened ends in an ellipsis, and keeps its
    # name for a screen reader. Nothing may be out of reach.
    ("large-text-narrow", "fr", "light", 360, "cut", LARGE),
    ("long", "long", "light", 720, "clipping", {}),
    ("long-narrow", "long", "light", 360, "targets cut", {}),
    ("right-to-left", "rtl", "dark", 720, "clipping", {}),
]


def on_a_tall_screen():
    """Starts over on a screen of its own that such a window fits on, with a session bus, which the slow suite has none of."""
    if "LUEUR_TALL_SCREEN" not in os.environ:
        bus = [] if "DBUS_SESSION_BUS_ADDRESS" in os.environ else ["dbus-run-session", "--"]
        os.execvpe("xvfb-run", ["xvfb-run", "-a", "-s", f"-screen 0 1280x{TALL + 200}x24 -nolisten tcp", *bus, sys.executable,
                                *sys.argv], dict(os.environ, LUEUR_TALL_SCREEN="1"))


def main():
    on_a_tall_screen()
    rows = [row for row in ROWS if not sys.argv[1:] or row[0] in sys.argv[1:]]
    only, kinds_wanted = os.environ.get("LUEUR_VIEWS", "").split(), os.environ.get("LUEUR_KINDS")
    print(f"1..{len(rows)}", flush=True)
    failed = False
    with tempfile.TemporaryDirectory() as place:
        studio = Studio(place)
        for n, (name, locale, scheme, width, kinds, extra) in enumerate(rows, 1):
            found, printed = [], ""
            kinds = kinds_wanted or kinds
            for full, views in ((False, EMPTY), (True, FULL)):
                views = [v for v in views if not only or v[0] in only]
                if not views:
                    continue
                env = dict(extra, LUEUR_INSPECT=kinds, LUEUR_SHOT_TALL="1", G_DEBUG="")
                done = studio.show(None, locale, scheme, (width, TALL), full, views, mark=name, extra=env, limit=600)
                found += [line for line in done.stdout.splitlines() if line.count(": ") >= 2]
                # What GTK itself complains of is a flaw as well.
                view = "start"
                for line in done.stderr.splitlines():
                    if line.startswith("@"):
                        view = line[1:]
                    # Alert dialogs measure their heading for less room than it gets; they are not ours.
                    elif ("WARNING" in line and "Trying to measure GtkLabel" not in line) or "CRITICAL" in line:
                        found.append(f"{view}: {line}")
                printed += done.stderr
                if done.returncode:
                    found.append(f"ended with {done.returncode}")
            for line in found:
                print(f"# {line}")
            if found and "ended with" in found[-1]:
                print("\n".join(f"# {line}" for line in printed.splitlines()[-20:]))
            print(f"{'not ok' if found else 'ok'} {n} {name}", flush=True)
            failed |= bool(found)
        studio.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
