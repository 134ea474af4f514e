/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says @text for a moment at the foot of the window that @from is in. */
void lueur_toast (GtkWidget *from, const char *text);
/* Says @text of @file, which was written, with a way to the folder it is in. */
void lueur_toast_file (GtkWidget *from, const char *text, GFile *file);
/* Says @text with a way back: @action runs with @target when the person takes it. (@target transfer floating) */
void lueur_toast_undo (GtkWidget *from, const char *text, const char *action, GVariant *target);

/* The same, for what no action knows how to take back: connect to "button-clicked" of what is returned. (transfer none)
 * (nullable): NULL where there is nothing to show it on */
AdwToast *lueur_toast_back (GtkWidget *from, const char *text);

G_END_DECLS
