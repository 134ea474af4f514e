#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes from outside: a second start, files and links handed to the one that runs, the command line; and a window
that is as large as it was left."""
import json
import subprocess
import time

from desk import PREFIX, Desk, wait

CARD = {"spec": "chara_card_v2", "spec_version": "2.0", "data": {
    "name": "Marcelline", "description": "Keeps a lighthouse.", "personality": "dry", "scenario": "", "first_mes": "Oh. A visitor.",
    "mes_example": "", "creator_notes": "", "system_prompt": "", "post_history_instructions": "", "alternate_greetings": [],
    "tags": [], "creator": "", "character_version": "", "extensions": {}}}


def again(desk, *args):
    """A second `lueur`: it hands on what it was given and ends."""
    return subprocess.run([f"{PREFIX}/bin/lueur", *args], env=desk.env, capture_output=True, text=True, timeout=20)


def windows(desk):
    return [n for n in desk.all(role="frame")] + [n for n in desk.all(role="window")]


def command_line(desk):
    shown = again(desk, "--version")
    assert shown.returncode == 0 and shown.stdout.startswith("Lueur ") and shown.stdout.count("\n") == 1, shown
    english = again(desk, "--help").stdout
    assert "CARD is the file of a companion" in english and "--version" in english and "Print the version" in english, english
    desk.env.update(LANGUAGE="fr", LC_ALL="fr_FR.UTF-8")
    french = again(desk, "--help").stdout
    desk.env.update(LANGUAGE="en", LC_ALL="en_US.UTF-8")
    assert "est le fichier d’un compagnon" in french and "Afficher la version" in french and "CARD" not in french, french
    assert again(desk, "--nonsense").returncode != 0


def answer(desk, link, contains, button):
    """The link asks, says what it wants, and waits."""
    before = time.monotonic()
    assert again(desk, link).returncode == 0
    assert time.monotonic() - before < 10
    heading = "Nothing Was Done" if button == "Close" else "Follow This Link?"
    desk.find(name=heading)
    desk.find(contains=contains)
    desk.click(button)
    desk.gone(name=heading)


def links(desk):
    answer(desk, "lueur:companion/Nobody%20Here", "Nobody here has that name", "Close")
    answer(desk, "lueur:import?url=https://cards.example/a.png", "a card on cards.example", "Close")
    for unknown in ("lueur:erase/everything", "lueur:", "lueur:companion/%E2%80%AEaroN", "lueur:" + "x" * 100000,
                    "lueur:help/../../etc", "lueur:exercise/'; DROP TABLE persona"):
        answer(desk, unknown, "does not know what this link wants", "Close")
    # No is no; yes does it.
    answer(desk, "lueur:exercise/calm", "begin the exercise", "No, Thanks")
    assert not desk.has(role="dialog", name="Exercises")
    answer(desk, "lueur:help/start", "First Steps", "Open")
    desk.find(role="article", name="First Steps")
    desk.key("Escape")
    desk.gone(role="article", name="First Steps")
    answer(desk, "lueur:exercise/calm", "begin the exercise", "Begin")
    desk.find(role="dialog", name="Exercises")
    desk.key("Escape")  # to the list of them,
    time.sleep(0.5)
    desk.key("Escape")  # and away
    desk.gone(role="dialog", name="Exercises")
    # A page that sends many gets one question.
    for _ in range(5):
        again(desk, "lueur:help/start")
    desk.find(name="Follow This Link?")
    assert sum(1 for n in desk.all(name="Follow This Link?") if n.get_role_name() in ("alert", "dialog")) <= 1
    desk.click("No, Thanks")
    desk.gone(name="Follow This Link?")


def files(desk):
    path = desk.home / "a card.json"
    path.write_text(json.dumps(CARD), encoding="utf-8")
    assert again(desk, str(path)).returncode == 0
    desk.find(contains="Marcelline")
    desk.key("Escape")
    desk.gone(contains="Keeps a lighthouse.")
    # Nothing was saved without a word.
    desk.key("ctrl+shift+l")
    desk.find(name="Back to the Conversations")
    assert not desk.has(contains="Marcelline")
    desk.click("Back to the Conversations")
    desk.gone(role="button", name="Back to the Conversations")


def help_keys(desk):
    """F1 is help, about what is in front of one where there is such a page."""
    for open_it, page in ((None, "Talking"), ("ctrl+comma", "Connecting a Model"), ("ctrl+t", "Your Time"),
                          ("ctrl+shift+n", "Making a Companion"), ("ctrl+e", "Hard Times")):
        if open_it:
            desk.key(open_it)
            desk.find(role="dialog")
            time.sleep(0.5)
        desk.key("F1")
        desk.find(role="article", name=page)
        desk.key("Escape")
        desk.gone(role="article", name=page)
        if open_it:
            desk.key("Escape")
            desk.gone(role="dialog")


def size():
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "lueur"], check=True, capture_output=True, text=True)
    shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", found.stdout.split()[-1]], check=True, capture_output=True, text=True)
    values = dict(line.split("=") for line in shape.stdout.splitlines())
    return found.stdout.split()[-1], int(values["WIDTH"]), int(values["HEIGHT"])


def main():
    with Desk() as desk:
        # Given on the command line of the first start: it asks as well.
        desk.start("lueur:help/start")
        desk.find(name="Welcome to Lueur")
        desk.find(name="Follow This Link?")
        desk.picture("asks")
        desk.click("No, Thanks")
        desk.gone(name="Follow This Link?")
        command_line(desk)
        desk.click("Just Talk")
        desk.find(role="text", name="Message")
        # A second start is the same window.
        assert again(desk).returncode == 0
        time.sleep(0.5)
        assert len(windows(desk)) == 1, windows(desk)
        links(desk)
        files(desk)
        help_keys(desk)

        window, width, height = size()
        subprocess.run(["xdotool", "windowsize", "--sync", window, str(width - 120), str(height - 60)], check=True)
        wait("the window to be smaller", lambda: size()[1] < width)
        left = size()[1:]
        time.sleep(0.5)
        assert desk.quit() == 0
        desk.start()
        desk.find(role="text", name="Message")
        wait(f"a window of {left}, not {size()[1:]}", lambda: size()[1:] == left)
        assert desk.quit() == 0
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
