# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's chooser of files, for tests: it shows nothing, and chooses what it was told.

usage: portal.py FOLDER
What is to be opened next is named in FOLDER/open; what is saved lands in FOLDER under the name that was suggested. Every
call is a line of FOLDER/log, as JSON. An empty FOLDER/open is somebody who changes their mind.
"""
import json
import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACES = """<node>
  <interface name="org.freedesktop.portal.FileChooser">
    <method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
    <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Settings">
    <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
    <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>"""

folder = sys.argv[1]
log = open(os.path.join(folder, "log"), "a", buffering=1, encoding="utf-8")


def choose(method, options):
    if method == "SaveFile":
        return os.path.join(folder, os.path.basename(options.get("current_name") or "file"))
    with open(os.path.join(folder, "open"), encoding="utf-8") as file:
        return file.read().strip()


def respond(connection, sender, handle, path):
    uris = [GLib.filename_to_uri(path, None)] if path else []
    answer = GLib.Variant("(ua{sv})", (0 if path else 1, {"uris": GLib.Variant("as", uris)}))
    connection.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response", answer)
    return GLib.SOURCE_REMOVE


def on_call(connection, sender, path, interface, method, parameters, invocation):
    if method in ("OpenFile", "SaveFile"):
        _, title, options = parameters.unpack()
        log.write(json.dumps({"method": method, "title": title, "name": options.get("current_name")}) + "\n")
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        GLib.timeout_add(50, respond, connection, sender, handle, choose(method, options))
    elif method == "ReadAll":
        invocation.return_value(GLib.Variant("(a{sa{sv}})", ({},)))
    else:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "nothing is set")


def on_bus(connection, name):
    for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
        connection.register_object(PATH, interface, on_call, lambda *_: GLib.Variant("u", 4), None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.REPLACE, on_bus,
                 lambda *_: print("ready", flush=True), lambda *_: sys.exit(1))
GLib.MainLoop().run()
