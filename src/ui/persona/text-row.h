/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * LueurTextRow: a boxed-list row for a few lines of text, which libadwaita has none of.
 *
 * Properties: title (from AdwPreferencesRow), hint (string: one line that tells what it changes), text (string, at most 80,000 bytes; what is longer is cut at a character).
 */
#define LUEUR_TYPE_TEXT_ROW (lueur_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurTextRow, lueur_text_row, LUEUR, TEXT_ROW, AdwPreferencesRow)

GtkWidget *lueur_text_row_new (void);
/* What takes the focus in it. */
GtkWidget *lueur_text_row_get_view (LueurTextRow *self);
/* A small widget at the end of the title. @star: (nullable): none */
void       lueur_text_row_set_star (LueurTextRow *self, GtkWidget *star);
void       lueur_text_row_set_note (LueurTextRow *self, const char *note);

G_END_DECLS
