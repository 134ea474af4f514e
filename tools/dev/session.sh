#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# session.sh CMD...: runs CMD in a desktop session nobody sees: a virtual display, a session bus of
# its own, an unlocked throw-away keyring, settings in memory unless told otherwise.
#   LUEUR_SCREEN   size of the virtual screen (1280x1000)
set -eu
export GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER-cairo} GTK_A11Y=${GTK_A11Y-atspi}
export GTK_USE_PORTAL=0 GDK_DEBUG=${GDK_DEBUG-no-portals} ADW_DISABLE_PORTAL=1
export LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
# The bus talks a lot on standard error; the pipe (rather than a process substitution) makes sure that its
# last lines are out before this ends.
{
  "$(dirname "$0")/display.sh" dbus-run-session -- bash -c '
      printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || true
      "$@"' -- "$@" 2>&1 1>&3 3>&- | { grep --line-buffered -vE "dbus-daemon|discover_other_daemon|^X connection to|^XIO: |^ +after [0-9]+ requests" >&2 || true; }
  exit "${PIPESTATUS[0]}"
} 3>&1
