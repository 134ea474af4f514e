#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole wizard, by keyboard alone: every page, every kind of row, three exchanges, and the editor after.

No pointer and no action of the accessibility bus: keys are pressed, and what is on the screen is read.
"""
import time

from desk import Desk, Missing, name_of, wait


def on_page(desk, title):
    wait(f"the page “{title}”", lambda: any(name_of(n) == title or title in name_of(n) for n in desk.all(contains=title)))


def forward(desk, title):
    desk.key("alt+Right")
    on_page(desk, title)
    time.sleep(0.3)


def write(desk, label, text):
    """Goes to a row by Tab and types into it."""
    desk.tab_to(label, most=60)
    desk.keys(text)


def switch_on(desk, label):
    desk.tab_to(label, most=60)
    desk.key("space")


def choose(desk, label):
    """A choice among several: Tab goes to the group, arrows within."""
    desk.tab_to(label, most=60)
    desk.key("space")


def make(desk):
    desk.key("ctrl+shift+n")
    on_page(desk, "In One Sentence")
    write(desk, "I would like…", "A funny friend of 40 from Nantes who loves sailing")
    desk.tab_to("Fill the Pages")
    desk.key("Return")
    on_page(desk, "Who are they to you?")
    desk.find(contains="understood")
    # A star is more than a colour: it has words.
    desk.find(name="Understood from your sentence")

    write(desk, "In Your Own Words", "keeps me company on night shifts")
    forward(desk, "Who are they?")
    desk.tab_to("Name")
    desk.key("ctrl+a")
    desk.keys("Mirabelle")
    choose(desk, "She")
    write(desk, "Your Name", "Noor")

    forward(desk, "What are they like?")
    choose(desk, "Curious")
    desk.tab_to("From Gentle to Teasing", most=60)
    for _ in range(5):
        desk.key("Right")
    write(desk, "In Your Own Words", "laughs easily")

    forward(desk, "How close, and in what tone?")
    switch_on(desk, "Emoji")

    forward(desk, "Where are the limits?")
    write(desk, "Never Talk About", "my weight")
    write(desk, "Names They Never Use", "Robert")
    write(desk, "Words That Stop Everything", "pineapple")

    forward(desk, "What makes them who they are?")
    write(desk, "Background", "ran a ferry")
    write(desk, "Things You Say to Each Other", "fair winds")

    forward(desk, "What rhythm do you keep?")
    forward(desk, "What do they look like?")
    forward(desk, "Three Exchanges")


def assert_told(desk):
    """Opens every part of what the model is told, and finds there what was typed."""
    expected = ["keeps me company on night shifts", "Mirabelle", "laughs easily", "my weight", "Robert", "pineapple",
                "ran a ferry", "fair winds", "sailing", "Nantes", "40 years", "Noor", "emoji"]
    for title in ("Who You Are", "Who They Are", "What They Are Like", "Limits"):
        desk.tab_to(title, most=80)
        desk.key("space")
        time.sleep(0.3)
    for words in expected:
        if not desk.has(contains=words):
            raise Missing(f"“{words}” is not told to the model")


def main():
    with Desk() as desk:
        desk.start()
        desk.find(contains="Welcome to Lueur")
        make(desk)
        assert_told(desk)

        desk.tab_to("Say something", most=80)
        desk.keys("Hello there")
        desk.key("Return")
        desk.find(contains="2 exchanges left", seconds=20)
        desk.picture("tried")

        desk.key("ctrl+Return")
        desk.gone(contains="Three Exchanges")
        desk.find(role="text", name="Message")
        desk.find(contains="Mirabelle")
        # What was tried is not part of any conversation.
        assert not desk.has(contains="Hello there"), "a rehearsal was kept"
        assert desk.quit() == 0
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
