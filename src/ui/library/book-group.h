/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/context.h"

G_BEGIN_DECLS

/*
 * LueurBookGroup: the lorebooks of a companion, in rows: that of its card, and those that it was given, which can be
 * looked into, exported and taken away; and a row to give it another. It follows what changes.
 */
#define LUEUR_TYPE_BOOK_GROUP (lueur_book_group_get_type ())
G_DECLARE_FINAL_TYPE (LueurBookGroup, lueur_book_group, LUEUR, BOOK_GROUP, AdwPreferencesGroup)

void lueur_book_group_set (LueurBookGroup *self, LueurContext *context, LueurPersona *persona);

G_END_DECLS
