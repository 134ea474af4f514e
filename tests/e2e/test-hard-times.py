#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in the real program: the server, the power, the database."""
import os
import signal
import sqlite3
import subprocess
import time

from desk import Desk, Model, wait

TOOL = os.environ["LUEUR_BUILD"] + "/src/tool/lueur-tool"


def seed(desk, messages=20):
    folder = desk.home / "data" / "lueur"
    subprocess.run([TOOL, "store", "seed", str(folder), "--messages", str(messages)], check=True, env=desk.env,
                   stdout=subprocess.DEVNULL)
    return folder / "lueur.db"


def use_model(desk, url, model):
    """As the preferences would have left it."""
    folder = desk.home / "config" / "glib-2.0" / "settings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keyfile").write_text(f"[io/github/lueur_app/Lueur]\nbase-url='{url}'\nmodel='{model}'\n")


def server_gone():
    """A server that is down: one clear sentence, a way on, and nothing typed is lost."""
    with Desk() as desk:
        seed(desk)
        use_model(desk, "http://127.0.0.1:9/v1", "any")
        desk.start()
        composer = desk.find(role="text", name="Message")
        desk.type_into(composer, "Are you there?")
        desk.click("Send")
        desk.find(contains="did not answer")
        desk.find(role="article", contains="Are you there?")
        desk.find(name="Try Again")
        assert desk.quit() == 0


def killed_while_it_writes():
    """SIGKILL in the middle of a reply: the message is there, and all of the reply but its last second."""
    words = " ".join(f"word{i}" for i in range(400))
    with Model("--reply", words, "--pace", "50") as model, Desk() as desk:
        seed(desk)
        use_model(desk, model.url, "good")
        desk.start()
        desk.type_into(desk.find(role="text", name="Message"), "Tell me something long.")
        desk.click("Send")
        desk.find(contains="word60 ", seconds=20)
        desk.process.send_signal(signal.SIGKILL)
        desk.process.wait()
        desk.start()
        desk.find(contains="Tell me something long.")
        desk.find(contains="word30 ")
        assert desk.quit() == 0


def from_a_newer_version():
    """A database that a later version wrote: said plainly, and not one byte of it changed."""
    with Desk() as desk:
        path = seed(desk)
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA user_version = 9999")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        before = path.read_bytes()
        desk.start()
        desk.find(contains="Newer")
        desk.picture("newer")
        desk.key("ctrl+q")
        wait("Lueur to end", lambda: desk.process.poll() is not None)
        assert path.read_bytes() == before, "the database was touched"


def damaged():
    """A damaged file: said plainly, kept, never overwritten."""
    with Desk() as desk:
        path = seed(desk)
        data = bytearray(path.read_bytes())
        data[:100] = b"\xde\xad" * 50
        path.write_bytes(data)
        desk.start()
        desk.find(contains="Damaged")
        desk.key("ctrl+q")
        wait("Lueur to end", lambda: desk.process.poll() is not None)
        assert path.read_bytes() == bytes(data), "the damaged file was changed"


def main():
    for case in (server_gone, killed_while_it_writes, from_a_newer_version, damaged):
        began = time.monotonic()
        case()
        print(f"ok - {case.__name__} ({time.monotonic() - began:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
