# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's notification services on the session bus, of a test's own: they keep what they are told.

    Desktop("gtk")          org.gtk.Notifications, as GNOME Shell has it
    Desktop("freedesktop")  org.freedesktop.Notifications, as other desktops have it
    Desktop("portal")       org.freedesktop.portal.Notification and .Background, as a sandbox has them
"""
import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

XML = """<node>
<interface name='org.gtk.Notifications'>
 <method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>
 <method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>
</interface>
<interface name='org.freedesktop.Notifications'>
 <method name='GetCapabilities'><arg type='as' direction='out'/></method>
 <method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/></method>
 <method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
  <arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>
 <method name='CloseNotification'><arg type='u' direction='in'/></method>
 <signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>
 <signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>
</interface>
<interface name='org.freedesktop.portal.Notification'>
 <method name='AddNotification'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>
 <method name='RemoveNotification'><arg type='s' direction='in'/></method>
 <property name='version' type='u' access='read'/>
</interface>
</node>"""

PLACES = {
    "gtk": ("org.gtk.Notifications", "/org/gtk/Notifications", "org.gtk.Notifications"),
    "freedesktop": ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"),
    "portal": ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification"),
}


class Desktop:
    """standing: id -> {title, body, buttons: [(label, action)], default: (action, target) or None}."""

    def __init__(self, kind="gtk"):
        self.kind = kind
        self.standing = {}
        self.added = 0
        self.removed = 0
        self.last = 0
        self.hangs = False  # takes what it is told, and never answers
        name, path, interface = PLACES[kind]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        node = Gio.DBusNodeInfo.new_for_xml(XML)
        self.object = self.bus.register_object(path, node.lookup_interface(interface), self._call, self._get, None)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                           GLib.Variant("(su)", (name, 0)), None, 0, -1, None)

    def close(self):
        self.bus.unregister_object(self.object)
        self.bus.close_sync(None)

    def _get(self, bus, sender, path, interface, name):
        return GLib.Variant("u", 1)

    def _put(self, key, value):
        self.added += 1
        self.standing[key] = value

    def _remove(self, key):
        self.removed += 1
        self.standing.pop(key, None)

    def _call(self, bus, sender, path, interface, method, parameters, invocation):
        given = parameters.unpack()
        answer = None
        if method == "AddNotification":
            app, key, what = given if self.kind == "gtk" else (None, *given)
            default = what.get("default-action")
            self._put(key, {
                "app": app, "title": what["title"], "body": what.get("body", ""),
                "buttons": [(b["label"], b["action"]) for b in what.get("buttons", [])],
                "default": (default, what.get("default-action-target")) if default else None})
        elif method == "RemoveNotification":
            self._remove(given[-1])
        elif method == "GetCapabilities":
            answer = GLib.Variant("(as)", (["actions", "body"],))
        elif method == "GetServerInformation":
            answer = GLib.Variant("(ssss)", ("test", "test", "1", "1.2"))
        elif method == "Notify":
            app, replaces, icon, title, body, actions, hints, timeout = given
            number = replaces or self.last + 1
            self.last = max(self.last, number)
            self._put(number, {"app": app, "title": title, "body": body, "sender": sender,
                               "buttons": list(zip(actions[1::2], actions[0::2])), "default": None})
            answer = GLib.Variant("(u)", (number,))
        elif method == "CloseNotification":
            self._remove(given[0])
        if not self.hangs:
            invocation.return_value(answer)

    def only(self):
        assert len(self.standing) == 1, self.standing
        return next(iter(self.standing.values()))

    def open(self, app=None):
        """A click on the one that stands, as the desktop hands it on."""
        key, what = next(iter(self.standing.items()))
        app = app or what["app"] or "io.github.lueur_app.Lueur"
        if self.kind == "freedesktop":
            self.bus.emit_signal(None, PLACES[self.kind][1], PLACES[self.kind][2], "ActionInvoked",
                                 GLib.Variant("(us)", (key, "default")))
            self.bus.emit_signal(None, PLACES[self.kind][1], PLACES[self.kind][2], "NotificationClosed",
                                 GLib.Variant("(uu)", (key, 2)))
        elif what["default"]:
            action, target = what["default"]
            self.activate(app, action.removeprefix("app."), target)
        else:
            self.call(app, "Activate", GLib.Variant("(a{sv})", ({},)))
        self.standing.pop(key)

    def press(self, label):
        """The button of that name on the one that stands."""
        key, what = next(iter(self.standing.items()))
        action = dict(what["buttons"])[label]
        if self.kind == "freedesktop":
            self.bus.emit_signal(None, PLACES[self.kind][1], PLACES[self.kind][2], "ActionInvoked",
                                 GLib.Variant("(us)", (key, action)))
        else:
            self.activate(what["app"] or "io.github.lueur_app.Lueur", action.removeprefix("app."), None)
        self.standing.pop(key)

    def activate(self, app, action, target):
        if target is not None and not isinstance(target, GLib.Variant):
            target = GLib.Variant("(xs)", target)
        self.call(app, "ActivateAction", GLib.Variant("(sava{sv})", (action, [target] if target else [], {})))

    def call(self, app, method, parameters):
        self.bus.call(app, "/" + app.replace(".", "/"), "org.freedesktop.Application", method, parameters, None, 0, -1,
                      None, None)
