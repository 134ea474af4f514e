#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The slow suites, inside the environment: core under the address and undefined-behaviour sanitizers.
set -euo pipefail
b=_build/asan
[ -f $b/build.ninja ] || meson setup $b -Db_sanitize=address,undefined -Db_lundef=false -Dprofile=development >/dev/null
ninja -C $b --quiet
ASAN_OPTIONS=detect_leaks=0 meson test -C $b --no-rebuild --print-errorlogs --suite core -t 4
