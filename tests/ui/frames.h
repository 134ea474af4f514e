/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Turns the main context until the window of @widget has been drawn @n times more, however long that takes a busy machine; each
 * frame is asked for. Fails the test where none comes within ten seconds. */
void lueur_test_frames (GtkWidget *widget, guint n);

G_END_DECLS
