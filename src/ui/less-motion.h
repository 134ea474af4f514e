/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Two switches of a desktop ask for less motion. "gtk-enable-animations" is the older: GTK, libadwaita and all of Lueur's own
 * motion heed it. "gtk-interface-reduced-motion" came with GTK 4.22: where it is there and says so, the first is turned off
 * with it, so that one answer counts everywhere. Where it is not there, nothing is done.
 *
 * @settings: the GtkSettings of the display; it is followed for as long as it lives
 */
void lueur_less_motion_follow (GObject *settings);

G_END_DECLS
