/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/persona.h"
#include "core/store/rows.h"

G_BEGIN_DECLS

/*
 * LueurBinItem: something that was deleted and can still be taken back. Never changes.
 *
 * title (string): what was said, or what the conversation is called; "" for a companion, which has a name.
 * persona (LueurPersona): whose it is, or who it is. n (uint): conversations of a companion, messages else.
 */
#define LUEUR_TYPE_BIN_ITEM (lueur_bin_item_get_type ())
G_DECLARE_FINAL_TYPE (LueurBinItem, lueur_bin_item, LUEUR, BIN_ITEM, GObject)

LueurBinItem *lueur_bin_item_new (const LueurBinRow *row, LueurPersona *persona);
LueurKind     lueur_bin_item_get_kind (LueurBinItem *self);
gint64        lueur_bin_item_get_id (LueurBinItem *self);
gint64        lueur_bin_item_get_conversation (LueurBinItem *self); /* of a message, else 0 */
const char   *lueur_bin_item_get_title (LueurBinItem *self);
LueurPersona *lueur_bin_item_get_persona (LueurBinItem *self);
guint         lueur_bin_item_get_n (LueurBinItem *self);
/* µs since the epoch: when it was deleted, and when it goes for good */
gint64        lueur_bin_item_get_deleted_at (LueurBinItem *self);
gint64        lueur_bin_item_get_ends_at (LueurBinItem *self);

G_END_DECLS
