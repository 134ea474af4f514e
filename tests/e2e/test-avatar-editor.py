#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A face is dressed: in the wizard by keyboard alone, then from the companion's own page as a screen reader does it."""
import time

from desk import Atspi, Desk, Missing, name_of, wait


def row(desk, title):
    """The group of choices under this heading."""
    return desk.find(role="grouping", name=title)


def chosen(desk, title):
    for node in desk.all(role="radio button", below=row(desk, title)):
        if node.get_state_set().contains(Atspi.StateType.CHECKED):
            return name_of(node)
    return None


def wait_chosen(desk, title, name):
    wait(f"“{name}” to be chosen under “{title}”", lambda: chosen(desk, title) == name)


def to_page(desk, title):
    for _ in range(9):
        if desk.has(contains=title):
            return
        desk.key("alt+Right")
        time.sleep(0.7)
    desk.find(contains=title)


def to_look(desk):
    to_page(desk, "What do they look like?")
    desk.find(role="grouping", name="Hair")
    time.sleep(1)


def by_keyboard(desk):
    """Every row has one stop; arrows go along it; undo and redo have their keys."""
    desk.tab_to("Joy", most=60)
    desk.key("Right")
    desk.key("space")
    wait("the face to say that it is sad", lambda: any("sad" in name_of(n) for n in desk.all(role="image")))

    for title in ("Hair", "Clothes", "Glasses", "Skin", "At Rest"):
        first = chosen(desk, title)
        if first is None:
            raise Missing(f"nothing is chosen under “{title}”")
        # Tab comes to what is chosen, whatever lies before it.
        for _ in range(60):
            desk.key("Tab")
            time.sleep(0.08)
            if desk.focused() == first and any(n.get_state_set().contains(Atspi.StateType.FOCUSED)
                                               for n in desk.all(role="radio button", below=row(desk, title))):
                break
        else:
            raise Missing(f"Tab never comes to “{title}”")
        desk.key("Right")
        time.sleep(0.1)
        other = desk.focused()
        if other == first:
            desk.key("Left")
            time.sleep(0.1)
            other = desk.focused()
        desk.key("space")
        wait_chosen(desk, title, other)
        desk.key("ctrl+z")
        wait_chosen(desk, title, first)
        desk.key("ctrl+shift+z")
        wait_chosen(desk, title, other)


def by_screen_reader(desk):
    """The same editor from the companion's page: each choice has an action and tells whether it is chosen."""
    for title in ("Hair", "Glasses", "Skin", "Hair Colour", "Eyes", "At Rest"):
        before = chosen(desk, title)
        other = next(n for n in desk.all(role="radio button", below=row(desk, title)) if name_of(n) != before)
        desk.click(other)
        wait_chosen(desk, title, name_of(other))
        desk.click("Undo")
        wait_chosen(desk, title, before)
    hair, clothes = chosen(desk, "Hair"), chosen(desk, "Clothes")
    for _ in range(8):
        desk.click("Surprise Me")
        time.sleep(0.3)
        if (chosen(desk, "Hair"), chosen(desk, "Clothes")) != (hair, clothes):
            break
    else:
        raise Missing("chance changes nothing")
    for feeling, words in (("Anger", "angry"), ("Joy", "smiling")):
        desk.click(feeling)
        wait(f"the face to say that it is {words}", lambda w=words: any(w in name_of(n) for n in desk.all(role="image")))
    # A fox has no human skin.
    desk.click(next(n for n in desk.all(role="radio button", below=row(desk, "Figure")) if name_of(n) == "Renard"))
    row(desk, "Fur")
    desk.gone(role="grouping", name="Skin")
    desk.click("Undo")
    row(desk, "Skin")


def own_picture(desk):
    """The way to a picture of one's own; whoever turns back there has changed nothing."""
    before = chosen(desk, "Figure")
    desk.click(desk.find(role="toggle button", name="A Picture of Your Own…"))
    desk.find(role="menu item")
    desk.key("Return")  # the first is “A Picture or a Pack…”
    dialog = desk.find(role="dialog", name="Choose a Picture")
    desk.click(desk.find(role="button", name="Cancel", below=dialog))
    desk.gone(role="dialog", name="Choose a Picture")
    wait_chosen(desk, "Figure", before)


def main():
    with Desk() as desk:
        desk.start()
        desk.key("ctrl+shift+n")
        desk.find(contains="In One Sentence")
        to_page(desk, "Who are they?")
        desk.type_into(desk.find(role="text", name="Name"), "Mirabelle")
        to_look(desk)
        by_keyboard(desk)
        desk.picture("keyboard")
        worn = {title: chosen(desk, title) for title in ("Hair", "Clothes", "Glasses", "Skin", "At Rest")}
        desk.click("Finish")
        desk.gone(contains="What do they look like?")

        desk.key("ctrl+shift+l")
        desk.find(role="table cell", contains="Mirabelle")
        desk.tab_to("Search companions")
        desk.key("Tab")
        desk.key("Return")
        desk.click("Edit")
        to_look(desk)
        for title, name in worn.items():
            wait_chosen(desk, title, name)
        by_screen_reader(desk)

        own_picture(desk)
        desk.picture("edited")
        desk.click("Save")
        desk.gone(contains="What do they look like?")
        assert desk.quit() == 0
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
