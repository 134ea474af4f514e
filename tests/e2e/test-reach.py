#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page, dialog and menu as a screen reader has it: what takes the focus has a name, what can be pressed can be
pressed from the accessibility bus.

    test-reach.py [VIEW…]

The real application goes through the views of tools/dev/views.py, and waits at each. There every menu and every list of
choices that is in sight is opened over the bus, looked through and closed again.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(os.environ["LUEUR_TOP"]) / "tools/dev"))
from desk import Atspi, GLib, Missing, actions_of, name_of, presses, text_of, wait, walk  # noqa: E402
from views import EMPTY, FULL, GALLERY, Studio  # noqa: E402

# What holds other things, and has the focus only while nothing in it can: no name is needed, none is read.
HOLDERS = ("scroll pane", "panel", "filler", "list", "table", "tree table", "frame", "dialog", "window", "viewport", "grouping")
# What people press.
PRESSED = ("push button", "button", "toggle button", "check box", "radio button", "switch", "menu item", "check menu item",
           "radio menu item", "link", "page tab", "combo box", "list item", "tree item", "table cell")
# More of it, which is only come to from there: views, and what is pressed in them in turn, over the bus.
MORE = [
    ("erase-journal", ["win.wellbeing::feelings"], ["Erase the Journal…"]),
    ("erase-time", ["win.wellbeing::"], ["Erase Everything Here…"]),
    ("empty-bin", ["win.bin"], ["Empty…"]),
    ("erase-one", ["win.bin"], ["Erase Now: Teo"]),
    ("contact-edit", ["win.wellbeing::people"], ["Inès"]),
    ("say-how-it-goes", ["win.companion(int64 1)"], ["Say How It Is Going…"]),
    ("about-details", ["win.about"], ["Details"]),
    ("about-credits", ["win.about"], ["Credits"]),
    ("about-legal", ["win.about"], ["Legal"]),
    *((f"exercise-{kind}", ["win.exercises"], [name, *["Next"] * n])
      for kind, name, n in (("dispute", "Step Back From a Dispute", 1), ("decision", "Explore a Decision", 2),
                            ("order", "Put Thoughts in Order", 1))),
    ("romance", ["win.new-companion", "wizard.page::intimacy"], ["A Romance"]),
    ("search-preferences", ["win.preferences::model"], ["Search"]),
    ("companion-from-grid", ["win.library"], ["Nora, Confidant"]),
    ("reply-account", ["win.leave-library", "win.leave-library"], ["message.account"]),
]
# What F1 opens the help at, by the beginning of a view's name; the first that fits.
TOPICS = [
    ("welcome", "First Steps"), ("wellbeing-nothing", "Your Time"), ("wellbeing", "Your Time"), ("feelings", "Your Time"), ("library", "Making a Companion"),
    ("bin", "What Is Kept, and Where"), ("wizard-look", "The Face"), ("wizard", "Making a Companion"),
    ("preferences-chat", "Talking"), ("preferences-wellbeing", "Your Time"), ("preferences-privacy", "What Is Kept, and Where"),
    ("preferences", "Connecting a Model"), ("exercise", "Hard Times"), ("ready", "Making a Companion"),
    ("persons", "What Is Kept, and Where"), ("import", "Character Cards"), ("shortcuts", "Keyboard"), ("about", "First Steps"),
    ("companion", "Making a Companion"), ("version", "Making a Companion"), ("review", "Making a Companion"),
    ("chat-help", "Hard Times"), ("chat", "Talking"), ("rename", "Talking"), ("sidebar", "Talking"),
    ("erase-journal", "Your Time"), ("erase-time", "Your Time"), ("empty-bin", "What Is Kept, and Where"),
    ("erase-one", "What Is Kept, and Where"), ("contact-edit", "Your Time"), ("say-how-it-goes", "Making a Companion"),
    ("romance", "Making a Companion"), ("search-preferences", "Connecting a Model"), ("reply-account", "Connecting a Model"),
]
S = Atspi.StateType


def within(node, *roles, most=10):
    for _ in range(most):
        node = node.get_parent()
        if node is None:
            return None
        if node.get_role_name() in roles:
            return node
    return None


def where(node):
    parts = []
    while node is not None and len(parts) < 4:
        if name_of(node):
            parts.append(name_of(node)[:40])
        node = node.get_parent()
    return " < ".join(parts)


def has_inside(node, *roles):
    return any(n.get_role_name() in roles and n.get_state_set().contains(S.FOCUSABLE) for n in walk(node))


def is_its_value(node, choice):
    """Whether an item of a list in a row stands on the row, and not in what the row opens, which scrolls."""
    while node is not None and node != choice:
        if node.get_role_name() == "scroll pane":
            return False
        node = node.get_parent()
    return True


def look(top, found, place, rows):
    """Everything below top that takes the focus or looks like something to press. rows: what the rows that can be pressed are called."""
    seen = 0
    for node in walk(top):
        try:
            states, role = node.get_state_set(), node.get_role_name()
            focusable = states.contains(S.FOCUSABLE)
            if not states.contains(S.SHOWING) or not (focusable or role in ("menu item", "check menu item", "radio menu item")):
                continue
            seen += 1
            if role in HOLDERS:
                # Nothing but a holder may be pressed by something that has no role.
                if presses(node) and role not in ("list", "table", "tree table", "frame", "dialog", "window"):
                    found.add(f"{place}: {role} “{where(node)}” can be pressed and is nothing to a screen reader")
                continue
            # A row that unfolds holds the one that is pressed for that, and those below.
            if role == "list item" and has_inside(node, "list item"):
                continue
            if not name_of(node) and not text_of(node):
                parent = node.get_parent()
                # What can be written in is called as the field around it.
                if not (role in ("text", "entry", "password text") and parent is not None and name_of(parent)):
                    found.add(f"{place}: {role} without a name in “{where(node)}”")
            # A row may only tell something, and be there to be read; and what stands on a choice is what it is set to.
            choice = within(node, "combo box") if role == "list item" else None
            if role == "list item" and (is_its_value(node, choice) if choice else name_of(node) not in rows):
                continue
            if role in PRESSED and states.contains(S.SENSITIVE) and not presses(node):
                found.add(f"{place}: {role} “{where(node)}” cannot be pressed")
        except GLib.Error:
            continue
    return seen


def has_sheet(node, depth=4):
    """Whether a node lies over the window, as libadwaita’s dialogs do, and can be closed."""
    if "sheet.close" in actions_of(node):
        return True
    return depth > 0 and any(has_sheet(node.get_child_at_index(i), depth - 1) for i in range(min(node.get_child_count(), 4)))


def dialogs(app):
    """What lies over the window, the last on top. A warning in a page is an alert to a screen reader as well."""
    return [n for n in walk(app) if n.get_role_name() == "dialog" or (n.get_role_name() == "alert" and has_sheet(n))]


def in_sight(app):
    """What can be used now: the dialog on top, or the window."""
    return (dialogs(app) or [app])[-1]


def opens(node):
    """Whether a node opens a menu or a list of choices."""
    role = node.get_role_name()
    states = node.get_state_set()
    if role == "combo box":
        return True
    if role == "toggle button":
        parent = node.get_parent()
        return parent is not None and parent.get_role_name() in ("button", "push button") and not presses(parent)
    return states.contains(S.HAS_POPUP)


def popovers(app):
    """What stands open over the page: menus, and whatever else comes up from a button."""
    for node in walk(app):
        try:
            if node.get_role_name() in ("menu", "popup menu", "list box") and node.get_state_set().contains(S.SHOWING):
                yield node
        except GLib.Error:
            continue


def press(top, what):
    """Presses what has one of these names; or does this action of the last node that has it."""
    if "." in what and " " not in what:
        nodes = wait(what, lambda: [n for n in walk(top) if what in actions_of(n)])
        Atspi.Action.do_action(nodes[-1], actions_of(nodes[-1]).index(what))
        return
    node = wait(f"“{what}”", lambda: next((n for n in walk(top) if name_of(n) in what.split("|") and presses(n)), None))
    presses(node, True)


def menus_of(top):
    """The first of each kind of thing that has a menu of its own."""
    kinds = {}
    for node in walk(top):
        for n, action in enumerate(actions_of(node)):
            if action.endswith(".menu"):
                kinds.setdefault(action, (node, n))
    return kinds.items()


def is_sensitive(node):
    """What holds it may be off as a whole: only that is marked then."""
    while node is not None and node.get_role_name() != "application":
        if not node.get_state_set().contains(S.SENSITIVE):
            return False
        node = node.get_parent()
    return True


def look_into_menus(app, found, place, rows):
    opened = 0
    top = in_sight(app)
    for node in [n for n in walk(top) if n.get_state_set().contains(S.SHOWING) and is_sensitive(n) and opens(n)]:
        name = name_of(node)
        before = sum(1 for _ in walk(app))
        if not presses(node):
            continue
        presses(node, True)
        try:
            wait("something to open", lambda: sum(1 for n in walk(app) if n.get_state_set().contains(S.SHOWING)) > 0 and
                 node.get_state_set().contains(S.EXPANDED) or node.get_state_set().contains(S.CHECKED) or
                 node.get_state_set().contains(S.PRESSED) or sum(1 for _ in walk(app)) != before, 3)
        except Missing:
            found.add(f"{place}: “{name}” opens nothing")
            continue
        time.sleep(0.15)
        look(top, found, f"{place}, “{name}”", rows)
        opened += 1
        subprocess.run(["xdotool", "key", "Escape"], check=True)
        time.sleep(0.15)
    for action, (node, n) in menus_of(top):
        Atspi.Action.do_action(node, n)
        wait(f"{place}: the menu of “{name_of(node)}”", lambda: any(
            m.get_role_name().endswith("menu item") and m.get_state_set().contains(S.SHOWING) for m in walk(node)), 5)
        look(node, found, f"{place}, {action}", rows)
        opened += 1
        subprocess.run(["xdotool", "key", "Escape"], check=True)
        time.sleep(0.15)
    return opened


def key(combination):
    subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)


def has_focus(app):
    """What has the focus, as its role and the names around it."""
    for node in walk(app):
        try:
            if node.get_state_set().contains(S.FOCUSED):
                return node.get_role_name(), where(node)
        except GLib.Error:
            continue
    return None


def check_keys(app, found, place):
    """F1 opens the help at the page about what is in sight, Escape brings back the focus, Ctrl+W closes a dialog."""
    topic = next((topic for begin, topic in TOPICS if place.startswith(begin)), None)
    if topic is None:
        return
    before, had = len(dialogs(app)), has_focus(app)
    key("F1")
    try:
        wait("help", lambda: len(dialogs(app)) == before + 1 and name_of(dialogs(app)[-1]) == "Help", 3)
        wait("its page", lambda: any(n.get_role_name() == "heading" or name_of(n) == topic for n in walk(dialogs(app)[-1])), 3)
        titles = [name_of(n) for n in walk(dialogs(app)[-1]) if n.get_role_name() == "list item" and
                  n.get_state_set().contains(S.SELECTED)]
        if titles != [topic]:
            found.add(f"{place}: F1 opens {titles}, not “{topic}”")
    except Missing:
        found.add(f"{place}: F1 opens no help")
        return
    key("Escape")
    try:
        wait("help to close", lambda: len(dialogs(app)) == before, 3)
    except Missing:
        found.add(f"{place}: Escape does not close the help")
        return
    try:
        wait("the focus back", lambda: has_focus(app) == had, 2)
    except Missing:
        found.add(f"{place}: the focus was on {had}, and after the help it is on {has_focus(app)}")
    if before:
        key("ctrl+w")
        try:
            wait("it to close", lambda: len(dialogs(app)) != before, 3)
        except Missing:
            found.add(f"{place}: Ctrl+W does not close it")


def go_through(studio, place, full, views, found):
    home = pathlib.Path(place) / f"reach-{views[0][0]}"
    (home / "data").mkdir(parents=True)
    if full:
        shutil.copytree(studio._home("en"), home / "data/lueur")
    env = dict(os.environ, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache",
               GSETTINGS_BACKEND="memory", LANGUAGE="en", LC_ALL="en_US.UTF-8", LUEUR_STEPS="1", G_DEBUG="")
    words = [name + ("=" + ",".join(actions).format(**studio.addresses) if actions else "") for name, actions, *_ in views]
    pressed = {name: rest[0] for name, _, *rest in views if rest}
    process = subprocess.Popen([GALLERY, "-", "reach", "1100", "900", "light", *words], env=env, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    rows = set()
    for line in process.stdout:
        if line.startswith("!"):
            rows.add(line[1:].strip())
            continue
        if not line.startswith("@"):
            found.add(line.strip())
            continue
        name = line[1:].strip()

        def find():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                app = desktop.get_child_at_index(i)
                if app is not None and app.get_process_id() == process.pid and app.get_child_count() > 0:
                    return app
            return None

        app = wait("the app on the accessibility bus", find)
        for what in pressed.get(name, []):
            before = [text_of(n) for n in walk(app)]
            press(in_sight(app), what)
            wait(f"{name}: something to come of “{what}”", lambda: [text_of(n) for n in walk(app)] != before, 5)
            time.sleep(0.4)
        seen = look(in_sight(app), found, name, rows)
        opened = look_into_menus(app, found, name, rows)
        check_keys(app, found, name)
        print(f"{name}: {seen} looked at, {opened} opened", flush=True)
        process.stdin.write("\n")
        process.stdin.flush()
        rows.clear()
    if process.wait() != 0:
        found.add(f"ended with {process.returncode}")


def main():
    found = set()
    only = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        studio = Studio(place)
        try:
            for full, views in ((False, EMPTY), (True, FULL), (True, MORE)):
                views = [v for v in views if not only or v[0] in only]
                if views:
                    go_through(studio, place, full, views, found)
        finally:
            studio.close()
            print("\n".join(sorted(found)))
    if found:
        raise Missing(f"{len(found)} things, named above")
    print("ok")


if __name__ == "__main__":
    main()
