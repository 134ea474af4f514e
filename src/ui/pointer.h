/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LueurPointerFunc:
 * @widget: what is followed
 * @x, @y: where the pointer is now, in @widget's coordinates
 */
typedef void (*LueurPointerFunc) (GtkWidget *widget, double x, double y);

/**
 * lueur_pointer_follow:
 * @moved: called whenever the pointer was moved over @widget
 *
 * Follows a hand, and not what only looks like one: where a dialog closes or a page changes above a pointer that rests,
 * GTK tells of a motion as well, and whoever uses the keys would lose what they chose.
 */
void lueur_pointer_follow (GtkWidget *widget, LueurPointerFunc moved);

G_END_DECLS
