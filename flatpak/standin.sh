#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# standin.sh: makes a stand-in for GNOME's Flatpak runtime and SDK out of Debian packages and installs
# both for the user, where the real ones cannot be reached. A bundle built on it is for trying, never for
# release: its runtime has a name of its own, so that nobody mistakes one for the other.
#
# Two trees come out of one bootstrap: the runtime is the list of files that were there after the first
# half of the packages, the SDK is everything.
set -euo pipefail
suite=${LUEUR_STANDIN_SUITE:-trixie}
id=io.github.lueur_app.Standin
state=${LUEUR_STANDIN:?}
export FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-$state/flatpak}
work=$state/$suite
arch=$(uname -m)

runtime="libgtk-4-1 libgtk-4-bin libadwaita-1-0 libcurl4t64 libjson-glib-1.0-0 libsqlite3-0 librsvg2-2 librsvg2-common
 libsecret-1-0 libarchive13t64 glib-networking dconf-gsettings-backend gsettings-desktop-schemas adwaita-icon-theme
 hicolor-icon-theme shared-mime-info fontconfig fonts-cantarell fonts-dejavu-core libgl1-mesa-dri libegl1 libgl1 libgles2
 ca-certificates xkb-data iso-codes locales tzdata libglib2.0-bin"
sdk="build-essential meson ninja-build cmake pkgconf gettext git patch xz-utils file desktop-file-utils appstream
 appstream-compose libxml2-utils blueprint-compiler python3-gi libgtk-4-dev libadwaita-1-dev libcurl4-openssl-dev
 libjson-glib-dev libsqlite3-dev librsvg2-dev libsecret-1-dev libarchive-dev"

say() { printf 'flatpak: %s\n' "$*" >&2; }
stamp=$( (cat "$0"; echo "$suite") | sha256sum | cut -c1-16)
if [ "$(cat "$work/stamp" 2>/dev/null)" = "$stamp" ] && flatpak --user info "$id.Sdk//$suite" >/dev/null 2>&1; then
  exit 0
fi

root=$work/root
rm -rf "$root" "$work/runtime" "$work/repo"
mkdir -p "$root"
say "making a stand-in runtime from Debian packages (two or three minutes, 1.6 GB, once)"
# shellcheck disable=SC2086
mmdebstrap --quiet --mode=root --variant=apt \
  --aptopt='Apt::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-include=/usr/share/doc/*/copyright' --dpkgopt='path-exclude=/usr/share/info/*' \
  --customize-hook='for l in fr_FR en_US; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
  --customize-hook='chroot "$1" sh -c "cd /usr && find . ../etc \( -type f -o -type l \) ! -path ./share/i18n/\*" >"$1/runtime.files"' \
  --customize-hook="chroot \"\$1\" apt-get install -qqy --no-install-recommends $(echo $sdk) >/dev/null" \
  --include="$(echo $runtime)" "$suite" "$root" ${LUEUR_MIRROR:+"$LUEUR_MIRROR"} >"$state/standin.log" 2>&1 ||
  { tail -n 20 "$state/standin.log" >&2; say "the stand-in could not be made"; exit 1; }

# A runtime is a /usr with its own etc below; nothing in it may be set-id or unreadable.
cd "$root"
find usr etc -perm /6000 -exec chmod u-s,g-s {} +
chmod -R u+rwX,go+rX usr etc
mv etc usr/etc
(cd usr/etc && rm -rf shadow* gshadow* passwd* group* apt dpkg machine-id resolv.conf hostname hosts localtime timezone mtab \
  .pwd.lock subuid* subgid* skel cron* init.d rc?.d systemd pam.d security sudoers* ssl/private)
ln -sf ../sbin/ldconfig usr/bin/ldconfig
mkdir -p usr/local
printf '/app/lib\ninclude /etc/ld.so.conf.d/*.conf\n' >usr/etc/ld.so.conf
cat >usr/etc/fonts/conf.d/05-flatpak.conf <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/app/share/fonts</dir><dir>/run/host/fonts</dir><dir>/run/host/local-fonts</dir><dir>/run/host/user-fonts</dir></fontconfig>
XML

mkdir -p "$work/runtime/usr"
sed 's|^\.\./etc/|./etc/|' runtime.files | (cd usr; while read -r f; do
  if [ -e "$f" ] || [ -L "$f" ]; then printf '%s\0' "$f"; fi; done) >../runtime.list
printf '%s\0' ./bin/ldconfig ./etc/fonts/conf.d/05-flatpak.conf ./etc/ld.so.conf >>../runtime.list
tar -C usr --no-recursion --null -T ../runtime.list -cf - | tar -C "$work/runtime/usr" -xf -
(cd "$work/runtime/usr" && mkdir -p local lib64 sbin bin && rm -rf games src lib/apt share/bash-completion)

# flatpak-builder of Debian 12 calls appstream-glib's program; appstreamcli does the same.
cat >usr/bin/appstream-compose <<'SH'
#!/bin/sh
for a; do case $a in --prefix=*) p=${a#*=};; esac; id=$a; done
mkdir -p "$p/share/metainfo"
cp "$p/share/appdata/$id.appdata.xml" "$p/share/metainfo/$id.metainfo.xml"
appstreamcli compose --prefix=/ --origin="$id" --result-root="$p" --data-dir="$p/share/app-info/xmls" \
  --icons-dir="$p/share/app-info/icons/flatpak" --components="$id" "$p"
r=$?
rm "$p/share/metainfo/$id.metainfo.xml"
rmdir "$p/share/metainfo" 2>/dev/null
exit $r
SH
chmod 755 usr/bin/appstream-compose

ostree init --repo="$work/repo" --mode=bare-user-only
for kind in Platform Sdk; do
  dir=$root; [ $kind = Platform ] && dir=$work/runtime
  mkdir -p "$work/export/$kind/var"
  mv "$dir/usr" "$work/export/$kind/files"
  printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' "$id.$kind" "$id.Platform/$arch/$suite" "$id.Sdk/$arch/$suite" \
    >"$work/export/$kind/metadata"
  flatpak build-export --runtime --files=files --no-update-summary "$work/repo" "$work/export/$kind" "$suite" >/dev/null
done
rm -rf "$work/export" "$root" "$work/runtime" "$work/runtime.list"
flatpak build-update-repo "$work/repo" >/dev/null
flatpak --user remote-add --if-not-exists --no-gpg-verify "standin-$suite" "$work/repo"
for kind in Platform Sdk; do
  flatpak --user uninstall -y --noninteractive --force-remove "$id.$kind//$suite" >/dev/null 2>&1 || true
done
flatpak --user install -y --noninteractive "standin-$suite" "$id.Platform//$suite" "$id.Sdk//$suite" >/dev/null
echo "$stamp" >"$work/stamp"
say "the stand-in is ready"
