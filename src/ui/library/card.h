/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/persona.h"
#include "ui/library/face.h"

G_BEGIN_DECLS

/*
 * LueurLibraryCard: one companion in the grid. Keys: Menu or Shift+F10 its menu, F2 edits, Delete deletes, Ctrl+D
 * makes another like it. It activates the window’s actions with the companion’s id.
 *
 * Actions: card.menu, card.talk, card.edit, card.duplicate, card.archive, card.delete, card.erase, card.export (s).
 */
#define LUEUR_TYPE_LIBRARY_CARD (lueur_library_card_get_type ())
G_DECLARE_FINAL_TYPE (LueurLibraryCard, lueur_library_card, LUEUR, LIBRARY_CARD, GtkWidget)

GtkWidget     *lueur_library_card_new (void);
void           lueur_library_card_set_persona (LueurLibraryCard *self, LueurPersona *persona);
LueurPersona  *lueur_library_card_get_persona (LueurLibraryCard *self);
LueurFaceTile *lueur_library_card_get_face (LueurLibraryCard *self);

G_END_DECLS
