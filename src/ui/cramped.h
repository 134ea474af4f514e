/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LueurCrampedFunc:
 * @widget: what is laid out
 * @cramped: how its window is now (#LueurWindow:cramped)
 */
typedef void (*LueurCrampedFunc) (GtkWidget *widget, gboolean cramped);

/**
 * lueur_cramped_follow:
 * @widget: one that is not in a window yet, or is taken from one to another
 * @changed: called when @widget comes into a window, and whenever that becomes cramped or is no longer
 *
 * For what has to be laid out otherwise in a narrow window with large text, where a breakpoint or a binding does not reach.
 */
void lueur_cramped_follow (GtkWidget *widget, LueurCrampedFunc changed);

/**
 * lueur_cramped_stack_rows:
 * @page: holds rows with a number (#AdwSpinRow)
 *
 * In a cramped window the number and its two buttons would leave the words beside them one word a line: there they stand below.
 */
void lueur_cramped_stack_rows (GtkWidget *page);

G_END_DECLS
