#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main flow as a screen reader is told of it: what has the focus, what it is called, what is announced and how often.

From the welcome page through the wizard to a conversation, a reply, and the menus, by keyboard. On the way everything
that can take the focus must have a name, in the real tree of accessibles.
"""
import subprocess
import time

from desk import Atspi, Desk, GLib, Missing, Model, label_of, name_of, wait, walk

REPLY = "The harbour lights are on. **Three boats** came in before the rain."
# What holds other things and has the focus only while nothing in it can: no name is needed, none is read.
HOLDERS = ("scroll pane", "panel", "filler", "list", "table", "frame", "dialog", "window", "viewport", "grouping", "section")


class Ears:
    """What is announced, as a screen reader hears it."""

    def __init__(self):
        self.heard = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:announcement")

    def _hear(self, event):
        try:
            self.heard.append(str(event.any_data))
        except (GLib.Error, TypeError):
            pass

    def times(self, words):
        return sum(words in text for text in self.heard)


def within(node, role, most=8):
    for _ in range(most):
        node = node.get_parent()
        if node is None:
            return False
        if node.get_role_name() == role:
            return True
    return False


def check_names(desk, where):
    """Everything in sight that takes the focus has a name."""
    bad = []
    for node in walk(desk.app):
        try:
            states = node.get_state_set()
            if not (states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.SHOWING)):
                continue
            role = node.get_role_name()
            if role in HOLDERS or label_of(node):
                continue
            # A text that can be selected reads as itself; what is part of a field is named by the field.
            parent = node.get_parent()
            if role in ("label", "text") and (parent is None or name_of(parent) or role == "label"):
                continue
            # What a choice shows of itself, it has in its own name.
            if within(node, "combo box"):
                continue
            bad.append(f"{role} in {name_of(parent) if parent is not None else '?'} ({parent.get_role_name()})")
        except GLib.Error:
            continue
    if bad:
        raise Missing(f"{where}: without a name: " + ", ".join(bad[:8]))


def no_leftover_focus(desk):
    focused = desk.focused()
    assert focused, "the focus is on nothing that has a name"
    return focused


def main():
    with Model("--reply", REPLY, "--pace", "60") as model, Desk() as desk:
        ears = Ears()
        desk.start()
        desk.find(contains="Welcome to Lueur")
        check_names(desk, "welcome")
        assert no_leftover_focus(desk) == "Create a Companion", desk.focused()

        desk.key("Return")
        desk.find(contains="In One Sentence")
        check_names(desk, "wizard, first page")
        for title in ("Who are they to you?", "Who are they?"):
            desk.key("alt+Right")
            desk.find(contains=title)
            time.sleep(0.3)
            check_names(desk, title)
        desk.tab_to("Name")
        desk.key("ctrl+a")
        desk.keys("Mirabelle")
        desk.key("ctrl+Return")
        composer = desk.find(role="text", name="Message", seconds=20)
        wait("the focus on the composer", lambda: desk.focused() == "Message")
        check_names(desk, "chat")
        # The messages have a place with a name, and the face says whose it is.
        log = desk.find(role="list", name="Messages")
        face = wait("the face to say who it is", lambda: next((n for n in desk.all(role="image")
                                                             if name_of(n).startswith("Mirabelle")), None))
        assert face is not None

        # A model, by the preferences, by keyboard: where the focus was, it comes back to.
        desk.key("ctrl+comma")
        desk.tab_to("Answers Come From")
        check_names(desk, "preferences")
        desk.key("space")
        desk.find(contains="Another server")
        desk.key("End")
        desk.key("Return")
        address = desk.find(role="text", name="Address")
        desk.type_into(address, model.url)
        desk.press_apply(address)
        desk.find(contains="It works")
        desk.tab_to("Model")
        desk.keys("good")
        desk.key("Return")
        desk.key("Escape")
        desk.gone(contains="It works")
        wait("the focus back on the composer", lambda: desk.focused() == "Message")

        # A reply: told once, when all of it is there.
        ears.heard.clear()
        desk.keys("What do you see?")
        desk.key("Return")
        desk.find(contains="came in before the rain", seconds=30)
        wait("the reply to be announced", lambda: ears.times("Three boats came in before the rain") > 0, 10)
        time.sleep(1.5)
        assert ears.times("before the rain") == 1, ears.heard
        assert ears.times("**") == 0, "the signs of Markdown are spoken"
        print("announced:", ears.heard)
        assert len(ears.heard) <= 4, f"too much is announced: {ears.heard}"
        article = next(n for n in walk(log) if "before the rain" in name_of(n))
        assert name_of(article).startswith("Mirabelle, "), name_of(article)
        check_names(desk, "after a reply")

        # The menus: opened, walked, closed, and the focus is where it was.
        desk.key("F10")
        desk.find(role="menu item", name="Preferences", seconds=5)
        check_names(desk, "main menu")
        desk.key("Escape")
        time.sleep(0.5)
        desk.key("ctrl+l")
        wait("the focus on the composer again", lambda: desk.focused() == "Message")
        desk.key("shift+Tab")
        time.sleep(0.2)
        no_leftover_focus(desk)

        # Dialogs by their keys; Escape closes each, and gives the focus back.
        for keys, title in (("ctrl+question", "Keyboard Shortcuts"), ("ctrl+t", "Time and Wellbeing"),
                            ("ctrl+e", "Exercises"), ("ctrl+comma", "Preferences")):
            desk.key("ctrl+l")
            wait("the focus on the composer", lambda: desk.focused() == "Message")
            desk.key(keys)
            wait(f"the dialog “{title}”", lambda: any(name_of(n) == title for n in desk.all(role="dialog")))
            time.sleep(0.4)
            check_names(desk, title)
            desk.key("Escape")
            wait(f"“{title}” to close", lambda: not any(name_of(n) == title for n in desk.all(role="dialog")))
            wait(f"the focus back after “{title}”", lambda: desk.focused() == "Message")
        desk.picture("end")
        assert desk.quit() == 0
        text = desk.log.read_text()
        assert "CRITICAL" not in text and "WARNING" not in text, text
    print("ok")


if __name__ == "__main__":
    main()
