#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders the main views to PNG: light and dark, narrow and wide, English and French.

    shot.py DIR [--all] [--only VIEW[,VIEW…]]

--all adds the middle width, high contrast and large text.
"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILD = os.environ["LUEUR_BUILD"]
GALLERY = f"{BUILD}/tests/shots/gallery"
TOOL = f"{BUILD}/src/tool/lueur-tool"

# Name, whether there is something in the store, actions that lead there.
VIEWS = [
    ("welcome", False, []),
    ("chat", True, []),
    ("wizard-start", True, ["win.new-companion"]),
    *((f"wizard-{page}", True, ["win.new-companion", f"wizard.page::{page}"])
      for page in ("relation", "identity", "temperament", "intimacy", "limits", "details", "rhythm", "look", "review")),
    ("wizard-editor", True, ["win.edit-companion"]),
    ("chat-help", True, ["win.help-lines"]),
    ("preferences", True, ["win.preferences::"]),
    ("wellbeing", True, ["win.wellbeing::"]),
    ("wellbeing-end", True, ["win.wellbeing::", "gallery.end"]),
    ("wellbeing-people", True, ["win.wellbeing::people"]),
    ("wellbeing-check-in", True, ["win.wellbeing::check-in"]),
    ("wellbeing-feelings", True, ["win.wellbeing::feelings"]),
    ("wellbeing-how", True, ["win.wellbeing::how"]),
    ("wellbeing-how-end", True, ["win.wellbeing::how", "gallery.end"]),
    ("exercises", True, ["win.exercises"]),
    ("exercise-message", True, ["win.exercises", "exercise.start::message"]),
    ("exercise-breath", True, ["win.exercises", "exercise.start::calm", "exercise.next"]),
    ("library", True, ["win.library"]),
    ("companion", True, ["win.companion-here"]),
    ("bin", True, ["win.bin"]),
    ("ready", True, ["win.ready-companions"]),
    ("persons", True, ["win.persons"]),
    ("help", True, ["win.help::", "help.page::start"]),
    ("help-index", True, ["win.help::"]),
    ("shortcuts", True, ["win.shortcuts"]),
    ("about", True, ["win.about"]),
]
LOCALES = {"en": "en_US.UTF-8", "fr": "fr_FR.UTF-8"}
WIDTHS = {"narrow": (360, 720), "wide": (1100, 760)}
MIDDLE = {"middle": (720, 720)}


def people(database, language):
    """The ready companions as the person's own, and something in the bin."""
    data = pathlib.Path(os.environ["LUEUR_TOP"]) / "data/companions"
    now = int(time.time() * 1e6)
    with sqlite3.connect(database) as db:
        for n, path in enumerate(sorted(data.glob("*.json"))):
            ready = json.loads(path.read_text())
            body = dict(ready[language], look=ready["look"])
            body["tags"] = body.get("tags") or [["nuit", "voyages", "jeux"], ["night", "travel", "games"]][language == "en"][n % 3:n % 3 + 1]
            db.execute("INSERT INTO persona (body, version, archived, created_at, updated_at) VALUES (?, 1, 0, ?, ?)",
                       (json.dumps(body), now - n * 10**10, now))
        row = db.execute("SELECT max (id) FROM conversation").fetchone()
        db.execute("UPDATE conversation SET deleted_at = ? WHERE id = (SELECT min (id) FROM conversation) AND id <> ?",
                   (now - 2 * 86400 * 10**6, row[0]))
        db.execute("UPDATE persona SET deleted_at = ? WHERE id = (SELECT max (id) FROM persona)", (now - 10**9,))


def render(folder, seeded, language, scheme, width, size, views, extra=None, mark=""):
    suffix = f"{width}-{scheme}{mark}-{language}"
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
                   XDG_CACHE_HOME=f"{home}/cache", GSETTINGS_BACKEND="memory", LANGUAGE=language,
                   LC_ALL=LOCALES[language], **(extra or {}))
        if seeded:
            subprocess.run([TOOL, "store", "seed", f"{home}/data/lueur", "--messages", "24", "--figures", "--language", language],
                           check=True, env=env, stdout=subprocess.DEVNULL)
            if any(v[0] in ("library", "companion", "bin") for v in views):
                people(f"{home}/data/lueur/lueur.db", language)
        words = [name + ("=" + ",".join(actions) if actions else "") for name, _, actions in views]
        done = subprocess.run([GALLERY, str(folder), suffix, str(size[0]), str(size[1]), scheme, *words],
                              env=env, timeout=180, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print(f"{suffix}: {done.stderr.strip()[-1500:]}", file=sys.stderr)
    return done.returncode


def main():
    folder = pathlib.Path(sys.argv[1])
    only = sys.argv[sys.argv.index("--only") + 1].split(",") if "--only" in sys.argv else None
    everything = "--all" in sys.argv
    widths = dict(WIDTHS, **MIDDLE) if everything else WIDTHS
    failed = 0
    for language in LOCALES:
        for scheme in ("light", "dark"):
            for width, size in widths.items():
                for seeded in (False, True):
                    views = [v for v in VIEWS if v[1] == seeded and (only is None or v[0] in only)]
                    if views:
                        failed |= render(folder, seeded, language, scheme, width, size, views)
        if everything:
            views = [v for v in VIEWS if v[1] and (only is None or v[0] in only)]
            failed |= render(folder, True, language, "light", "wide", WIDTHS["wide"], views,
                             {"ADW_DEBUG_HIGH_CONTRAST": "1"}, "-contrast")
            failed |= render(folder, True, language, "light", "narrow", WIDTHS["narrow"], views,
                             {"LUEUR_TEXT_SCALE": "2"}, "-large")
    count = len(list(folder.glob("*.png")))
    print(f"{count} pictures in {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
