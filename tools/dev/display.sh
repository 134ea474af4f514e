#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# display.sh CMD...: runs CMD on a virtual display of its own, gone when CMD ends. Without a window manager whoever
# comes up last takes the keyboard: what asks where the focus is cannot share its display with another window.
#   LUEUR_SCREEN   size of the virtual screen (1280x1000)
set -eu
# Xvfb chooses a free number itself, and writes it once it can be talked to.
coproc XVFB { exec Xvfb -displayfd 1 -screen 0 "${LUEUR_SCREEN:-1280x1000}x24" -nolisten tcp 2>/dev/null; }
server=$XVFB_PID
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
read -r number <&"${XVFB[0]}" || { echo "No virtual display could be started." >&2; exit 1; }
DISPLAY=:$number "$@" && rc=0 || rc=$?
exit "$rc"
