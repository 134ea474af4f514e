# SPDX-License-Identifier: GPL-3.0-or-later
"""The views that pictures are made of and that are looked through for what is wrong, and the homes they are seen in."""
import contextlib
import ctypes
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

BUILD = os.environ["LUEUR_BUILD"]
TOP = pathlib.Path(os.environ["LUEUR_TOP"])
GALLERY = f"{BUILD}/tests/shots/gallery"
TOOL = f"{BUILD}/src/tool/lueur-tool"

REPLY = ("It is **late**, and you are still here. Two things that may help:\n\n"
         "1. Put the phone in another room.\n2. Read ten pages of something slow.\n\n"
         "> Sleep is the friend that waits up for you.\n\n"
         "```python\nfor breath in range(4):\n    print(\"in, and out\")\n```\n\n"
         "See [a longer list](https://example.org/sleep), or tell me what keeps you up.")

# Name, actions that lead there (tests/shots/act.h). In a home without anybody:
EMPTY = [
    ("welcome", []),
    ("wellbeing-nothing", ["win.wellbeing::"]),
    ("library-empty", ["win.library"]),
    ("bin-empty", ["win.bin"]),
    ("feelings-nothing", ["gallery.switch::feelings-journal=true", "win.wellbeing::feelings", "gallery.end"]),
]
# While the window opens, each with a disk that does that from the start: slow, or not to be read.
STARTS = {
    "slow": [("opening", ["gallery.wait::700"])],
    "read": [("not-opened", ["gallery.wait::700"])],
}
# In one with a few weeks in it. What changes the home comes last.
FULL = [
    ("chat", []),
    ("wizard-start", ["win.new-companion"]),
    *((f"wizard-{page}", ["win.new-companion", f"wizard.page::{page}"])
      for page in ("relation", "identity", "temperament", "intimacy", "limits", "details", "rhythm", "look", "review")),
    ("wizard-editor", ["win.edit-companion"]),
    ("preferences", ["win.preferences::model"]),
    ("preferences-list", ["win.preferences::"]),
    ("preferences-asking", ["gallery.set::base-url={silent}", "win.preferences::model", "gallery.wait::600"]),
    ("preferences-failed", ["gallery.set::base-url=http://127.0.0.1:9/v1", "win.preferences::model", "gallery.wait::1200"]),
    ("preferences-chat", ["gallery.set::base-url=", "win.preferences::chat"]),
    ("preferences-wellbeing", ["win.preferences::wellbeing"]),
    ("preferences-privacy", ["win.preferences::privacy"]),
    ("wellbeing-failed", ["gallery.fault::read", "win.wellbeing::", "gallery.wait::700"]),
    ("wellbeing-loading", ["gallery.fault::slow", "win.wellbeing::", "gallery.wait::700"]),
    ("wellbeing", ["gallery.fault::none", "win.wellbeing::"]),
    ("wellbeing-end", ["win.wellbeing::", "gallery.end"]),
    ("wellbeing-people", ["win.wellbeing::people"]),
    ("wellbeing-contact", ["win.wellbeing::people", "people.add", "gallery.fill::name=Ada", "gallery.fill::mail=ada@example.org",
                           "gallery.fill::phone=+33 1 23 45 67"]),
    ("wellbeing-check-in", ["win.wellbeing::check-in"]),
    ("wellbeing-feelings", ["win.wellbeing::feelings"]),
    ("feelings-journal", ["gallery.switch::feelings-journal=true", "win.wellbeing::feelings", "gallery.end"]),
    ("wellbeing-how", ["win.wellbeing::how"]),
    ("wellbeing-how-end", ["win.wellbeing::how", "gallery.end"]),
    ("exercises", ["win.exercises"]),
    ("exercise-message", ["win.exercises", "exercise.start::message"]),
    ("exercise-breath", ["win.exercises", "exercise.start::calm", "exercise.next"]),
    ("ready", ["win.ready-companions"]),
    ("ready-one", ["win.ready-companions", "gallery.row::0"]),
    ("persons", ["win.persons"]),
    ("persons-edit", ["win.persons", "persons.add"]),
    ("import", ["gallery.open::" + str(TOP / "_build/import-picture.json")]),
    ("import-failed", ["gallery.open::" + str(TOP / "COPYING")]),
    ("rename", ["win.rename-conversation"]),
    ("help", ["win.help::", "help.page::start"]),
    ("help-index", ["win.help::"]),
    ("shortcuts", ["win.shortcuts"]),
    ("about", ["win.about"]),
    ("sidebar", ["win.toggle-sidebar"]),
    ("search", ["win.search", "gallery.search::qu", "gallery.wait::700"]),
    ("search-nothing", ["win.search", "gallery.search::qqqq", "gallery.wait::700"]),
    ("library", ["win.leave-search", "win.library"]),
    ("library-nobody", ["win.library", "gallery.search::qqqq"]),
    ("companion-loading", ["gallery.fault::slow", "win.companion(int64 1)", "gallery.wait::700"]),
    ("companion-failed", ["gallery.fault::read", "win.leave-library", "win.companion(int64 1)", "gallery.end",
                          "gallery.wait::700"]),
    ("companion", ["gallery.fault::none", "win.leave-library", "win.companion(int64 1)"]),
    ("companion-end", ["win.companion(int64 1)", "gallery.end"]),
    ("companion-erase", ["win.companion(int64 1)", "win.companion-erase(int64 1)"]),
    ("version", ["win.companion(int64 1)", "gallery.row::-1"]),
    ("review", ["win.companion-review(int64 1)"]),
    ("review-thinking", ["gallery.set::base-url={silent}", "gallery.set::model=m", "win.companion-review(int64 1)",
                         "review.next", "gallery.wait::700"]),
    ("bin-loading", ["gallery.set::base-url=", "gallery.fault::slow", "win.leave-library", "win.bin", "gallery.wait::700"]),
    ("bin-failed", ["gallery.fault::read", "win.leave-library", "win.leave-library", "win.bin", "gallery.wait::700"]),
    ("bin", ["gallery.fault::none", "win.leave-library", "win.leave-library", "win.bin"]),
    ("chat-empty", ["win.leave-library", "win.new-conversation"]),
    ("chat-help", ["win.help-lines"]),
    # Numbers of several groups: Belgium, France.
    ("chat-help-be", ["gallery.press::more", "gallery.fill::country=0"]),
    ("chat-help-fr", ["gallery.fill::country=3"]),
    ("chat-streaming", ["gallery.press::close", "gallery.set::base-url={slow}", "gallery.set::model=good", "gallery.say::Good evening!",
                        "gallery.wait::2500"]),
    ("chat-stopped", ["chat.stop"]),
    ("chat-reply", ["gallery.set::base-url={quick}", "gallery.say::And now?"]),
    ("chat-error", ["gallery.set::base-url=http://127.0.0.1:9/v1", "gallery.say::Are you there?"]),
]
LOCALES = {"en": ("en", "en_US.UTF-8"), "fr": ("fr", "fr_FR.UTF-8"), "long": ("long", "en_US.UTF-8"),
           "rtl": ("rtl", "en_US.UTF-8")}
# The desktop's own colour, of the nine that GNOME has: blue is what it starts with.
ACCENTS = ("teal", "green", "yellow", "orange", "red", "pink", "purple", "slate")
SIZES = {"narrow": (360, 720), "middle": (720, 720), "wide": (1100, 760)}


def add_people(database, language):
    """The ready companions as the person's own, an older version of the first one, and something in the bin."""
    now = int(time.time() * 1e6)
    with contextlib.closing(sqlite3.connect(database)) as db, db:
        first = json.loads(db.execute("SELECT body FROM persona WHERE id = 1").fetchone()[0])
        for n, path in enumerate(sorted((TOP / "data/companions").glob("*.json"))):
            ready = json.loads(path.read_text())
            body = dict(ready[language], look=ready["look"])
            body["tags"] = body.get("tags") or [["nuit", "voyages", "jeux"], ["night", "travel", "games"]][language == "en"][n % 3:n % 3 + 1]
            db.execute("INSERT INTO persona (body, version, archived, created_at, updated_at) VALUES (?, 1, 0, ?, ?)",
                       (json.dumps(body), now - n * 10**10, now))
        for n, name in enumerate(("Mirabelle", "Mirabelle B.")):
            db.execute("INSERT OR IGNORE INTO persona_version (persona, version, body, saved_at) VALUES (1, ?, ?, ?)",
                       (n + 101, json.dumps(dict(first, name=name)), now - (9 - n) * 86400 * 10**6))
        newest = db.execute("SELECT max (id) FROM conversation").fetchone()[0]
        db.execute("UPDATE conversation SET deleted_at = ? WHERE id = (SELECT min (id) FROM conversation) AND id <> ?",
                   (now - 2 * 86400 * 10**6, newest))
        db.execute("UPDATE persona SET deleted_at = ? WHERE id = (SELECT max (id) FROM persona)", (now - 10**9,))


def park_pointer(display):
    """Into the corner of the screen: wherever it stood, a row would look as if it were pointed at."""
    with contextlib.suppress(OSError):
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        for name, more in (("XDefaultRootWindow", 0), ("XSync", 1), ("XCloseDisplay", 0)):
            getattr(x11, name).argtypes = [ctypes.c_void_p] + [ctypes.c_int] * more
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XWarpPointer.argtypes = [ctypes.c_void_p] + [ctypes.c_ulong] * 2 + [ctypes.c_int] * 6
        there = x11.XOpenDisplay(display.encode()) if display else None
        if there:
            x11.XWarpPointer(there, 0, x11.XDefaultRootWindow(there), 0, 0, 0, 0, 32000, 32000)
            x11.XSync(there, 0)
            x11.XCloseDisplay(there)


class Studio:
    """What views are seen in: the homes, pseudo-languages, and a model that answers."""

    def __init__(self, place):
        self.place = pathlib.Path(place)
        subprocess.run([sys.executable, str(TOP / "tools/dev/pseudo.py"), str(TOP / "po/fr.po"), str(self.place / "locale")],
                       check=True)
        card = {"spec": "chara_card_v2", "spec_version": "2.0", "data": {
            "name": "Ada", "description": "Keeps a lighthouse, counts ships, and laughs at storms.", "first_mes":
            "The lamp is lit. *She looks up.* Come in out of the rain!", "personality": "Dry, kind, and never in a hurry.",
            "scenario": "A winter evening.", "mes_example": "", "system_prompt": "Stay in character.", "tags": ["sea", "winter"],
            "creator": "Somebody", "creator_notes": "A quiet one.", "character_version": "3", "alternate_greetings": [],
            "post_history_instructions": "", "extensions": {}}}
        (TOP / "_build").mkdir(exist_ok=True)
        (TOP / "_build/import-picture.json").write_text(json.dumps(card))
        self.models = [self._model("400"), self._model("0")]
        self.addresses = {"slow": self.models[0][1], "quick": self.models[1][1],
                          "silent": self.models[1][1].replace("/v1", "/s/silent/v1")}

    def _model(self, pace):
        process = subprocess.Popen([sys.executable, str(TOP / "tests/support/mock-model.py"), "--reply", REPLY, "--pace", pace,
                                    "--until-eof"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = int(process.stdout.readline().split()[-1].rsplit(":", 1)[-1])
        return process, f"http://127.0.0.1:{port}/v1"

    def close(self):
        for process, _ in self.models:
            process.stdin.close()
            process.wait()

    def _home(self, language):
        """A home with something in it, made once a language."""
        home = self.place / f"home-{language}"
        if not home.exists():
            subprocess.run([TOOL, "store", "seed", str(home), "--messages", "24", "--figures", "--language", language],
                           check=True, env=dict(os.environ, LC_ALL=LOCALES[language][1]), stdout=subprocess.DEVNULL)
            add_people(home / "lueur.db", language)
        return home

    def prepare(self):
        """Makes the homes: to be done before several views are shown at a time."""
        for language in ("en", "fr"):
            self._home(language)

    def show(self, folder, locale, scheme, size, full, views, mark="", extra=None, suffix=None, limit=400):
        """Shows views in a process of their own; what it printed, and how it ended. folder: None for no pictures."""
        home = self.place / f"desk-{locale}-{scheme}-{size[0]}x{size[1]}{mark}-{full}"
        shutil.rmtree(home, ignore_errors=True)
        (home / "data").mkdir(parents=True)
        language = locale if locale in ("en", "fr") else "en"
        if full:
            shutil.copytree(self._home(language), home / "data/lueur")
        env = dict(os.environ, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config",
                   XDG_CACHE_HOME=f"{home}/cache", GSETTINGS_BACKEND="memory", LANGUAGE=LOCALES[locale][0],
                   LC_ALL=LOCALES[locale][1], **(extra or {}))
        if "LUEUR_ACCENT" in env:
            settings = home / "config/glib-2.0/settings"
            settings.mkdir(parents=True)
            (settings / "keyfile").write_text(f"[org/gnome/desktop/interface]\naccent-color='{env['LUEUR_ACCENT']}'\n")
            env.update(GSETTINGS_BACKEND="keyfile", ADW_DISABLE_PORTAL="1")
        if locale in ("long", "rtl"):
            env["LUEUR_LOCALE_DIR"] = str(self.place / "locale")
        if locale == "rtl":
            env["LUEUR_RTL"] = "1"
        words = [name + ("=" + ",".join(actions).format(**self.addresses) if actions else "") for name, actions in views]
        park_pointer(env.get("DISPLAY"))
        done = subprocess.run([GALLERY, str(folder or "-"), suffix or f"{size[0]}-{scheme}{mark}-{locale}", str(size[0]),
                               str(size[1]), scheme, *words],
                              env=env, timeout=limit, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        shutil.rmtree(home, ignore_errors=True)
        return done
