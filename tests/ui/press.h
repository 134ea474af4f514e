/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the key @accel ("Escape", "<Control>Down") does, as GTK goes about it: from what has the focus upwards, the first shortcut
 * that wants it has it. Whether one did. No key goes through the display, so that none is lost on a busy one. */
gboolean lueur_test_press (GtkWindow *window, const char *accel);

G_END_DECLS
