#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# desktop.sh LOG FOLDER CMD...: runs CMD in a throw-away desktop on this machine: a home of its own, a virtual display, a
# session bus, and portals behind which nobody sits (tests/flatpak/mock_portal.py LOG FOLDER). Flatpak cannot run inside
# the private root, so this one is outside.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${LUEUR_OWN_MOUNTS-}" ]; then
  share=(-m); [ "$(id -u)" = 0 ] || share=(-Urm) # a plain user is root of name spaces of their own
  exec unshare "${share[@]}" --propagation private env LUEUR_OWN_MOUNTS=1 bash "$0" "$@"
fi
log=$1 folder=$2; shift 2
tmp=$(mktemp -d)
trap 'kill "$display" 2>/dev/null || true; umount -l /run/user/0/doc 2>/dev/null || true; rm -rf "$tmp"' EXIT
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/user "$tmp/home"; mkdir -m 700 /run/user/0
# What the bus may start is what is installed: the Flatpak's own services.
export XDG_DATA_DIRS=${FLATPAK_USER_DIR:?}/exports/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY XAUTHORITY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export XDG_RUNTIME_DIR=/run/user/0 HOME=$tmp/home XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=lueurmock \
  XDG_DESKTOP_PORTAL_DIR=$here/../tests/flatpak GSK_RENDERER=${GSK_RENDERER-cairo} GTK_A11Y=atspi
Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp 3>"$tmp/display" 2>/dev/null & display=$!
for _ in $(seq 100); do [ -s "$tmp/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$tmp/display"); export DISPLAY
: >"$log"
dbus-run-session -- bash -c '
  /usr/bin/python3 "$0/mock_portal.py" "$1" "$2" >/dev/null & portal=$!
  shift 2; sleep 0.5
  rc=0; "$@" || rc=$?
  kill "$portal"; exit "$rc"' "$here/../tests/flatpak" "$log" "$folder" "$@" \
  2> >(grep -vE "dbus-daemon|pw\.conf|PipeWire|RealtimeKit|UseIn|portals.conf|^$" >&2)
