#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter.sh CMD...: runs CMD inside the private Debian root. The current folder (and those named in
# $LUEUR_BIND, separated by spaces) are there at the same path and writable; everything else is
# either read-only or thrown away. $NONET set: no network but loopback.
set -eu
root=${LUEUR_DEVROOT:?}/root
[ -d "$root/usr" ] || { echo "dev: no private root in $LUEUR_DEVROOT" >&2; exit 2; }

args=(--ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin
  --symlink usr/lib /lib --symlink usr/lib64 /lib64
  --ro-bind "$root/etc" /etc
  --ro-bind-data 7 /etc/machine-id --ro-bind-data 8 /etc/passwd --ro-bind-data 9 /etc/group
  --proc /proc --dev /dev --ro-bind-try /sys /sys
  --ro-bind-try /dev/dri /dev/dri
  --tmpfs /tmp --perms 1777 --dir /tmp/.X11-unix --dir /var/tmp --dir /run --dir /home
  --perms 0700 --tmpfs /run/user --perms 0700 --dir /run/user/self
  --perms 0700 --tmpfs /home/dev
  --unshare-pid --unshare-uts --hostname lueur-dev --die-with-parent
  --setenv HOME /home/dev --setenv XDG_RUNTIME_DIR /run/user/self
  --setenv PATH /usr/bin:/usr/sbin --unsetenv DBUS_SESSION_BUS_ADDRESS
  --setenv LUEUR_IN_ROOT 1)
[ -e "$root/etc/resolv.conf" ] && args+=(--ro-bind-try /etc/resolv.conf /etc/resolv.conf)
[ -n "${LANG-}" ] && args+=(--setenv LANG "${LUEUR_LANG:-C.UTF-8}")
for v in LC_ALL LANGUAGE XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_DIRS XDG_CONFIG_DIRS; do
  args+=(--unsetenv "$v")
done
[ -z "${NONET-}" ] || args+=(--unshare-net)

# The person's own display, sound-free: `./dev run` on a desktop whose libraries are too old.
sock=/tmp/.X11-unix
if [ -n "${DISPLAY-}" ] && [ -z "${LUEUR_HEADLESS-}" ]; then
  num=${DISPLAY#*:}; num=${num%%.*}
  if [ -S "$sock/X$num" ]; then
    args+=(--bind "$sock" "$sock")
    [ -n "${XAUTHORITY-}" ] && [ -f "$XAUTHORITY" ] &&
      args+=(--ro-bind "$XAUTHORITY" /run/user/self/xauthority --setenv XAUTHORITY /run/user/self/xauthority)
  fi
else
  args+=(--unsetenv DISPLAY)
fi
if [ -n "${WAYLAND_DISPLAY-}" ] && [ -n "${XDG_RUNTIME_DIR-}" ] && [ -z "${LUEUR_HEADLESS-}" ] &&
   [ -S "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" ]; then
  args+=(--bind "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" "/run/user/self/$WAYLAND_DISPLAY")
else
  args+=(--unsetenv WAYLAND_DISPLAY)
fi
# With a desktop comes its session bus: notifications, secrets and portals are reached through it.
if [ -n "${LUEUR_SHARE_BUS-}" ] && [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ]; then
  bus=${DBUS_SESSION_BUS_ADDRESS#unix:path=}; bus=${bus%%,*}
  [ -S "$bus" ] && args+=(--bind "$bus" /run/user/self/bus
    --setenv DBUS_SESSION_BUS_ADDRESS unix:path=/run/user/self/bus)
fi
for d in "$PWD" ${LUEUR_BIND-}; do args+=(--bind "$d" "$d"); done

me=$(id -u); mine=$(id -g)
exec bwrap "${args[@]}" --chdir "$PWD" "$@" \
  7< <(echo 0123456789abcdef0123456789abcdef) \
  8< <(echo "root:x:0:0::/home/dev:/bin/bash"; [ "$me" = 0 ] || echo "dev:x:$me:$mine::/home/dev:/bin/bash") \
  9< <(echo "root:x:0:"; [ "$mine" = 0 ] || echo "dev:x:$mine:")
