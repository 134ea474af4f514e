/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/chat/prompt.h"
#include "core/model/conversation.h"

G_BEGIN_DECLS

gboolean lueur_turns_is_blank (const char *text);
GArray  *lueur_turns_collect (LueurConversation *conversation, LueurMessage *before);
GArray  *lueur_turns_prepend (GPtrArray *rows, GArray *turns);
gboolean lueur_turns_find (LueurConversation *conversation, LueurMessage *message, guint *position);
gboolean lueur_turns_has_question (LueurConversation *conversation, guint position);

G_END_DECLS
