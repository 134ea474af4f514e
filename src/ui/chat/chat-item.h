/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/message.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CHAT_ITEM (lueur_chat_item_get_type ())
G_DECLARE_FINAL_TYPE (LueurChatItem, lueur_chat_item, LUEUR, CHAT_ITEM, GObject)

/*
 * LueurChatItem: a message in its surroundings: whether it begins and ends a run of the same sender,
 * and which day it belongs to. The history model makes and updates these; rows bind to them.
 *
 * Properties (read only): message, first (bool), last (bool), newest (bool: nothing follows it), day (uint), found (bool: it was
 * looked for, and is marked for a moment).
 */
LueurChatItem *lueur_chat_item_new (LueurMessage *message);
LueurMessage  *lueur_chat_item_get_message (LueurChatItem *self);
gboolean       lueur_chat_item_get_first (LueurChatItem *self);
gboolean       lueur_chat_item_get_last (LueurChatItem *self);
gboolean       lueur_chat_item_get_newest (LueurChatItem *self);
guint          lueur_chat_item_get_day (LueurChatItem *self);
gboolean       lueur_chat_item_get_found (LueurChatItem *self);

/* For the model only. */
void lueur_chat_item_place (LueurChatItem *self, gboolean first, gboolean last, gboolean newest);
void lueur_chat_item_set_day (LueurChatItem *self, guint day);
/* For the history only. */
void lueur_chat_item_set_found (LueurChatItem *self, gboolean found);

G_END_DECLS
