#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every choice of the wizard, as assistive technology acts on it and by keyboard alone."""
import time

from desk import Atspi, Desk, Missing, name_of, offers, wait

PAGES = {
    "Who are they to you?": ["A friend", "A confidant", "A mentor", "A character of a story"],
    "Who are they?": ["She", "He"],
    "How close, and in what tone?": ["Friendly"],
}


def forward(desk, title):
    desk.key("alt+Right")
    wait(f"the page “{title}”", lambda: desk.has(contains=title))
    time.sleep(0.3)


def radios(desk):
    return [n for n in desk.all() if n.get_role_name() == "radio button"]


def checked(node):
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def act_on_each(desk):
    """Each choice has a name, says what it is, can be acted on, and takes what was chosen before with it."""
    nodes = [n for n in radios(desk) if n.get_state_set().contains(Atspi.StateType.SHOWING)]
    assert len(nodes) >= 2, "no choices on this page"
    for node in nodes:
        if not name_of(node):
            raise Missing("a choice has no name")
        if not offers(node, "Action") or Atspi.Action.get_n_actions(node) < 1:
            raise Missing(f"“{name_of(node)}” cannot be acted on")
    for node in nodes:
        # A romance asks first; the asking is another test's.
        if name_of(node) in ("A partner", "A romance", "A Partner", "A Romance"):
            continue
        Atspi.Action.do_action(node, 0)
        wait(f"“{name_of(node)}” to be chosen", lambda: checked(node))
    assert desk.has(contains="Step"), "acting on a choice left the wizard"


def press_each(desk):
    """By Tab and Space, one after the other."""
    names = [name_of(n) for n in radios(desk) if n.get_state_set().contains(Atspi.StateType.SHOWING)]
    for name in names:
        if name in ("A partner", "A romance", "A Partner", "A Romance"):
            continue
        desk.tab_to(name, most=60)
        desk.key("space")
        wait(f"“{name}” to be chosen by keyboard", lambda: any(checked(n) for n in radios(desk) if name_of(n) == name))


def main():
    with Desk() as desk:
        desk.start()
        desk.find(contains="Welcome to Lueur")
        desk.key("ctrl+shift+n")
        desk.find(contains="In One Sentence")
        titles = ["Who are they to you?", "Who are they?", "What are they like?", "How close, and in what tone?",
                  "Where are the limits?", "What makes them who they are?", "What rhythm do you keep?", "What do they look like?",
                  "Three Exchanges"]
        for title in titles:
            forward(desk, title)
            # The look is chosen in an editor of its own.
            if radios(desk) and "look" not in title:
                act_on_each(desk)
                press_each(desk)
                desk.picture(title.split()[0].lower())
            # Nothing on the page that can be acted on is without a name.
            for node in desk.all():
                if node.get_role_name() in ("button", "push button", "switch", "check box", "slider", "spin button", "text",
                                            "toggle button", "combo box") and \
                        node.get_state_set().contains(Atspi.StateType.SHOWING) and not name_of(node):
                    parent = node.get_parent()
                    if parent is None or not name_of(parent):
                        raise Missing(f"a {node.get_role_name()} on “{title}” has no name")
        assert desk.has(contains="Three Exchanges")
        log = desk.log.read_text()
        assert "CRITICAL" not in log and "WARNING" not in log, log
    print("ok")


if __name__ == "__main__":
    main()
