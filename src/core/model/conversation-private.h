/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/model/conversation.h"

G_BEGIN_DECLS

/* For the library alone: what a conversation holds changes only through it. */
LueurConversation *lueur_conversation_new (LueurPersona *persona);

void     lueur_conversation_set_id (LueurConversation *self, gint64 id);
void     lueur_conversation_set_person (LueurConversation *self, LueurPerson *person);
void     lueur_conversation_set_title (LueurConversation *self, const char *title);
void     lueur_conversation_set_renamed (LueurConversation *self, gboolean renamed);
gboolean lueur_conversation_get_renamed (LueurConversation *self);
void     lueur_conversation_set_updated_at (LueurConversation *self, gint64 updated_at);
void     lueur_conversation_set_n_messages (LueurConversation *self, guint n);
void     lueur_conversation_set_loaded (LueurConversation *self, gboolean loaded);
void     lueur_conversation_set_has_older (LueurConversation *self, gboolean has_older);
void     lueur_conversation_set_preview (LueurConversation *self, const char *preview);
void     lueur_conversation_set_draft (LueurConversation *self, const char *draft);

/* @messages: (element-type LueurMessage): oldest first; each is referenced */
void     lueur_conversation_splice (LueurConversation *self, guint position, guint n_removals, GPtrArray *messages);
void     lueur_conversation_append (LueurConversation *self, LueurMessage *message);
gboolean lueur_conversation_find (LueurConversation *self, LueurMessage *message, guint *position);

G_END_DECLS
