# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# What Lueur needs to build, to run and to be tested, by family of distribution. Sourced by `dev` and
# by the scripts beside this file; nothing else in the tree names a distribution package.

# Building and running.
PACKAGES_APT_BUILD="build-essential meson ninja-build pkgconf gettext git
 blueprint-compiler desktop-file-utils libxml2-utils libglib2.0-bin libglib2.0-dev-bin
 libgtk-4-dev libadwaita-1-dev libcurl4-openssl-dev libjson-glib-dev libsqlite3-dev librsvg2-dev
 libsecret-1-dev libcmark-dev libarchive-dev libpcre2-dev libstemmer-dev libwebp-dev"
PACKAGES_APT_RUN="librsvg2-common gir1.2-adw-1 gir1.2-gtk-4.0 adwaita-icon-theme hicolor-icon-theme
 shared-mime-info fontconfig fonts-cantarell fonts-dejavu-core fonts-noto-color-emoji ca-certificates
 xkb-data iso-codes locales tzdata glib-networking dconf-gsettings-backend gsettings-desktop-schemas"

# Testing without a display: a virtual one, an accessibility bus, a keyring, validators.
PACKAGES_APT_TEST="xvfb xauth x11-utils xdotool imagemagick dbus-daemon dbus-bin at-spi2-core
 gir1.2-atspi-2.0 python3 python3-gi python3-dbusmock gnome-keyring libsecret-tools appstream
 procps gdb"

# The slow suites only: a fuzzer.
PACKAGES_APT_SLOW="clang libclang-rt-dev llvm"

PACKAGES_DNF_BUILD="gcc gcc-c++ make meson ninja-build pkgconf-pkg-config gettext git
 blueprint-compiler desktop-file-utils libxml2 glib2-devel
 gtk4-devel libadwaita-devel libcurl-devel json-glib-devel sqlite-devel librsvg2-devel
 libsecret-devel cmark-devel libarchive-devel pcre2-devel libstemmer-devel libwebp-devel"
PACKAGES_DNF_RUN="librsvg2 adwaita-icon-theme hicolor-icon-theme abattis-cantarell-fonts
 dejavu-sans-fonts google-noto-color-emoji-fonts glibc-langpack-fr glibc-langpack-en
 iso-codes glib-networking dconf gsettings-desktop-schemas"
PACKAGES_DNF_TEST="xorg-x11-server-Xvfb xorg-x11-xauth xdotool ImageMagick dbus-daemon
 at-spi2-core python3 python3-gobject python3-dbusmock gnome-keyring libsecret appstream
 procps-ng gdb"
PACKAGES_DNF_SLOW="clang compiler-rt llvm"

# The oldest libadwaita that Lueur is written for.
FLOOR_ADWAITA=1.7
