/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/message.h"
#include "core/model/person.h"
#include "core/model/persona.h"

G_BEGIN_DECLS

#define LUEUR_TYPE_CONVERSATION (lueur_conversation_get_type ())
G_DECLARE_FINAL_TYPE (LueurConversation, lueur_conversation, LUEUR, CONVERSATION, GObject)

/*
 * A GListModel of LueurMessage: the active path of the tree, oldest first, from the first loaded
 * message on (long conversations are loaded from their end).
 *
 * Properties: id (int64), persona (LueurPersona), person (LueurPerson; NULL: the main one), title (string; "" until there is one),
 * updated-at (int64 µs), n-messages (uint, on the active path, loaded or not),
 * loaded (bool: its end was read from the store), has-older (bool), preview (string: last line said),
 * draft (string: what stands in the composer; kept over restarts). All are the library's to set.
 */
gint64        lueur_conversation_get_id (LueurConversation *self);
LueurPersona *lueur_conversation_get_persona (LueurConversation *self);
LueurPerson  *lueur_conversation_get_person (LueurConversation *self); /* (transfer none) (nullable) */
const char   *lueur_conversation_get_title (LueurConversation *self);
LueurMessage *lueur_conversation_get_last (LueurConversation *self); /* (transfer none) (nullable) */
LueurMessage *lueur_conversation_get_message (LueurConversation *self, guint position); /* (transfer none) (nullable) */
gboolean      lueur_conversation_get_has_older (LueurConversation *self);
gboolean      lueur_conversation_get_loaded (LueurConversation *self);
guint         lueur_conversation_get_n_messages (LueurConversation *self);
gint64        lueur_conversation_get_updated_at (LueurConversation *self);
const char   *lueur_conversation_get_preview (LueurConversation *self);
const char   *lueur_conversation_get_draft (LueurConversation *self);

G_END_DECLS
