#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, used in its sandbox as a person with a screen reader would.

Window, talk with the built-in companion, talk with a server on this machine, a key kept through the portal of secrets,
French, and nothing in the sandbox but what docs/flatpak.md says. usage: test_sandbox.py PORTAL-LOG
"""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "e2e"))
from desk import Desk, Model, wait  # noqa: E402

APP = "io.github.lueur_app.Lueur"
REPLY = "A bird on the sill is a good start to a day."
KEY = "sk-sandbox-0123456789"
# (flatpak tells of fallback-x11 as both, and gives x11 only where there is no Wayland.)
PERMISSIONS = {"shared": {"network", "ipc"}, "sockets": {"wayland", "fallback-x11", "x11"}, "devices": {"dri"}}


def portal_calls(method):
    with open(sys.argv[1], encoding="utf-8") as log:
        return [entry["arguments"] for entry in map(json.loads, log) if entry["method"] == method]


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
    desk.find(contains=text)
    if contains:
        desk.find(contains=contains, seconds=30)


def connect(desk, model):
    desk.key("ctrl+comma")
    desk.find(role="combo box", name="Answers come from")
    desk.tab_to("Answers come from")
    desk.key("space")
    desk.find(contains="Another server")
    desk.key("End")
    desk.key("Return")
    address = desk.find(role="text", name="Address")
    desk.type_into(address, model.url)
    desk.press_apply(address)
    desk.find(contains="It works")
    desk.tab_to("Key, if the server wants one")
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


def check_french():
    with Desk(command=sandbox(APP, LC_ALL="fr_FR.UTF-8", LANGUAGE="fr")) as desk:
        desk.start(seconds=60)
        desk.find(name="Menu de la conversation", seconds=30)
        desk.picture("french")
        desk.quit()


def main():
    os.environ.setdefault("LUEUR_BUILD", os.getcwd())
    for check in (check_permissions, check_inside, check_english, check_french):
        check()
        print("ok", check.__name__.removeprefix("check_"), flush=True)


if __name__ == "__main__":
    main()
