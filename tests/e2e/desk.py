# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the desk: starts the installed Lueur and uses it through the accessibility bus alone.

Whatever this cannot find or do, somebody with a screen reader cannot either.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PREFIX = os.environ.get("LUEUR_PREFIX", "")
TOP = pathlib.Path(os.environ["LUEUR_TOP"])


class Missing(AssertionError):
    """Something that a person would expect on the screen is not there."""


def wait(what, check, seconds=10.0):
    """Turns the bus until check() gives something true, and returns it."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = check()
        except GLib.Error:
            found = None  # the object went away while it was looked at
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(f"waited {seconds:g} s for {what}")
        time.sleep(0.05)


def walk(node, showing=True):
    """Every accessible below node, parents first."""
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
            if child is None:
                continue
            if showing and not child.get_state_set().contains(Atspi.StateType.VISIBLE):
                continue
        except GLib.Error:
            continue
        yield child
        yield from walk(child, showing)


def offers(node, interface):
    """Whether a node has this interface of the accessibility bus."""
    return interface in (node.get_interfaces() or [])


def name_of(node):
    return node.get_name() or ""


def label_of(node):
    """What a screen reader calls a node: its name, or what stands on the label that it points to, as items of menus do."""
    name = name_of(node)
    if name:
        return name
    for relation in node.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets() > 0:
            return text_of(relation.get_target(0))
    return ""


def text_of(node):
    """What can be read of a node: its text if it has some, else its name."""
    try:
        if offers(node, "Text"):
            count = Atspi.Text.get_character_count(node)
            if count > 0:
                return Atspi.Text.get_text(node, 0, count)
    except GLib.Error:
        pass
    return name_of(node)


def actions_of(node):
    """The names of what can be done with a node over the bus; those that cannot be done now have none, and are left empty."""
    names = []
    for i in range(Atspi.Action.get_n_actions(node) if offers(node, "Action") else 0):
        try:
            names.append(Atspi.Action.get_action_name(node, i))
        except GLib.Error:
            names.append("")
    return names


def presses(node, really=False):
    """Whether a node has something to press, of all that can be done with it; really: does it."""
    names = [name.split(".")[-1] for name in actions_of(node)]
    for wanted in ("click", "press", "activate", "toggle"):
        if wanted in names:
            return not really or Atspi.Action.do_action(node, names.index(wanted))
    return False


class Desk:
    """One person's machine: a home of its own, in which Lueur can be started more than once."""

    def __init__(self, command=None, **environment):
        """command: what starts Lueur, where that is not the installed program itself (a sandbox)."""
        self.command = command
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="lueur-e2e-"))
        self.env = dict(os.environ, XDG_DATA_HOME=str(self.home / "data"), XDG_CONFIG_HOME=str(self.home / "config"),
                        XDG_CACHE_HOME=str(self.home / "cache"), GSETTINGS_BACKEND="keyfile", LANGUAGE="en",
                        LC_ALL="en_US.UTF-8", G_DEBUG="", **environment)
        self.app = None
        self.process = None
        self.log = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.picture("failed")
            print(self.tree(), file=sys.stderr)
            if self.log and self.log.exists():
                print(self.log.read_text()[-4000:], file=sys.stderr)
        self.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    # --- Starting and ending ---------------------------------------------------------------------

    def start(self, *args, seconds=20):
        self.log = self.home / "lueur.log"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([*(self.command or [f"{PREFIX}/bin/lueur"]), *args], env=self.env,
                                            stdout=log, stderr=log)
        self.app = wait("Lueur on the accessibility bus", self._find_app, seconds)
        return self

    def _find_app(self):
        if self.process.poll() is not None:
            raise Missing(f"Lueur ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is None or app.get_child_count() == 0:
                continue
            # In a sandbox it has another number than the process that we started.
            if app.get_name() == "lueur" if self.command else app.get_process_id() == self.process.pid:
                return app
        return None

    def quit(self, seconds=10):
        """Ends it as a person does: by Ctrl+Q."""
        self.key("ctrl+q")
        wait("Lueur to end", lambda: self.process.poll() is not None, seconds)
        return self.process.returncode

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    # --- Looking ---------------------------------------------------------------------------------

    def all(self, role=None, name=None, contains=None, below=None):
        for node in walk(below or self.app):
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                if name is not None and (label_of(node) if role == "menu item" else name_of(node)) != name:
                    continue
                if contains is not None and contains not in text_of(node):
                    continue
            except GLib.Error:
                continue
            yield node

    def find(self, role=None, name=None, contains=None, below=None, seconds=10.0):
        what = " ".join(str(x) for x in (role, name and f"“{name}”", contains and f"with “{contains}”") if x)
        return wait(what, lambda: next(self.all(role, name, contains, below), None), seconds)

    def gone(self, role=None, name=None, contains=None, seconds=10.0):
        wait(f"{role} {name or contains} to go away", lambda: next(self.all(role, name, contains), None) is None, seconds)

    def has(self, **what):
        return next(self.all(**what), None) is not None

    def tree(self):
        if self.app is None:
            return "(no app)"
        lines = []

        def show(node, depth):
            try:
                states = node.get_state_set()
                marks = "".join(m for m, s in (("*", Atspi.StateType.FOCUSED), ("-", Atspi.StateType.SHOWING)) if states.contains(s))
                lines.append(f"{'  ' * depth}{node.get_role_name()} “{text_of(node)[:80]}” {marks}")
                for i in range(min(node.get_child_count(), 60)):
                    child = node.get_child_at_index(i)
                    if child is not None:
                        show(child, depth + 1)
            except GLib.Error:
                pass

        show(self.app, 0)
        return "\n".join(lines)

    def picture(self, name):
        folder = pathlib.Path(os.environ.get("LUEUR_BUILD", "/tmp")) / "e2e"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{pathlib.Path(sys.argv[0]).stem}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=False, stderr=subprocess.DEVNULL)
        return path

    # --- Doing -----------------------------------------------------------------------------------

    def click(self, node_or_name, role=None, seconds=10.0):
        """Does the first action of a node, as a screen reader's “activate” does."""
        node = node_or_name
        if isinstance(node, str):
            node = self.find(role=role, name=node, seconds=seconds)
        wait(f"{name_of(node)} to be usable", lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE), seconds)
        target = node
        # A label stands for the row or button around it, but never for the page that those are in.
        while target is not None and not (offers(target, "Action") and Atspi.Action.get_n_actions(target) > 0):
            target = target.get_parent()
            if target is not None and target.get_role_name() in ("scroll pane", "dialog", "frame"):
                target = None
        if target is None:
            raise Missing(f"{name_of(node)} cannot be activated")
        if not presses(target, True):
            Atspi.Action.do_action(target, 0)

    def type_into(self, node, text):
        """Replaces what an entry holds."""
        if not offers(node, "EditableText"):
            raise Missing(f"{name_of(node)} cannot be written in")
        Atspi.EditableText.set_text_contents(node, text)

    def focused(self):
        """The name of what has the focus; where it has none, that of the first thing around it that has one."""
        for node in walk(self.app):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    while node is not None and not name_of(node):
                        node = node.get_parent()
                    return name_of(node) if node is not None else ""
            except GLib.Error:
                continue
        return ""

    def tab_to(self, name, most=40):
        """Presses Tab until the focus is on what has this name, as a keyboard alone allows."""
        for _ in range(most):
            if self.focused() == name:
                return
            self.key("Tab")
            time.sleep(0.08)
        raise Missing(f"Tab never comes to “{name}”")

    def press_apply(self, entry):
        """The “apply” button that an entry row shows once it was changed."""
        row = entry
        while row is not None:
            for button in self.all(below=row):
                if button.get_role_name() in ("push button", "button") and name_of(button) == "Apply":
                    self.click(button)
                    return
            row = row.get_parent()
            if row is not None and row.get_role_name() in ("list", "frame", "dialog"):
                break
        raise Missing(f"{name_of(entry)} has nothing to apply it with")

    def focus(self, node):
        Atspi.Component.grab_focus(node)
        wait(f"{name_of(node)} to have the focus",
             lambda: any(n.get_state_set().contains(Atspi.StateType.FOCUSED) for n in [node, *walk(node)]))

    def key(self, combination):
        """Presses keys in the window that has the focus."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)

    def keys(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)


class Model:
    """The mock model server, for as long as the block lasts."""

    def __init__(self, *args):
        self.args = args

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, str(TOP / "tests/support/mock-model.py"), *self.args],
                                        stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[-1].rsplit(":", 1)[-1])
        return self

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v1"

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
