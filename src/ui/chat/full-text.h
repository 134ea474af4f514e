/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lines that are not too long to be laid out in no time. (transfer full) */
char *lueur_full_text_break_lines (const char *text);

/* Opens all of a text too long for its bubble, as it was written, in a dialog over @parent. */
void lueur_full_text_present (GtkWidget *parent, const char *text);

G_END_DECLS
