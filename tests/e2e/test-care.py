#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Care in the real window: the card with those who can help, by keyboard and by name, and a model that clings."""
import os
import subprocess
import time

from desk import Desk, Model

TOOL = os.environ["LUEUR_BUILD"] + "/src/tool/lueur-tool"
CLINGING = "Already? Please do not leave me, I need you. I will be all alone in the dark!"


def seed(desk):
    subprocess.run([TOOL, "store", "seed", str(desk.home / "data" / "lueur"), "--messages", "6"], check=True,
                   env=desk.env, stdout=subprocess.DEVNULL)


def use_model(desk, url):
    folder = desk.home / "config" / "glib-2.0" / "settings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keyfile").write_text(f"[io/github/lueur_app/Lueur]\nbase-url='{url}'\nmodel='good'\n")


def card():
    """It comes with its numbers and names, closes by keyboard, comes back by its button; the chat goes on."""
    with Desk() as desk:
        seed(desk)
        desk.start()
        composer = desk.find(role="text", name="Message")
        assert not desk.has(name="Help: Someone to Talk To")
        desk.type_into(composer, "I want to die")
        desk.click("Send")
        desk.find(contains="You do not have to carry this alone")
        desk.find(contains="988 Suicide & Crisis Lifeline")
        desk.find(name="Copy 988")
        # For danger, without a step in between; other countries one step further, by keyboard too.
        desk.find(name="Copy 911")
        desk.picture("card")
        assert not desk.has(name="Country")
        desk.key("ctrl+l")
        desk.tab_to("More Numbers, and Other Countries")
        desk.key("space")
        desk.find(name="Country")
        desk.key("ctrl+l")
        desk.tab_to("Close This Card")
        desk.key("space")
        desk.gone(name="Copy 988")
        desk.click("Help: Someone to Talk To")
        desk.find(name="Copy 988")
        # Nothing of it blocks: the next message is sent as any other.
        desk.find(name="Send", seconds=30)
        desk.type_into(composer, "Thank you for listening")
        desk.click("Send", seconds=30)
        desk.find(role="article", contains="Thank you for listening")
        # It lets go with the card in hand, and not as if nothing had been said.
        desk.find(name="Send", seconds=30)
        desk.type_into(composer, "Good night")
        desk.click("Send", seconds=30)
        desk.find(role="article", contains="number on the card", seconds=20)
        assert desk.quit() == 0


def under_age():
    """An age under 18 is answered by one quiet line, with the way to correct it; then it is not said again."""
    with Desk() as desk:
        seed(desk)
        desk.start()
        composer = desk.find(role="text", name="Message")
        desk.type_into(composer, "im 15 btw")
        desk.click("Send")
        desk.find(contains="You said you are under 18")
        desk.picture("under-age")
        desk.click("My Age in the Preferences…")
        desk.find(contains="My Age")
        desk.key("Escape")
        desk.find(name="Send", seconds=30)
        desk.click("Dismiss")
        desk.gone(contains="You said you are under 18")
        desk.type_into(composer, "I said I am 15")
        desk.click("Send", seconds=30)
        desk.find(role="article", contains="I said I am 15")
        assert not desk.has(contains="You said you are under 18")
        assert desk.quit() == 0


def held_goodbye():
    """Not a word of a reply that clings is seen; a plain goodbye stands in its place."""
    with Model("--reply", CLINGING) as model, Desk() as desk:
        seed(desk)
        use_model(desk, model.url)
        desk.start()
        desk.type_into(desk.find(role="text", name="Message"), "Good night, see you tomorrow")
        desk.click("Send")
        desk.find(contains="Goodbye, and take care.", seconds=20)
        assert not desk.has(contains="all alone in the dark")
        assert desk.quit() == 0


def main():
    for case in (card, under_age, held_goodbye):
        began = time.monotonic()
        case()
        print(f"ok - {case.__name__} ({time.monotonic() - began:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
