#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's side of the portals, for tests: it asks nobody, and writes down what it was asked.

usage: mock_portal.py LOG FOLDER
LOG gets one JSON object a line: {"method": …, "arguments": […]}. A file that is to be saved lands in FOLDER under the
name that was suggested; who is to open one gets the youngest of FOLDER/open. Every app gets the same secret. The desktop
is dark and its accent is purple.

A test is the person: the mock's own interface, Press (app, id, action), uses a notification's button, or the whole of it
where the action is "".
"""
import json
import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.impl.portal.desktop.lueurmock"
PATH = "/org/freedesktop/portal/desktop"


def chooser(method):
    return f"""<method name="{method}">
      <arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="a{{sv}}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/></method>"""


INTERFACES = f"""<node>
  <interface name="org.freedesktop.impl.portal.FileChooser">{chooser("OpenFile")}{chooser("SaveFile")}</interface>
  <interface name="org.freedesktop.impl.portal.Notification">
    <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{{sv}}" direction="in"/></method>
    <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
    <signal name="ActionInvoked"><arg type="s"/><arg type="s"/><arg type="s"/><arg type="av"/></signal>
  </interface>
  <interface name="io.github.lueur_app.Test.Person">
    <method name="Press"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
  </interface>
  <interface name="org.freedesktop.impl.portal.Secret">
    <method name="RetrieveSecret"><arg type="o" direction="in"/><arg type="s" direction="in"/>
      <arg type="h" direction="in"/><arg type="a{{sv}}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.impl.portal.Access">
    <method name="AccessDialog"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{{sv}}" direction="in"/><arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/></method>
  </interface>
  <interface name="org.freedesktop.impl.portal.Background">
    <method name="EnableAutostart"><arg type="s" direction="in"/><arg type="b" direction="in"/>
      <arg type="as" direction="in"/><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
    <method name="GetAppState"><arg type="a{{sv}}" direction="out"/></method>
    <method name="NotifyBackground"><arg type="o" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="u" direction="out"/><arg type="a{{sv}}" direction="out"/></method>
  </interface>
  <interface name="org.freedesktop.impl.portal.Settings">
    <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
    <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>"""

LOOKS = {"org.freedesktop.appearance": {"color-scheme": GLib.Variant("u", 1),
                                        "accent-color": GLib.Variant("(ddd)", (0.569, 0.255, 0.675))}}
standing = {}  # (app, id) -> notification, as it came

log = open(sys.argv[1], "a", buffering=1, encoding="utf-8")
folder = sys.argv[2]


def plain(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").rstrip("\0")
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        if value and all(isinstance(v, int) and 0 <= v < 256 for v in value):
            return bytes(value).decode("utf-8", "replace").rstrip("\0")
        return [plain(v) for v in value]
    return value


def youngest():
    files = [entry.path for entry in os.scandir(os.path.join(folder, "open"))]
    return max(files, key=os.path.getmtime)


def press(connection, app, key, action):
    what = standing.pop((app, key))
    target = what.get("default-action-target")
    if action:
        target = next(b for b in what["buttons"] if b["action"] == action).get("target")
    parameters = [] if target is None else [target if isinstance(target, GLib.Variant) else GLib.Variant("(xs)", target)]
    action = action or what["default-action"]
    # As every desktop's own: an action of the app is asked of the app, which the bus starts where it does not run.
    if action.startswith("app."):
        connection.call(app, "/" + app.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
                        GLib.Variant("(sava{sv})", (action.removeprefix("app."), parameters, {})), None, 0, -1, None, None)
    else:
        connection.emit_signal(None, PATH, "org.freedesktop.impl.portal.Notification", "ActionInvoked",
                               GLib.Variant("(sssav)", (app, key, action, parameters)))


def on_call(connection, sender, path, interface, method, parameters, invocation):
    arguments = plain(parameters.unpack())
    log.write(json.dumps({"method": method, "arguments": arguments}, default=str) + "\n")
    if method in ("OpenFile", "SaveFile"):
        name = arguments[4].get("current_name") or "file"
        path = youngest() if method == "OpenFile" else os.path.join(folder, os.path.basename(name))
        uri = GLib.filename_to_uri(path, None)
        answer = {"uris": GLib.Variant("as", [uri]), "writable": GLib.Variant("b", True)}
        invocation.return_value(GLib.Variant("(ua{sv})", (0, answer)))
    elif method == "RetrieveSecret":
        fd = invocation.get_message().get_unix_fd_list().get(arguments[2])
        os.write(fd, b"a secret for tests, the same each time, sixty-four bytes long..."[:64])
        os.close(fd)
        invocation.return_value(GLib.Variant("(ua{sv})", (0, {})))
    elif method == "AccessDialog":
        invocation.return_value(GLib.Variant("(ua{sv})", (0, {})))
    elif method == "EnableAutostart":
        invocation.return_value(GLib.Variant("(b)", (arguments[1],)))
    elif method == "GetAppState":
        invocation.return_value(GLib.Variant("(a{sv})", ({},)))
    elif method == "NotifyBackground":
        invocation.return_value(GLib.Variant("(ua{sv})", (0, {"result": GLib.Variant("u", 1)})))
    elif method == "ReadAll":
        invocation.return_value(GLib.Variant("(a{sa{sv}})", (LOOKS,)))
    elif method == "Read":
        value = LOOKS.get(arguments[0], {}).get(arguments[1])
        if value is None:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "nothing is set")
        else:
            invocation.return_value(GLib.Variant("(v)", (value,)))
    elif method == "Press":
        press(connection, *parameters.unpack())
        invocation.return_value(None)
    else:
        if method == "AddNotification":
            standing[arguments[0], arguments[1]] = parameters.unpack()[2]
        elif method == "RemoveNotification":
            standing.pop((arguments[0], arguments[1]), None)
        invocation.return_value(None)


def on_bus(connection, name):
    for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
        connection.register_object(PATH, interface, on_call, lambda *_: GLib.Variant("u", 1), None)


def on_name(connection, name):
    print("ready", flush=True)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, on_name, lambda *_: sys.exit(1))
GLib.MainLoop().run()
