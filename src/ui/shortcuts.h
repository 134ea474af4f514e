/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every shortcut of the app stands in one table in shortcuts.c: these read it. */

/* Makes the keys work in every window of @application. */
void lueur_shortcuts_install (GtkApplication *application);
/* Whether the dialog tells of a key. */
gboolean lueur_shortcuts_has (guint key, GdkModifierType mods);
/* Shows them in a dialog. */
void lueur_shortcuts_present (GtkWidget *parent);

G_END_DECLS
