#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# root.sh: prepares the private Debian 13 userland that Lueur is built, tested and run in where the
# machine's own libadwaita is too old. Does nothing when it is there and up to date.
#
# Why not a container engine: mmdebstrap and bubblewrap are two small packages, need no daemon, and
# the tree they make is an ordinary folder that `rm -rf` removes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tools/dev/packages.sh
. "$here/packages.sh"

devroot=${LUEUR_DEVROOT:?}
suite=trixie
root=$devroot/root
# shellcheck disable=SC2086
packages=$(echo $PACKAGES_APT_BUILD $PACKAGES_APT_RUN $PACKAGES_APT_TEST $PACKAGES_APT_SLOW)
stamp=$(printf '%s\n' "$suite" "$packages" "$(cat "$0")" | sha256sum | cut -c1-16)

if [ "$(cat "$devroot/stamp" 2>/dev/null)" = "$stamp" ]; then exit 0; fi

say() { printf 'dev: %s\n' "$*" >&2; }
sudo=
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { say "preparing the private Debian root needs root or sudo"; exit 1; }
  sudo=sudo
fi

mkdir -p "$devroot"
exec 9>"$devroot/lock"
flock 9
if [ "$(cat "$devroot/stamp" 2>/dev/null)" = "$stamp" ]; then exit 0; fi

say "preparing a private Debian 13 in $devroot (a minute or two, 2 GB, once)"
free_kb=$(df -Pk "$devroot" | awk 'NR == 2 { print $4 }')
[ "$free_kb" -gt 3000000 ] || { say "needs 3 GB of free disk in $devroot"; exit 1; }
$sudo rm -rf "$root" "$devroot/stamp"
$sudo mmdebstrap --quiet --mode=root --variant=apt \
  --aptopt='Apt::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
  --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-include=/usr/share/doc/*/copyright' --dpkgopt='path-exclude=/usr/share/info/*' \
  --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
  --customize-hook='for l in fr_FR en_US; do chroot "$1" localedef -i "$l" -f UTF-8 "$l.UTF-8"; done' \
  --customize-hook='rm -rf "$1"/var/cache/apt/archives/*.deb "$1"/var/lib/apt/lists/*' \
  --include="$packages" "$suite" "$root" ${LUEUR_MIRROR:+"$LUEUR_MIRROR"} \
  >"$devroot/root.log" 2>&1 || {
    tail -n 20 "$devroot/root.log" >&2
    say "the private Debian could not be made; the whole log is $devroot/root.log"
    exit 1
  }
$sudo chmod -R u+rwX,go+rX "$root/usr" "$root/etc" 2>/dev/null || true
echo "$stamp" >"$devroot/stamp"
say "done"
