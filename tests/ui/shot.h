/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Saves what @window shows as $LUEUR_SHOTS/NAME.png; does nothing where that is not set. For the eyes of whoever works on a view. */
void lueur_test_shot (GtkWindow *window, const char *name);

G_END_DECLS
