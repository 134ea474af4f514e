#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole path, as somebody with a screen reader walks it.

Opens Lueur for the first time, makes a companion, connects the mock model, sends a message, sees the reply
stream in and the face change, quits, reopens, and finds it all.
"""
from desk import Desk, Model, text_of, wait

REPLY = ("Oh no, I am so sorry to hear that. Losing him breaks my heart. "
         "I feel so sad for you, and I miss him too. Take all the time you need.")
# What the face may say of itself on hearing such news.
SORRY = ("concern", "sad", "weeping", "sorry", "tender", "disappointed", "frightened")
MESSAGE = "My old dog died this morning."


def face(desk):
    """What the avatar beside the conversation says of itself."""
    for node in desk.all(role="image"):
        name = node.get_name() or ""
        if name.startswith("Mirabelle"):
            return name
    return None


def make_companion(desk):
    desk.click("Create a Companion")
    desk.find(contains="In One Sentence")
    desk.click("Next")
    desk.find(contains="Who are they to you?")
    desk.tab_to("A Confidant", most=60)
    desk.key("space")
    desk.click("Next")
    desk.type_into(desk.find(role="text", name="Name"), "Mirabelle")
    desk.click("Next")
    desk.click(desk.find(role="toggle button", name="Curious"))
    desk.click("Finish")
    desk.gone(contains="Who are they to you?")


def connect(desk, model):
    desk.key("ctrl+comma")
    desk.find(role="combo box", name="Answers Come From")
    desk.tab_to("Answers Come From")
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


def main():
    with Model("--reply", REPLY, "--pace", "300") as model, Desk() as desk:
        desk.start()
        desk.find(contains="Welcome to Lueur")
        make_companion(desk)
        composer = desk.find(role="text", name="Message")
        wait("a face that is at rest", lambda: face(desk))
        connect(desk, model)
        before = face(desk)
        assert "calm" in before, before

        desk.type_into(composer, MESSAGE)
        desk.click("Send")
        desk.find(role="article", contains=MESSAGE)
        # It streams: the first words are there while the last are not.
        desk.find(contains="so sorry to hear")
        assert not desk.has(contains="all the time you need"), "the reply came whole, it did not stream"
        # It feels with what is said, which is more than that it speaks.
        changed = wait("a face that is sorry", lambda: face(desk) if any(word in (face(desk) or "") for word in SORRY) else None, 20)
        desk.find(contains="all the time you need", seconds=30)
        desk.picture("reply")
        print(f"face: {before!r}, then {changed!r}")

        assert desk.quit() == 0
        desk.start()
        desk.find(role="article", contains=MESSAGE)
        desk.find(contains="all the time you need")
        assert face(desk), "the companion lost its face"
        assert text_of(desk.find(role="text", name="Message")) in ("", "Message"), "the composer is not empty"
        assert desk.quit() == 0
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
