#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the focus is after something was done: after sending, after a row went, after a dialog closed, and on the way out.

By keyboard, in a home with a few companions and conversations in it.
"""
import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(os.environ["LUEUR_TOP"]) / "tools/dev"))
from desk import Atspi, Desk, Missing, actions_of, name_of, wait  # noqa: E402
from views import TOOL, add_people  # noqa: E402


def focus_is(desk, name, why):
    """Waits until the focus is on what begins with this name."""
    try:
        wait(why, lambda: desk.focused().startswith(name), 5)
    except Missing:
        raise Missing(f"{why}: the focus is on “{desk.focused()}”, not on “{name}”") from None
    time.sleep(0.3)
    assert desk.focused().startswith(name), f"{why}: the focus moved on to “{desk.focused()}”"


def having(desk, action):
    """The names of what can do this, in order."""
    return [name_of(n) for n in desk.all(role="button") if action in actions_of(n)]


def tab_to(desk, begin, key="Tab", most=40):
    for _ in range(most):
        if desk.focused().startswith(begin):
            return
        desk.key(key)
        time.sleep(0.15)
    raise Missing(f"{key} never comes to “{begin}”")


def sending(desk):
    focus_is(desk, "Message", "at the start, with a conversation open")
    for n in range(3):
        desk.key("ctrl+n")
        time.sleep(0.6)
        focus_is(desk, "Message", "in a new conversation")
        desk.keys(f"Word {n}")
        desk.key("Return")
        desk.find(contains=f"“Word {n}”", seconds=20)
        focus_is(desk, "Message", "after sending")


def conversations(desk):
    tab_to(desk, "Nora, Word 2", "shift+Tab")
    desk.key("Down")
    focus_is(desk, "Nora, Word 1", "one further down")
    desk.key("Delete")
    focus_is(desk, "Nora, Word 0", "after deleting a row: on the one that came into its place")
    tab_to(desk, "Nora, My sister", "Down", 4)
    desk.key("Delete")
    focus_is(desk, "Nora, Word 0", "after deleting the last row: on the one above")
    desk.key("F2")
    desk.find(name="Rename Conversation")
    desk.key("Escape")
    focus_is(desk, "Nora, Word 0", "after a dialog was closed")


def library(desk):
    desk.key("ctrl+shift+l")
    desk.find(name="Back to the Conversations")
    time.sleep(0.5)
    cards = having(desk, "card.delete")
    focus_is(desk, cards[0], "in the library")
    desk.key("Right")
    desk.key("Right")
    focus_is(desk, cards[2], "two further on")
    desk.key("Delete")
    focus_is(desk, cards[3], "after deleting a companion: on the next")
    desk.key("F2")
    desk.find(role="dialog", name="Edit Companion")
    time.sleep(0.5)
    desk.key("Escape")
    focus_is(desk, cards[3], "after editing")
    desk.key("Delete")
    focus_is(desk, cards[4], "after deleting another")
    return cards[2].split(",")[0], cards[3].split(",")[0]


def bin_of(desk, gone):
    frame = desk.find(role="frame")
    Atspi.Action.do_action(frame, actions_of(frame).index("win.bin"))
    restore = wait("the bin", lambda: [name_of(n) for n in desk.all(role="button") if name_of(n).startswith("Restore: ")])
    assert {f"Restore: {name}" for name in gone} <= set(restore), restore
    tab_to(desk, restore[1])
    desk.key("space")
    wait("one to be taken out", lambda: not desk.has(role="button", name=restore[1]))
    focus_is(desk, restore[2].removeprefix("Restore: "), "after taking one out of the bin: on the next")
    tab_to(desk, f"Erase Now: {restore[2].removeprefix('Restore: ')}")
    desk.key("space")
    desk.find(name="Erase for Good?")
    desk.key("Escape")
    focus_is(desk, "Erase Now: ", "after a question was closed")
    desk.key("Escape")
    time.sleep(0.5)
    desk.key("Escape")
    focus_is(desk, "Message", "back in the conversation")


def people(desk):
    desk.key("ctrl+t")
    desk.find(role="dialog", name="Time and Wellbeing")
    desk.tab_to("My People")
    desk.key("Return")
    desk.tab_to("Marc")
    desk.key("Return")
    desk.tab_to("Take Off the List")
    desk.key("Return")
    focus_is(desk, "Nadia", "after somebody was taken off the list: on the next")
    desk.key("Escape")
    focus_is(desk, "My People", "back on the page before")
    # Even while the offer to take it back still stands.
    desk.key("Escape")
    desk.gone(role="dialog")
    focus_is(desk, "Message", "after the dialog")


def leaving(desk):
    """Ctrl+Q is heard in dialogs; what is half made is asked about, and leaving goes on with the answer."""
    desk.key("ctrl+shift+n")
    desk.find(role="dialog", name="New Companion")
    desk.key("alt+Right")
    time.sleep(0.4)
    desk.key("alt+Right")
    time.sleep(0.4)
    desk.tab_to("Name")
    desk.key("ctrl+a")
    desk.keys("Zoe")
    desk.key("F1")
    desk.find(role="dialog", name="Help")
    desk.key("ctrl+q")
    desk.find(name="Leave Without Saving?")
    desk.key("Escape")
    focus_is(desk, "Name", "after choosing to stay")
    time.sleep(0.5)
    assert desk.process.poll() is None, "it left without an answer"
    desk.key("ctrl+q")
    desk.find(name="Leave Without Saving?")
    tab_to(desk, "Leave")
    desk.key("Return")
    wait("Lueur to end", lambda: desk.process.poll() is not None)
    assert desk.process.returncode == 0
    # Where nothing would be lost, at once.
    desk.start()
    desk.find(role="text", name="Message")
    desk.key("ctrl+comma")
    desk.find(role="dialog", name="Preferences")
    desk.key("ctrl+q")
    wait("Lueur to end from the preferences", lambda: desk.process.poll() is not None)
    assert desk.process.returncode == 0


def main():
    with Desk() as desk:
        home = desk.home / "data/lueur"
        subprocess.run([TOOL, "store", "seed", str(home), "--messages", "24", "--figures", "--language", "en"], check=True,
                       stdout=subprocess.DEVNULL)
        add_people(home / "lueur.db", "en")
        desk.start()
        desk.find(role="text", name="Message")
        sending(desk)
        conversations(desk)
        bin_of(desk, library(desk))
        people(desk)
        leaving(desk)
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
