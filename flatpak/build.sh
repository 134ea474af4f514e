#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh [--run|--size|--test]: builds the manifest, exports a single-file bundle, installs it for the user; and then
# starts it, tells its size, or uses it in its sandbox as a person would (tests/flatpak).
#
# The runtime is GNOME's where it is installed or can be fetched; otherwise a stand-in of Debian packages
# (standin.sh), by which the manifest's three runtime lines, and no other, are replaced.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
app=io.github.lueur_app.Lueur
export LUEUR_STANDIN=${LUEUR_STANDIN:-$top/.standin}
suite=${LUEUR_STANDIN_SUITE:-trixie}
build=$LUEUR_STANDIN/build
manifest=$here/$app.yml
say() { printf 'flatpak: %s\n' "$*" >&2; }
for program in flatpak flatpak-builder mmdebstrap; do
  command -v "$program" >/dev/null || { say "missing: $program"; exit 1; }
done
mkdir -p "$build/state/downloads"

version=$(sed -n "s/^runtime-version: '\(.*\)'/\1/p" "$manifest")
if flatpak info "org.gnome.Sdk//$version" >/dev/null 2>&1 && [ -z "${LUEUR_FORCE_STANDIN-}" ]; then
  used=$manifest
  bundle=$build/$app.flatpak
else
  export FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-$LUEUR_STANDIN/flatpak}
  bash "$here/standin.sh"
  id=io.github.lueur_app.Standin
  used=$here/.standin.yml # beside the real one: its source folder is relative to it
  sed -e "s/^runtime: .*/runtime: $id.Platform/; s/^sdk: .*/sdk: $id.Sdk/; s/^runtime-version: .*/runtime-version: $suite/" \
    "$manifest" >"$used"
  [ "$(diff "$manifest" "$used" | grep -c '^>')" = 3 ] || { say "the manifest's runtime lines moved"; exit 1; }
  bundle=$build/$app.standin.flatpak
fi

# An archive of the manifest whose upstream may be out of reach: Debian's orig tarball, taken only when it is the same file.
seed() { # SOURCE-PACKAGE FILE SHA256
  local dir=$build/state/downloads/$3 tmp
  [ -f "$dir/$2" ] && return 0
  tmp=$(mktemp -d)
  mkdir -p "$tmp"/{lists/partial,cache/archives/partial,etc}
  # The machine's own mirror of Debian; without one the archive is simply downloaded.
  local mirror
  mirror=${LUEUR_MIRROR:-$(grep -hEo '[a-z]+://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1 || true)}
  [ -n "$mirror" ] || { rm -rf "$tmp"; return 0; }
  echo "deb-src $mirror $suite main" >"$tmp/sources.list"
  (cd "$tmp" || exit 1
   o=(-o "Dir::State::Lists=$tmp/lists" -o "Dir::Cache=$tmp/cache" -o "Dir::Etc=$tmp/etc" -o "Dir::Etc::sourcelist=$tmp/sources.list"
     -o "Dir::Etc::sourceparts=/dev/null" -o "Dir::Etc::trustedparts=/etc/apt/trusted.gpg.d" -o "APT::Sandbox::User=$(id -un)")
   apt-get "${o[@]}" -qq update && apt-get "${o[@]}" -qq source --download-only "$1") >/dev/null 2>&1 || true
  local found
  found=$(sha256sum "$tmp"/*.orig.tar.* 2>/dev/null | awk -v s="$3" '$1 == s { print $2 }')
  if [ -n "$found" ]; then mkdir -p "$dir"; cp "$found" "$dir/$2"; fi
  rm -rf "$tmp"
}
seed cmark 0.30.2.tar.gz 6c7d2bcaea1433d977d8fed0b55b71c9d045a7cdf616e3cd2dce9007da753db3

fuse=()
{ [ -w /dev/fuse ] && command -v fusermount3 >/dev/null; } || fuse=(--disable-rofiles-fuse)
say "building"
flatpak-builder --user --force-clean "${fuse[@]}" --state-dir="$build/state" --repo="$build/repo" "$build/dir" "$used" \
  >"$build/log" 2>&1 || { tail -n 40 "$build/log" >&2; [ "$used" = "$manifest" ] || rm -f "$used"; say "building failed; the whole log is $build/log"; exit 1; }
[ "$used" = "$manifest" ] || rm -f "$used"
branch=$(ostree --repo="$build/repo" refs | sed -n "s|^app/$app/[^/]*/||p" | head -n 1)
flatpak build-bundle "$build/repo" "$bundle" "$app" "$branch"
flatpak --user uninstall -y --noninteractive "$app" >/dev/null 2>&1 || true
if [ "$(id -u)" = 0 ] || [ -S /run/dbus/system_bus_socket ]; then
  flatpak --user install -y --noninteractive "$bundle" >/dev/null
else
  # A plain user's install asks the system bus about parental controls.
  dbus-run-session -- sh -c 'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"' -- \
    flatpak --user install -y --noninteractive "$bundle" >/dev/null
fi
say "$(du -k "$bundle" | cut -f1) KiB in $bundle; $(du -sk "$build/dir/files" | cut -f1) KiB installed"
if [ "${1-}" = --size ]; then python3 "$top/tests/bench/bench-size.py" "$bundle"; fi
if [ "${1-}" = --run ]; then exec flatpak run "$app"; fi
if [ "${1-}" = --test ]; then
  export FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak} # the test's home is another
  files=$(mktemp -d)
  mkdir "$files/open"
  trap 'rm -rf "$files"' EXIT
  LUEUR_TOP=$top LUEUR_BUILD=$top/_build bash "$here/desktop.sh" "$files/portal.log" "$files" \
    /usr/bin/python3 "$top/tests/flatpak/test_sandbox.py" "$files/portal.log" "$files"
fi
