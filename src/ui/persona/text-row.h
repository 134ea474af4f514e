/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * LueurTextRow: a boxed-list row for a few lines of text, which libadwaita has none of.
 *
 * Properties: title (from AdwPreferencesRow), text (string, at most 8,000 bytes; what is longer is cut at a character).
 */
#define LUEUR_TYPE_TEXT_ROW (lueur_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LueurTextRow, lueur_text_row, LUEUR, TEXT_ROW, AdwPreferencesRow)

GtkWidget *lueur_text_row_new (void);

G_END_DECLS
