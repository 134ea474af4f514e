/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LUEUR_TYPE_FEELING_LIST (lueur_feeling_list_get_type ())
G_DECLARE_FINAL_TYPE (LueurFeelingList, lueur_feeling_list, LUEUR, FEELING_LIST, AdwPreferencesGroup)

/*
 * LueurFeelingList: the words of the wheel as rows, for text too large for a wheel: six families that unfold. A family comes
 * first among its own words, each feeling before its shades; a row says what it is a shade of, as a word of the wheel does.
 * The chosen word has a check, and says so.
 *
 * Signal: "chosen" (const char *id): a row was activated.
 */
GtkWidget *lueur_feeling_list_new (void);
/* Marks @id, (nullable), and unfolds its family; nothing is emitted. */
void       lueur_feeling_list_set_chosen (LueurFeelingList *self, const char *id);

G_END_DECLS
